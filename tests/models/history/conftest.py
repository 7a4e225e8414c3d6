"""Laptops that work on files of one office, and what can be seen of them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.log_tables import logged_tables
from kotoutus_desktop.models.history.merging import bundle_of, merge
from kotoutus_desktop.models.history.recording import become_another
from tests.conftest import KEY


@pytest.fixture
def laptop(tmp_path: Path, empty_file: Path) -> Iterator[Callable[[], Database]]:
    """A maker of files, each with an identity of its own."""
    made: list[Database] = []

    def make() -> Database:
        path = tmp_path / f"laptop-{len(made)}.kotoutus"
        shutil.copy(empty_file, path)
        database = Database(path, KEY)
        with database.transaction() as session:
            become_another(session.connection())
        made.append(database)
        return database

    yield make
    for database in made:
        database.close()


def cases(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Return every row whose changes are history."""
    with database.reading() as session:
        return {
            table.name: [
                dict(row) for row in session.execute(select(table).order_by("id")).mappings()
            ]
            for table in logged_tables()
        }


def rows(database: Database, query: str, *values: object) -> list[tuple[Any, ...]]:
    """Return the rows of a plain query."""
    with database.reading() as session:
        found = session.connection().exec_driver_sql(query, values).all()
        return [tuple(row) for row in found]


def send(source: Database, target: Database, only: list[bytes] | None = None) -> int:
    """Bring what one laptop knows to another; returns how much was new."""
    with source.reading() as session:
        bundle = bundle_of(session.connection(), only)
    with target.transaction() as session:
        return merge(session.connection(), bundle)


def change(database: Database, model: type[Model], key: UUID, **values: object) -> None:
    """Set fields of a row, if it is there."""
    with database.transaction() as session:
        row = session.get(model, key)
        for name, value in values.items():
            if row is not None:
                setattr(row, name, value)


def clashes(database: Database) -> list[tuple[Any, ...]]:
    """Return what two laptops do not agree about."""
    return rows(database, "SELECT field, shown, other FROM clash ORDER BY field, other")


def delete(database: Database, model: type[Model], key: UUID) -> None:
    """Delete a row, if it is there."""
    with database.transaction() as session:
        row = session.get(model, key)
        if row is not None:
            session.delete(row)

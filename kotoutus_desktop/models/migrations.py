"""Bringing a file of an earlier version up to date: all of the steps, or none.

Alembic is imported only when there is something to do: it would add a tenth of a second to
every start.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect

from kotoutus_desktop.errors import DamagedFile, NewerFile
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models import revisions
from kotoutus_desktop.models.verified_copy import verified_copy

if TYPE_CHECKING:
    from alembic.config import Config

_NEWER = N_(
    "This file was saved by a newer version of the program. "
    "Update the program to open it. The file was not changed."
)
_NOT_OURS = N_("This file was not made by the program. It was not changed.")
_BROKEN = N_("The file could not be brought up to date. It is as it was before.")


def bring_up_to_date(engine: Engine, path: Path, key: bytes | bytearray) -> Path | None:
    """Take the steps that the file has not been through.

    A file that holds something is copied and the copy verified first, into the folder
    `copies` beside it; returns the copy. Raises NewerFile, DamagedFile or CannotWrite; the
    file is then as it was.
    """
    with engine.execution_options(readonly=True).connect() as connection:
        revision = _revision(connection)
    if revision == revisions.NEWEST:
        return None
    if revision is not None and revision not in known_revisions():
        raise NewerFile(_NEWER)
    copy = None if revision is None else verified_copy(path, key, _copy_of(path))
    _upgrade(engine)
    return copy


def known_revisions() -> list[str]:
    """Return the numbers of all steps, newest first."""
    from alembic.script import ScriptDirectory

    return [step.revision for step in ScriptDirectory.from_config(config(None)).walk_revisions()]


def config(connection: Connection | None) -> Config:
    """Return what Alembic needs to know; there is no alembic.ini."""
    from alembic.config import Config

    settings = Config()
    folder = str(Path(revisions.__file__).parent)
    settings.set_main_option("script_location", folder.replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings


def _revision(connection: Connection) -> str | None:
    """Return the last step of the file; None for a file without tables."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise DamagedFile(_NOT_OURS)
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if found is None:
        raise DamagedFile(_NOT_OURS)
    return str(found)


def _copy_of(path: Path) -> Path:
    moment = datetime.now(UTC)
    name = f"{path.stem}-before-{revisions.NEWEST}-{moment:%Y%m%d-%H%M%S}{path.suffix}"
    return path.parent / "copies" / name


def _upgrade(engine: Engine) -> None:
    from alembic import command

    with engine.connect() as connection:
        # Inside a transaction this has no effect, and with it on, rebuilding a table would
        # delete every row that refers to it.
        connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]
        try:
            with connection.begin():
                command.upgrade(config(connection), "head")
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise DamagedFile(_BROKEN)
        finally:
            connection.connection.driver_connection.execute("PRAGMA foreign_keys = ON")  # type: ignore[union-attr]

import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, select
from sqlalchemy.orm import configure_mappers

from kotoutus_desktop.errors import DamagedFile, NewerFile
from kotoutus_desktop.models import revisions
from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.engine import open_engine
from kotoutus_desktop.models.key_slots import keys_beside, unlock
from kotoutus_desktop.models.migrations import OURS, Steps, bring_up_to_date
from kotoutus_desktop.models.verified_copy import verify

KEY = bytes(range(32))
KEPT = sorted((Path(__file__).parent / "data").glob("revision-*.kotoutus"))

REBUILD = f"""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "next", "{revisions.NEWEST}"

def upgrade():
    with op.batch_alter_table("client") as table:
        table.alter_column("phone", nullable=True, existing_type=sa.Text())
    op.add_column("client", sa.Column("extra", sa.Text(), nullable=False, server_default="x"))
"""
BREAK = REBUILD + "    raise ArithmeticError\n"
ORPHAN = REBUILD + "    op.execute('DELETE FROM client')\n"


def shape(engine):
    """What the models rely on: columns, keys, references and indexes of every table."""
    tables = inspect(engine)
    return {
        table: {
            "columns": sorted(
                (column["name"], str(column["type"]), column["nullable"])
                for column in tables.get_columns(table)
            ),
            "key": tables.get_pk_constraint(table),
            "references": sorted(map(repr, tables.get_foreign_keys(table))),
            "indexes": sorted(map(repr, tables.get_indexes(table))),
        }
        for table in tables.get_table_names()
        if table != "alembic_version"
    }


@pytest.fixture
def path(tmp_path):
    """A file of the newest revision with one case."""
    path = tmp_path / "office.kotoutus"
    unlocked = unlock(keys_beside(KEPT[-1]), "kolme hyvää sanaa")
    shutil.copyfile(KEPT[-1], path)
    shutil.copyfile(keys_beside(KEPT[-1]), keys_beside(path))
    connection = connect(path, unlocked.key)
    connection.execute(f"PRAGMA rekey = \"x'{KEY.hex()}'\"")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return path


@pytest.fixture
def steps(tmp_path):
    """A function that gives our steps and one more."""

    def with_one_more(text):
        folder = tmp_path / "revisions 100%"
        shutil.copytree(OURS.folder, folder)
        (folder / "versions" / "revision_next.py").write_text(text)
        return Steps(folder, "next")

    return with_one_more


def rows(path, query):
    connection = connect(path, KEY)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def upgrade(path, steps):
    engine = open_engine(path, KEY)
    try:
        return bring_up_to_date(engine, path, KEY, steps)
    finally:
        engine.dispose()


def test_the_steps_arrive_at_what_the_models_say(tmp_path):
    migrated, declared = (
        open_engine(tmp_path / name, KEY, create=True) for name in ("migrated", "declared")
    )
    bring_up_to_date(migrated, tmp_path / "migrated", KEY)
    configure_mappers()  # which loads every table
    Model.metadata.create_all(declared)

    assert shape(migrated) == shape(declared)
    migrated.dispose()
    declared.dispose()


def test_the_newest_step_is_the_one_that_is_looked_for():
    assert OURS.known()[0] == revisions.NEWEST


def test_no_step_imports_what_changes_with_the_models():
    for step in (OURS.folder / "versions").glob("*.py"):
        imports = [line for line in step.read_text().splitlines() if "kotoutus_desktop" in line]

        assert all("kotoutus_desktop.models.revisions" in line for line in imports)


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_file_of_every_release_opens(tmp_path, kept):
    path = tmp_path / "office.kotoutus"
    shutil.copyfile(kept, path)
    key = unlock(keys_beside(kept), "kolme hyvää sanaa").key

    database = Database(path, key, must_exist=True)

    with database.reading() as session:
        client = session.scalars(select(Client)).one()
        assert client.full_name == "Hodan Warsame"
        assert client.plans[0].measures[0].what.text == "kurssi"
    database.close()
    verify(path, key)


def test_a_file_is_kept_of_every_revision():
    assert [path.stem.removeprefix("revision-") for path in KEPT] == sorted(OURS.known())


def test_opening_a_file_that_is_up_to_date_does_not_import_alembic(path):
    program = (
        "import sys; from pathlib import Path;"
        "from kotoutus_desktop.models.database import Database;"
        f"Database(Path({str(path)!r}), bytes(range(32)), must_exist=True).close();"
        "sys.exit('alembic' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_new_file_needs_no_copy(database):
    assert database.copy_before_update is None
    assert not (database.path.parent / "copies").exists()


def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(path, steps):
    upgrade(path, steps(REBUILD))

    assert rows(path, "SELECT given_names, extra FROM client") == [("Hodan", "x")]
    assert rows(path, "SELECT count(*) FROM measure") == [(1,)]
    assert rows(path, "SELECT version_num FROM alembic_version") == [("next",)]


def test_a_verified_copy_with_its_keys_is_made_first(path, steps):
    copy = upgrade(path, steps(REBUILD))

    assert copy.parent == path.parent / "copies"
    assert rows(copy, "SELECT version_num FROM alembic_version") == [(revisions.NEWEST,)]
    assert keys_beside(copy).read_bytes() == keys_beside(path).read_bytes()


@pytest.mark.parametrize(("text", "failure"), [(BREAK, ArithmeticError), (ORPHAN, DamagedFile)])
def test_a_step_that_fails_leaves_the_file_as_it_was(path, steps, text, failure):
    before = rows(path, "SELECT sql FROM sqlite_schema ORDER BY name")

    with pytest.raises(failure):
        upgrade(path, steps(text))

    assert rows(path, "SELECT sql FROM sqlite_schema ORDER BY name") == before
    assert rows(path, "SELECT given_names FROM client") == [("Hodan",)]
    assert rows(path, "SELECT version_num FROM alembic_version") == [(revisions.NEWEST,)]


def test_references_are_checked_again_after_an_update(path, steps):
    engine = open_engine(path, KEY)
    bring_up_to_date(engine, path, KEY, steps(REBUILD))

    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()


def test_a_file_of_a_newer_version_is_refused_and_not_touched(path):
    connection = connect(path, KEY)
    connection.execute("UPDATE alembic_version SET version_num = 'later'")
    connection.close()
    before = path.read_bytes()

    with pytest.raises(NewerFile):
        Database(path, KEY)

    assert path.read_bytes() == before
    assert not (path.parent / "copies").exists()


@pytest.mark.parametrize("change", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"])
def test_a_file_that_is_not_ours_is_refused_and_not_touched(path, change):
    connection = connect(path, KEY)
    connection.execute(change)
    connection.close()
    before = path.read_bytes()

    with pytest.raises(DamagedFile):
        Database(path, KEY)

    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("days", "outcome", "unknown"),
    [(1, "", 0), (89, "", 0), (91, "", 1), (1, "Aika varattu", 1)],
)
def test_an_older_contact_stays_open_only_where_it_may_still_wait(tmp_path, days, outcome, unknown):
    (kept,) = [path for path in KEPT if path.stem == "revision-0010"]
    path = tmp_path / "office.kotoutus"
    shutil.copyfile(kept, path)
    shutil.copyfile(keys_beside(kept), keys_beside(path))
    key = unlock(keys_beside(path), "kolme hyvää sanaa").key
    came = (datetime.now(UTC).date() - timedelta(days=days)).isoformat()
    connection = connect(path, key)
    for table in ("contact", "plan", "assessment"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute(
        "INSERT INTO contact(id, client_id, learned_on, channel, made_by, outcome)"
        f" SELECT randomblob(16), id, '{came}', 'KELA', '', '{outcome}' FROM client"
    )
    connection.commit()
    connection.close()
    engine = open_engine(path, key)
    bring_up_to_date(engine, path, key)
    with engine.connect() as upgraded:
        found = upgraded.exec_driver_sql("SELECT handled_on, handling_unknown FROM contact").all()
    engine.dispose()

    assert [tuple(row) for row in found] == [(None, unknown)]

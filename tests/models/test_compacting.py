import pytest
from sqlalchemy import text

from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.models import connection as connecting
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.compacting import compact
from tests.conftest import KEY
from tests.plaintext import plaintext


def test_what_was_deleted_is_in_no_page_and_in_no_log_beside_the_file(database, make_client):
    with database.transaction() as session:
        session.add_all(make_client(street="Kadonneenkatu") for _ in range(300))
    database.forget_for_good()  # out of the log, into the pages
    assert b"Kadonneenkatu" in plaintext(database.path, KEY)
    with database.transaction() as session:
        session.query(Client).delete()
        for table in ("replaced", "operation"):
            session.execute(text(f"DELETE FROM {table}"))

    database.forget_for_good()

    assert b"Kadonneenkatu" not in plaintext(database.path, KEY)
    wal = database.path.with_name(database.path.name + "-wal")
    assert not wal.exists() or wal.stat().st_size == 0


def test_a_file_in_which_somebody_reads_says_that_its_log_is_emptied_later(
    database, make_client, monkeypatch
):
    monkeypatch.setattr(connecting, "WAIT_FOR_A_LOCK", 0.1)
    with database.transaction() as session:
        session.add(make_client())
    with database.reading() as session:
        session.query(Client).count()

        with pytest.raises(CannotWrite):
            compact(database.path, KEY)

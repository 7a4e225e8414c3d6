import time
from uuid import uuid4

import pytest

from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.engine import LOG_KEY
from kotoutus_desktop.models.history.noting import LONGEST_DETAIL, Act, Note, note
from kotoutus_desktop.models.history.sealing import first_broken_link
from kotoutus_desktop.models.key_slots import subkey
from tests.conftest import KEY
from tests.models.history.conftest import rows


def noted(database):
    return rows(database, "SELECT act, actor, detail FROM log_entry WHERE act <> 'change'")


def test_a_note_is_sealed_with_the_changes_of_its_transaction(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        note(session.connection(), Note(Act.VIEW, client.id, "client"))
    connection = connect(database.path, KEY)

    assert [act for act, *_rest in noted(database)] == ["view"]
    assert first_broken_link(connection, subkey(KEY, LOG_KEY)) is None
    assert connection.execute("SELECT count(*) FROM log_entry WHERE digest IS NULL").fetchone() == (
        0,
    )
    connection.close()


def test_a_note_names_who_has_unlocked_the_file_unless_it_says_who(database, officer):
    other = uuid4()
    database.act_as(officer.id)
    with database.transaction() as session:
        note(session.connection(), Note(Act.SEARCH), Note(Act.EXPORT, actor=other))

    assert [actor for _act, actor, _detail in noted(database)] == [officer.id.bytes, other.bytes]


def test_a_long_reason_is_cut(database):
    with database.transaction() as session:
        note(session.connection(), Note(Act.RESTRICTED_OPEN, detail="a" * 9999))

    assert len(noted(database)[0][2]) == LONGEST_DETAIL


def test_a_look_is_written_with_the_next_change(database, make_client):
    database.note_soon(Note(Act.VIEW, uuid4(), "client"))
    assert noted(database) == []

    with database.transaction() as session:
        session.add(make_client())

    assert len(noted(database)) == 1


def test_a_look_survives_a_change_that_was_rejected(database):
    database.note_soon(Note(Act.VIEW, uuid4(), "client"))
    with pytest.raises(ZeroDivisionError), database.transaction():
        1 / 0  # noqa: B018 - the form is refused
    assert noted(database) == []

    database.write_notes()

    assert len(noted(database)) == 1


def test_a_look_is_written_when_the_file_is_closed(database):
    database.note_soon(Note(Act.VIEW, uuid4(), "client"))
    database.close()
    connection = connect(database.path, KEY)

    assert connection.execute("SELECT act FROM log_entry").fetchall() == [("view",)]
    connection.close()


def test_noting_a_look_keeps_no_window_waiting(database):
    start = time.perf_counter()
    for _ in range(100):
        database.note_soon(Note(Act.VIEW, uuid4(), "client"))

    assert (time.perf_counter() - start) / 100 < 0.001

from datetime import date

from sqlalchemy.orm import configure_mappers

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.row_state import (
    empty,
    parents,
    referring,
    state_of,
    stored,
    tables_by_name,
)
from kotoutus_desktop.models.orientation import Course, CourseMeeting


def states(database, *keys):
    with database.reading() as session:
        return [state_of(session.connection(), key.bytes) for key in keys]


def test_the_values_of_a_row_are_those_that_nobody_replaced(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
    with database.transaction() as session:
        session.get_one(Client, client.id).call_name = "Amal H."

    (state,) = states(database, client.id)

    assert [value for _, value in state.heads["call_name"]] == ["Amal H."]
    assert [value for _, value in state.heads["given_names"]] == ["Amal Hassan"]
    assert (state.subject, state.deleted, state.contradicted) == ("client", False, False)


def test_a_row_is_deleted_by_who_has_seen_all_of_it(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
    with database.transaction() as session:
        session.delete(session.get_one(Client, client.id))

    (state,) = states(database, client.id)

    assert state.deleted
    assert not state.contradicted


def test_a_row_without_operations_is_nothing(database):
    (state,) = states(database, Course().id)

    assert (state.subject, state.heads, state.deleted) == ("", {}, False)
    assert list(parents(state)) == []


def test_a_meeting_refers_to_its_course(database):
    course = Course()
    with database.transaction() as session:
        session.add(course)
        session.flush()
        meeting = CourseMeeting(
            course_id=course.id, held_on=date(2026, 12, 1), starts=540, minutes=165
        )
        session.add(meeting)

    (state,) = states(database, meeting.id)

    assert list(parents(state)) == [course.id.bytes]
    assert ("course_meeting", "course_id") in referring("course")


def test_a_field_that_no_operation_names_is_empty():
    configure_mappers()
    client = Model.metadata.tables["client"].columns

    assert empty(client.closed_on) is None
    assert empty(client.phone) == ""
    assert empty(client.interpreter_needed) == 0
    assert empty(client.citizenships) == "[]"


def test_keys_are_stored_as_bytes():
    key = Course().id
    column = tables_by_name()["client"].columns.officer_id

    assert stored(column, key.hex) == key.bytes
    assert stored(column, None) is None
    assert stored(tables_by_name()["client"].columns.phone, "050") == "050"

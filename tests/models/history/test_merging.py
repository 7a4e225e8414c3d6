import json
from dataclasses import replace
from datetime import date
from unittest.mock import patch

import pytest

from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history import rebuilding
from kotoutus_desktop.models.history.merging import (
    NewerTransfer,
    OtherIdentity,
    bundle_of,
    erase,
    merge,
    settle,
)
from kotoutus_desktop.models.history.recording import start_recording
from kotoutus_desktop.models.history.row_state import Operation
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.orientation import Course, CourseMeeting, Enrolment
from tests.models.history.conftest import cases, change, clashes, delete, rows, send

DAY = date(2026, 11, 24)


@pytest.fixture
def pair(laptop, make_client):
    """Two laptops that know the same client."""
    one, other = laptop(), laptop()
    client = make_client()
    with one.transaction() as session:
        session.add(client)
    send(one, other)
    return one, other, client.id


def test_a_case_arrives_as_it_is(pair):
    one, other, _ = pair

    assert cases(other) == cases(one)


def test_reading_a_file_again_changes_nothing(pair):
    one, other, _ = pair
    before = cases(other)

    assert send(one, other) == 0
    assert cases(other) == before


def test_two_who_change_different_fields_lose_nothing(pair):
    one, other, key = pair
    change(one, Client, key, call_name="Amal H.")
    change(other, Client, key, dialect="Aleppo")

    send(one, other)
    send(other, one)

    with one.reading() as session:
        client = session.get_one(Client, key)
        assert (client.call_name, client.dialect) == ("Amal H.", "Aleppo")
    assert cases(one) == cases(other)
    assert clashes(one) == clashes(other) == []


def test_two_who_change_the_same_field_are_told_and_neither_value_is_lost(pair):
    one, other, key = pair
    change(one, Client, key, phone="050 1")
    change(other, Client, key, phone="050 2")

    send(one, other)
    send(other, one)

    assert cases(one) == cases(other)
    ((field, shown, kept),) = clashes(one)
    assert clashes(other) == [(field, shown, kept)]
    assert (field, {json.loads(shown), json.loads(kept)}) == ("phone", {"050 1", "050 2"})


def test_who_answers_a_clash_answers_it_everywhere(pair):
    one, other, key = pair
    change(one, Client, key, phone="050 1")
    change(other, Client, key, phone="050 2")
    send(other, one)

    with one.transaction() as session:
        settle(session.connection(), "client", key.bytes, "phone", "050 1")
    send(one, other)

    assert clashes(one) == clashes(other) == []
    for database in (one, other):
        with database.reading() as session:
            assert session.get_one(Client, key).phone == "050 1"


def test_writing_the_field_anew_answers_a_clash_too(pair):
    one, other, key = pair
    change(one, Client, key, phone="050 1")
    change(other, Client, key, phone="050 2")
    send(other, one)

    change(one, Client, key, phone="050 3")
    send(one, other)

    assert clashes(one) == clashes(other) == []


def test_the_same_value_from_both_is_no_clash(pair):
    one, other, key = pair
    for database in pair[:2]:
        change(database, Client, key, phone="050 1")

    send(one, other)

    assert clashes(other) == []


def test_what_one_deleted_and_the_other_left_alone_is_gone(pair):
    one, other, key = pair
    delete(one, Client, key)

    send(one, other)

    assert cases(other)["client"] == []


def test_a_change_wins_over_a_deletion_that_did_not_know_of_it(pair):
    one, other, key = pair
    delete(one, Client, key)
    change(other, Client, key, phone="050 2")

    send(one, other)
    send(other, one)

    assert cases(one) == cases(other)
    assert [client["phone"] for client in cases(one)["client"]] == ["050 2"]
    assert clashes(one) == [("-", "0", "1")]

    with one.transaction() as session:
        settle(session.connection(), "client", key.bytes, "-", 1)
    send(one, other)
    assert cases(one)["client"] == cases(other)["client"] == []
    assert clashes(other) == []


def test_a_new_row_keeps_the_client_whom_another_deleted(pair):
    one, other, key = pair
    delete(one, Client, key)
    with other.transaction() as session:
        session.add(Contact(client_id=key, learned_on=DAY, channel=ContactChannel.SELF))

    send(one, other)
    send(other, one)

    assert cases(one) == cases(other)
    assert len(cases(one)["client"]) == len(cases(one)["contact"]) == 1


def test_a_new_meeting_keeps_the_course_that_another_deleted(laptop):
    one, other = laptop(), laptop()
    course = Course(number="K7-0001")
    with one.transaction() as session:
        session.add(course)
    send(one, other)
    delete(one, Course, course.id)
    with other.transaction() as session:
        session.add(CourseMeeting(course_id=course.id, held_on=DAY, starts=540, minutes=165))

    send(one, other)
    send(other, one)

    assert cases(one) == cases(other)
    assert len(cases(one)["course"]) == len(cases(one)["course_meeting"]) == 1


def test_one_case_goes_alone_with_what_belongs_to_the_office(pair, make_client):
    one, other, key = pair
    neighbour = make_client(number="U7-0215")
    course = Course(number="K7-0001")
    with one.transaction() as session:
        session.add_all([neighbour, course])
        session.flush()
        session.add_all(
            [Enrolment(course_id=course.id, client_id=client) for client in (key, neighbour.id)]
        )

    send(one, other, [key.bytes])

    assert [row["number"] for row in cases(other)["client"]] == ["U7-0214"]
    assert len(cases(other)["course"]) == len(cases(other)["enrolment"]) == 1


def test_an_erased_client_comes_back_from_no_older_file(pair):
    one, other, key = pair
    with one.transaction() as session:
        erase(session.connection(), key.bytes)
    change(other, Client, key, phone="050 2")

    send(other, one)
    assert cases(one)["client"] == []
    send(one, other)
    assert cases(other)["client"] == []
    assert rows(other, "SELECT count(*) FROM operation") == [(0,)]


def test_what_a_newer_version_says_is_passed_on(pair):
    one, other, key = pair
    newer = Operation(
        b"n" * 16, 1, 1, None, "client", key.bytes, key.bytes, '{"shoe_size":"42","dialect":"x"}'
    )
    unknown = Operation(b"n" * 16, 2, 1, None, "robot", b"r" * 16, None, '{"name":"R2"}')
    with one.reading() as session:
        bundle = bundle_of(session.connection())
    bundle = replace(bundle, operations=(*bundle.operations, newer, unknown))
    with other.transaction() as session:
        assert merge(session.connection(), bundle) == 2

    assert send(other, one) == 2
    with one.reading() as session:
        assert session.get_one(Client, key).dialect == "x"


def test_a_bundle_of_a_newer_form_is_refused(pair):
    one, other, _ = pair
    with one.reading() as session:
        bundle = replace(bundle_of(session.connection()), format=2)

    with pytest.raises(NewerTransfer), other.transaction() as session:
        merge(session.connection(), bundle)


def test_two_files_with_one_identity_are_found_out(pair):
    one, other, _ = pair
    with one.reading() as session:
        bundle = bundle_of(session.connection())
    forged = bundle.operations[0]._replace(fields="{}")

    with pytest.raises(OtherIdentity), other.transaction() as session:
        merge(session.connection(), replace(bundle, operations=(forged,)))
    assert len(cases(other)["client"]) == 1


def test_what_was_written_here_for_a_client_erased_elsewhere_goes_too(pair):
    one, other, key = pair
    with one.transaction() as session:
        erase(session.connection(), key.bytes)
    with other.transaction() as session:
        session.add(Contact(client_id=key, learned_on=DAY, channel=ContactChannel.SELF))

    send(one, other)

    assert rows(other, "SELECT count(*) FROM operation") == [(0,)]
    assert cases(other)["contact"] == []


def test_a_reference_that_was_cleared_is_cleared_elsewhere(pair):
    one, other, key = pair
    officer = Officer(name="Maija")
    with one.transaction() as session:
        session.add(officer)
        session.flush()
        session.get_one(Client, key).officer_id = officer.id
    send(one, other)
    change(one, Client, key, officer_id=None)

    send(one, other)

    with other.reading() as session:
        assert session.get_one(Client, key).officer_id is None
    assert cases(other) == cases(one)


def test_a_field_that_may_be_missing_arrives_empty_where_it_is_empty(laptop, make_client):
    one, other = laptop(), laptop()
    with one.transaction() as session:
        client = make_client()
        session.add(client)
        session.flush()
        insert = "UPDATE client SET identity_code = '' WHERE id = ?"
        session.connection().exec_driver_sql(insert, (client.id.bytes,))

    send(one, other)

    assert cases(other)["client"][0]["identity_code"] == ""


def test_what_a_newer_version_wrote_is_shown_once_the_program_is_updated(pair):
    one, other, key = pair
    change(one, Client, key, dialect="Aleppo")
    with patch.object(rebuilding, "_put"):  # the other does not know the field
        send(one, other)
    with other.transaction() as session:
        assert session.get_one(Client, key).dialect == ""
        session.connection().exec_driver_sql("UPDATE replica SET triggers = 'older'")
        start_recording(session.connection())

    assert cases(other) == cases(one)

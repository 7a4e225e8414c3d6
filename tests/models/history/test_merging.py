import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.merging import (
    NewerTransfer,
    OtherIdentity,
    bundle_of,
    erase,
    merge,
    settle,
)
from kotoutus_desktop.models.history.row_state import Operation
from kotoutus_desktop.models.orientation import Course, CourseMeeting, Enrolment
from tests.models.history.conftest import cases, rows

DAY = date(2026, 11, 24)


def send(source, target, only=None):
    """Bring what one laptop knows to another; returns how much was new."""
    with source.reading() as session:
        bundle = bundle_of(session.connection(), only)
    with target.transaction() as session:
        return merge(session.connection(), bundle)


def change(database, model, key, **values):
    with database.transaction() as session:
        row = session.get(model, key)
        for name, value in values.items():
            if row is not None:
                setattr(row, name, value)


def clashes(database):
    return rows(database, "SELECT field, shown, other FROM clash ORDER BY field, other")


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


def delete(database, model, key):
    with database.transaction() as session:
        row = session.get(model, key)
        if row is not None:
            session.delete(row)


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


# what may happen on a laptop: (which laptop, what, which of two clients, a value)
ACTS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(
            [
                "name",
                "phone",
                "contact",
                "uncontact",
                "delete",
                "course",
                "uncourse",
                "enrol",
                "send",
            ]
        ),
        st.integers(0, 2),
        st.sampled_from(["a", "b"]),
    ),
    max_size=24,
)


class Office:
    """Three laptops of one office."""

    def __init__(self, laptops, make_client):
        self.laptops = laptops
        self.clients = [make_client(number=f"U7-{number}") for number in range(2)]
        self.course = Course(number="K7-0001")
        with laptops[0].transaction() as session:
            session.add_all([*self.clients, self.course])
        for other in laptops[1:]:
            send(laptops[0], other)

    def act(self, where, what, whom, value):
        database = self.laptops[where]
        client = self.clients[whom % 2].id
        if what == "send":
            send(database, self.laptops[whom])
        elif what in ("name", "phone"):
            change(database, Client, client, **{"call_name" if what == "name" else "phone": value})
        elif what == "delete":
            delete(database, Client, client)
        elif what == "uncourse":
            delete(database, Course, self.course.id)
        elif what == "course":
            change(database, Course, self.course.id, place=value)
        else:
            self._row(database, what, client)

    def _row(self, database, what, client):
        with database.transaction() as session:
            if what == "uncontact":
                for contact in session.scalars(select(Contact).where(Contact.client_id == client)):
                    session.delete(contact)
            elif session.get(Client, client) is None:
                return
            elif what == "contact":
                session.add(Contact(client_id=client, learned_on=DAY, channel=ContactChannel.SELF))
            elif session.get(Course, self.course.id) is not None:
                session.add(Enrolment(course_id=self.course.id, client_id=client))

    def exchange(self):
        for _ in range(2):
            for source in self.laptops:
                for target in self.laptops:
                    if source is not target:
                        send(source, target)


@given(ACTS)
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_whatever_happens_all_laptops_come_to_the_same_and_no_value_is_lost(
    laptop, make_client, acts
):
    office = Office([laptop() for _ in range(3)], make_client)
    for act in acts:
        office.act(*act)

    office.exchange()

    first, *others = office.laptops
    for other in others:
        assert cases(other) == cases(first)
        assert clashes(other) == clashes(first)
        assert rows(other, "SELECT count(*) FROM operation") == rows(
            first, "SELECT count(*) FROM operation"
        )
    assert_nothing_is_lost(first)


def assert_nothing_is_lost(database):
    """Each value is shown, or a clash tells of it, or somebody who saw it replaced it."""
    shown = {
        (row["id"].bytes, name): value
        for table in cases(database).values()
        for row in table
        for name, value in row.items()
    }
    told = {
        (row, field, json.loads(each))
        for row, field, *both in rows(database, 'SELECT "row", field, shown, other FROM clash')
        for each in both
    }
    replaced = {
        (replica, seq): fields
        for replica, seq, fields in rows(
            database,
            "SELECT v.replica, v.seq, group_concat(b.fields) FROM replaced v"
            " JOIN operation b ON b.replica = v.by_replica AND b.seq = v.by_seq GROUP BY 1, 2",
        )
    }
    for replica, seq, row, fields in rows(
        database, "SELECT replica, seq, \"row\", fields FROM operation WHERE subject = 'client'"
    ):
        for name in {"call_name", "phone"} & json.loads(fields).keys():
            value = json.loads(fields)[name]
            later = replaced.get((replica, seq), "")
            assert (
                shown.get((row, name)) == value
                or (row, name, value) in told
                or f'"{name}"' in later
                or '"-"' in later
            )

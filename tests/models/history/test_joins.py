"""Joined records on several laptops: whatever is written and sent, all come to the same."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kotoutus_desktop.models.attachment import AttachmentContent
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.joins import joined_cases, with_joined
from kotoutus_desktop.models.history.merging import erase, show_records
from kotoutus_desktop.models.joining import JoinedClient
from tests.models.history.conftest import cases, change, clashes, delete, rows, send

DAY = date(2026, 11, 24)


def join(database, first, second):
    """Join two records, as `casework.joining` does at heart."""
    with database.transaction("joined") as session:
        if session.get(Client, first) is None or session.get(Client, second) is None:
            return
        session.add(JoinedClient(client_id=first, joined_id=second, joined_on=DAY))
        session.flush()
        show_records(session.connection(), [second.bytes])
        session.expunge_all()


def separate(database, second):
    with database.transaction("separated") as session:
        found = session.scalars(select(JoinedClient).where(JoinedClient.joined_id == second)).all()
        for row in found:
            session.delete(row)
        session.flush()
        show_records(session.connection(), [second.bytes])
        session.expunge_all()


def meet(database, client, day=DAY):
    with database.transaction() as session:
        if session.get(Client, client) is not None:
            session.add(Contact(client_id=client, learned_on=day, channel=ContactChannel.SELF))


def contacts(database):
    with database.reading() as session:
        return sorted(session.scalars(select(Contact.client_id)))


@pytest.fixture
def two(laptop, make_client):
    """Two laptops with two records of one person, each with a contact."""
    here, there = laptop(), laptop()
    people = [make_client(number=f"U7-{number}", phone=str(number)) for number in range(2)]
    with here.transaction() as session:
        session.add_all(people)
    for person in people:
        meet(here, person.id)
    send(here, there)
    return here, there, *(person.id for person in people)


def test_a_laptop_that_goes_on_with_the_second_record_loses_nothing(two):
    here, there, first, second = two
    join(here, first, second)
    meet(there, second, date(2026, 12, 1))
    change(there, Client, second, phone="040")

    send(there, here)
    send(here, there)

    for database in two[:2]:
        assert contacts(database) == [first, first, first]
        told = rows(database, 'SELECT fields FROM operation WHERE "row" = ?', second.bytes)
        assert any(json.loads(fields).get("phone") == "040" for (fields,) in told)
    assert cases(here) == cases(there)


def test_joining_and_separating_on_two_laptops_come_to_the_same(two):
    here, there, first, second = two
    before = cases(here)
    join(here, first, second)
    send(here, there)
    assert contacts(there) == [first, first]
    separate(there, second)
    send(there, here)

    assert cases(here) == cases(there) == before


def test_two_laptops_that_join_the_other_way_round_come_to_one_person(two):
    here, there, first, second = two
    join(here, first, second)
    join(there, second, first)
    for _ in range(2):
        send(here, there)
        send(there, here)

    assert cases(here) == cases(there)
    assert contacts(here) == [min(first, second)] * 2
    for database in two[:2]:
        separate(database, first)
        separate(database, second)
    send(here, there)
    assert contacts(there) == sorted([first, second])


def test_a_case_is_sent_with_all_its_records(two, laptop):
    here, _there, first, second = two
    join(here, first, second)
    fresh = laptop()

    send(here, fresh, [first.bytes])

    assert contacts(fresh) == [first, first]
    with here.reading() as session:
        connection = session.connection()
        both = {first.bytes, second.bytes}
        assert with_joined(connection, [first.bytes]) == both
        assert with_joined(connection, [second.bytes]) == both
        assert joined_cases(connection) == {second.bytes: first.bytes}


def test_a_record_restricted_elsewhere_restricts_the_person_at_once(two):
    here, there, first, second = two
    join(here, first, second)
    change(there, Client, second, non_disclosure=True)

    send(there, here)

    with here.reading() as session:
        assert session.get_one(Client, first).non_disclosure
    send(here, there)
    assert cases(here) == cases(there)


def test_a_restriction_ends_where_the_record_that_brought_it_is_separate_again(two):
    here, there, first, second = two
    change(here, Client, second, restricted=True)
    join(here, first, second)
    send(here, there)
    separate(here, second)
    send(here, there)

    assert cases(here) == cases(there)
    with here.reading() as session:
        assert not session.get_one(Client, first).restricted
        assert session.get_one(Client, second).restricted


def test_erasing_the_person_forgets_both_records_everywhere(two):
    here, there, first, second = two
    join(here, first, second)
    meet(there, second)
    with here.transaction() as session:
        erase(session.connection(), first.bytes)
    send(here, there)
    send(there, here)

    for database in two[:2]:
        assert contacts(database) == []
        assert rows(database, "SELECT id FROM client") == []
        assert rows(database, "SELECT subject FROM operation WHERE case_id IS NOT NULL") == []


def test_where_the_first_was_erased_elsewhere_the_second_is_a_person_again(two):
    here, there, first, second = two
    join(here, first, second)
    with there.transaction() as session:
        erase(session.connection(), first.bytes)

    send(there, here)
    send(here, there)

    assert contacts(here) == contacts(there) == [second]
    assert cases(here) == cases(there)


def test_the_bytes_of_a_scan_go_with_it_and_come_back(two):
    here, _there, first, second = two
    from kotoutus_desktop.models.attachment import Attachment, AttachmentKind, MediaType

    with here.transaction() as session:
        scan = Attachment(
            client_id=second,
            kind=next(iter(AttachmentKind)),
            media_type=next(iter(MediaType)),
            title="Lupa",
            digest="",
            size=1,
            added_on=DAY,
        )
        session.add(scan)
        session.flush()
        content = AttachmentContent(client_id=second, attachment_id=scan.id, content=b"x")
        session.add(content)
    join(here, first, second)
    with here.reading() as session:
        assert session.scalars(select(AttachmentContent.client_id)).one() == first
    separate(here, second)
    with here.reading() as session:
        assert session.scalars(select(AttachmentContent.client_id)).one() == second


WHAT = ["join", "separate", "phone", "contact", "hide", "delete", "send", "send"]
ACTS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(WHAT), st.integers(0, 2), st.integers(0, 2)),
    max_size=24,
)


@given(ACTS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_joined_all_laptops_come_to_the_same(laptop, make_client, acts):
    come_to_the_same(laptop, make_client, acts)


@pytest.mark.whole
@pytest.mark.timeout(3600)
@given(ACTS)
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_four_hundred_histories_with_joins_come_to_the_same(laptop, make_client, acts):
    come_to_the_same(laptop, make_client, acts)


class Office:
    """Three laptops that know the same three records, and how many contacts were written."""

    def __init__(self, laptop, make_client):
        self.laptops = [laptop() for _ in range(3)]
        people = [make_client(number=f"U7-{number}", phone="") for number in range(3)]
        with self.laptops[0].transaction() as session:
            session.add_all(people)
        self.people = [person.id for person in people]
        for person in self.people:
            meet(self.laptops[0], person)
        for other in self.laptops[1:]:
            send(self.laptops[0], other)
        self.written = 3

    def act(self, where, what, whom, other):
        database, person, second = self.laptops[where], self.people[whom], self.people[other]
        if what == "join":
            if person != second:
                join(database, person, second)
        elif what == "send":
            if self.laptops[other] is not database:
                send(database, self.laptops[other])
        else:
            self._write(database, what, person, other)

    def _write(self, database, what, person, other):
        if what == "separate":
            separate(database, person)
        elif what == "phone":
            change(database, Client, person, phone=str(other))
        elif what == "hide":
            change(database, Client, person, restricted=bool(other))
        elif what == "delete":
            delete(database, Client, person)
        else:
            self.written += is_there(database, person)
            meet(database, person)

    def exchange(self):
        for _ in range(3):
            for source in self.laptops:
                for target in self.laptops:
                    if source is not target:
                        send(source, target)

    def agrees(self):
        first, *others = self.laptops
        for each in others:
            assert cases(each) == cases(first)
            assert clashes(each) == clashes(first)


def come_to_the_same(laptop, make_client, acts):
    office = Office(laptop, make_client)
    for act in acts:
        office.act(*act)

    office.exchange()

    office.agrees()
    first = office.laptops[0]
    if not any(what == "delete" for _where, what, _whom, _other in acts):
        assert len(contacts(first)) == office.written
        assert set(contacts(first)) <= {key for key in office.people if is_there(first, key)}
    for person in office.people:
        separate(first, person)
    for row, client in rows(first, "SELECT id, client_id FROM contact"):
        fields = rows(first, 'SELECT fields FROM operation WHERE "row" = ? ORDER BY at', row)
        assert client.hex() == json.loads(fields[0][0])["client_id"]
    office.exchange()
    office.agrees()


def is_there(database, key):
    with database.reading() as session:
        return session.get(Client, key) is not None

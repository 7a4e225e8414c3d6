"""Joined records on several laptops: whatever is written and sent, all come to the same."""

import json
from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.models.attachment import AttachmentContent
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.joins import joined_cases, with_joined
from kotoutus_desktop.models.history.merging import erase, show_records
from kotoutus_desktop.models.joining import JoinedClient
from tests.models.history.conftest import cases, change, rows, send

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

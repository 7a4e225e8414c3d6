from datetime import date

import pytest

from kotoutus_desktop.casework.log.lines import (
    FieldChange,
    LogFilter,
    Way,
    client_log,
    note_reading,
)
from kotoutus_desktop.casework.papers import PaperOrigin, record_issued
from kotoutus_desktop.casework.restricted import NotLetIn, ReasonNeeded, open_restricted
from kotoutus_desktop.errors import NotAllowed
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.models.issued import IssuedWay
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.work_list import OwnTask
from tests.models.history.conftest import change, delete, rows, send


@pytest.fixture
def client(database, office, officer, make_client):
    made = make_client(officer_id=officer.id, phone="040 1234567")
    database.act_as(officer.id)
    with database.transaction() as session:
        session.add(made)
    return made


def log(database, client, **wanted):
    with database.reading() as session:
        return client_log(session, client.id, LogFilter(**wanted))


def test_a_change_is_told_with_what_was_there_before(database, client, officer):
    change(database, Client, client.id, call_name="Amani", dialect="levanttilainen")

    latest, first = log(database, client)
    assert (latest.act, latest.way, latest.subject) == (Act.CHANGE, Way.CHANGED, "client")
    assert latest.who == officer.id
    assert set(latest.changes) == {
        FieldChange("call_name", "Amal", "Amani"),
        FieldChange("dialect", None, "levanttilainen"),
    }
    assert first.way is Way.ADDED
    assert FieldChange("number", None, "U7-0214") in first.changes
    assert not any(each.field in ("dialect", "closing_note") for each in first.changes)


def test_what_only_follows_from_other_fields_is_no_change(database, client):
    change(database, Client, client.id, sort_name="al-khatib")

    assert [line.way for line in log(database, client)] == [Way.ADDED]


def test_numbers_are_those_of_the_chain(database, client):
    change(database, Client, client.id, call_name="Amani")

    numbers = [line.number for line in log(database, client)]
    assert numbers == [
        seq
        for (seq,) in rows(
            database,
            "SELECT seq FROM log_entry WHERE case_id = ? ORDER BY seq DESC",
            client.id.bytes,
        )
    ]


def test_what_belongs_to_the_case_is_in_it_deleted_and_brought_back(database, client, today):
    with database.transaction("contact") as session:
        contact = Contact(client_id=client.id, learned_on=today, channel=ContactChannel.SELF)
        session.add(contact)
    delete(database, Contact, contact.id)
    with database.transaction() as session:
        session.add(
            Contact(
                id=contact.id, client_id=client.id, learned_on=today, channel=ContactChannel.SELF
            )
        )

    ways = [line.way for line in log(database, client) if line.subject == "contact"]
    assert ways == [Way.BROUGHT_BACK, Way.DELETED, Way.ADDED]


def test_looks_papers_and_the_reading_of_the_log_are_in_it(database, client, officer, clock_now):
    database.note_soon(Note(Act.VIEW, client.id, "client", client.id))
    with database.transaction() as session:
        record_issued(
            session, PaperOrigin(client.id, "notice:3"), b"%PDF", ["fi"], IssuedWay.SAVED, clock_now
        )
    with database.reading() as session:
        note_reading(session, client.id)
    database.write_notes()

    acts = [line.act for line in log(database, client) if line.act is not Act.CHANGE]
    assert acts == [Act.READ_LOG, Act.SAVE, Act.VIEW]


def test_another_client_is_not_in_it(database, client, make_client):
    other = make_client(number="U7-0300", call_name="Muu")
    with database.transaction() as session:
        session.add(other)

    assert len(log(database, client)) == 1


def test_lines_are_chosen_by_day_person_and_act(database, client, officer):
    database.note_soon(Note(Act.VIEW, client.id, "client", client.id))
    database.write_notes()
    (line,) = log(database, client, acts=frozenset({Act.VIEW}))
    day = line.at.astimezone().date()

    assert log(database, client, first=day, last=day, who=officer.id)
    assert log(database, client, last=date(2020, 1, 1)) == []
    assert log(database, client, first=date(9999, 1, 1)) == []
    assert log(database, client, who=client.id) == []


def test_the_changes_of_another_laptop_are_told_without_a_number(laptop, office, make_client):
    here, there = laptop(), laptop()
    client = make_client()
    with there.transaction() as session:
        session.add(client)
    send(there, here)

    lines = log(here, client)
    assert [(line.number, line.way) for line in lines] == [(None, Way.ADDED)]


def test_the_identity_code_is_told_to_have_changed_and_nothing_more(database, client):
    change(database, Client, client.id, identity_code="131052-308T", phone="050 765")

    latest = log(database, client)[0]
    assert set(latest.changes) == {
        FieldChange("identity_code", hidden=True),
        FieldChange("phone", "040 1234567", "050 765"),
    }


def test_the_places_of_a_restricted_case_are_not_told(database, client, officer):
    change(database, Client, client.id, non_disclosure=True)
    change(database, Client, client.id, street="Salakuja 7", phone="050 765")
    with database.transaction() as session:
        open_restricted(session, client.id, "Rang up about a key")

    told = log(database, client)
    assert FieldChange("street", hidden=True) in told[1].changes
    assert "Salakuja" not in repr(told)
    assert "050 765" not in repr(told)
    assert "040 1234567" not in repr(told)


def test_what_was_typed_freely_about_a_restricted_case_is_not_told(
    database, client, officer, today
):
    change(database, Client, client.id, trafficking_victim=True)
    with database.transaction() as session:
        open_restricted(session, client.id, "Rang up about a key")
        session.add(
            OwnTask(client_id=client.id, text="Avain: Piilokuja 7", due_on=today, made_on=today)
        )

    latest = log(database, client)[0]
    assert FieldChange("text", hidden=True) in latest.changes
    assert FieldChange("due_on", None, today) in latest.changes


def test_the_log_of_a_restricted_case_opens_to_who_may_open_the_case(database, client, officer):
    change(database, Client, client.id, restricted=True)
    with pytest.raises(ReasonNeeded):
        log(database, client)
    colleague = Officer(name="Olli Toinen")
    with database.transaction() as session:
        session.add(colleague)
    database.act_as(colleague.id)
    with pytest.raises(NotLetIn):
        log(database, client)


def test_a_trainer_sees_no_log(database, client):
    database.show_to(Role.TRAINER)
    with pytest.raises(NotAllowed):
        log(database, client)

from dataclasses import replace
from datetime import date

import pytest

from kotoutus_desktop.casework.journal import (
    LONGEST_ENTRY,
    Written,
    add_entry,
    change_entry,
    hidden_entries,
    journal_of,
    remove_entry,
)
from kotoutus_desktop.errors import InvalidInput, NotAllowed
from kotoutus_desktop.models.journal import Confidentiality, JournalWay
from kotoutus_desktop.models.office import Officer

TODAY = date(2026, 11, 24)
WRITTEN = Written(TODAY, JournalWay.TELEPHONE, "Sovittiin käynnistä koululla.", "Koulun opettaja")


@pytest.fixture
def people(database, officer):
    """The client's counsellor, a colleague who writes, and another one."""
    others = [Officer(name=name) for name in ("Anna Malli", "Olli Oma")]
    with database.transaction() as session:
        session.add_all(others)
    return officer, *others


@pytest.fixture
def client(database, make_client, officer):
    client = make_client(officer_id=officer.id)
    with database.transaction() as session:
        session.add(client)
    return client


def write(database, client, officer, **fields):
    with database.transaction() as session:
        return add_entry(session, client.id, replace(WRITTEN, **fields), officer.id, TODAY)


def read(database, client, officer):
    with database.reading() as session:
        return [each.text for each in journal_of(session, client.id, officer.id)]


def test_the_latest_stands_first(database, client, people):
    write(database, client, people[0], happened_on=date(2026, 11, 1), text="Ensin.")
    write(database, client, people[0], text="Sitten.")

    assert read(database, client, people[1]) == ["Sitten.", "Ensin."]


def test_what_is_for_the_counsellor_is_read_by_the_writer_and_the_counsellor_alone(
    database, client, people
):
    counsellor, writer, other = people
    write(database, client, writer, confidentiality=Confidentiality.COUNSELLOR)
    write(database, client, writer, confidentiality=Confidentiality.NOT_TO_CLIENT, text="Muille.")

    assert len(read(database, client, counsellor)) == 2
    assert len(read(database, client, writer)) == 2
    assert read(database, client, other) == ["Muille."]
    with database.reading() as session:
        assert hidden_entries(session, client.id, other.id) == 1
        assert hidden_entries(session, client.id, counsellor.id) == 0
        assert [each.text for each in journal_of(session, client.id, None)] == ["Muille."]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"happened_on": None}, "happened_on"),
        ({"happened_on": date(2026, 11, 25)}, "happened_on"),
        ({"text": "  "}, "text"),
        ({"text": "x" * (LONGEST_ENTRY + 1)}, "text"),
        ({"with_whom": "x" * 400}, "with_whom"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(database, client, people, fields, field):
    with pytest.raises(InvalidInput) as refused:
        write(database, client, people[0], **fields)

    assert refused.value.field == field
    assert read(database, client, people[0]) == []


def test_only_the_writer_corrects_and_deletes(database, client, people):
    counsellor, writer, _other = people
    entry = write(database, client, writer)
    corrected = replace(WRITTEN, text="Sovittiin käynnistä kirjastossa.")
    with database.transaction() as session, pytest.raises(NotAllowed):
        change_entry(session, entry.id, corrected, counsellor.id, TODAY)
    with database.transaction() as session, pytest.raises(NotAllowed):
        remove_entry(session, entry.id, counsellor.id)

    with database.transaction() as session:
        change_entry(session, entry.id, corrected, writer.id, TODAY)
    assert read(database, client, counsellor) == ["Sovittiin käynnistä kirjastossa."]
    with database.transaction() as session:
        remove_entry(session, entry.id, writer.id)
    assert read(database, client, counsellor) == []

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.held import held_on, note_given
from kotoutus_desktop.casework.others import OTHERS, Hidden
from kotoutus_desktop.casework.restricted import ReasonNeeded
from kotoutus_desktop.models.circumstances import Guardian, GuardianKind
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.draft import Draft
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.journal import Confidentiality, JournalEntry, JournalWay
from tests.planting import plant

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def planted(database, office, officer):
    database.act_as(officer.id)
    with database.transaction() as session:
        found = plant(session.connection())
        session.get_one(Client, found.client_id).officer_id = officer.id
        for mark in ("non_disclosure", "trafficking_victim", "restricted"):
            setattr(session.get_one(Client, found.client_id), mark, False)
    return found


def held(database, client_id):
    with database.reading() as session:
        return held_on(session, client_id)


def entry(client, text, confidentiality):
    return JournalEntry(
        client_id=client.id,
        happened_on=date(2026, 11, 1),
        way=JournalWay.VISIT,
        text=text,
        confidentiality=confidentiality,
        recorded_on=date(2026, 11, 1),
    )


def test_every_column_of_every_table_of_a_case_is_there(database, planted):
    found = held(database, planted.client_id)

    values = {
        (table.name, name): value
        for table in found.tables
        for row in table.rows
        for name, value in row.values.items()
    }
    others = {(table, name) for table, names in OTHERS.items() for name in names}
    for place, word in planted.words.items():
        if place in others:
            assert values[place] is Hidden.OTHER_PERSON
        else:
            assert str(word) in str(values[place])


def test_what_stood_there_before_is_there_too_and_what_is_gone(database, planted):
    with database.transaction() as session:
        session.get_one(Client, planted.client_id).street = "Uusikatu 2"
        session.delete(session.get_one(Guardian, planted.rows["guardian"]))

    found = held(database, planted.client_id)

    earlier = {(each.table, each.column): each.value for each in found.earlier}
    assert earlier["client", "street"] == planted.words["client", "street"]
    assert ("client", "town") not in earlier
    assert earlier["guardian", "kind"] in list(GuardianKind)
    assert earlier["guardian", "name"] is Hidden.OTHER_PERSON


def test_an_entry_that_is_not_for_the_client_is_kept_back_also_as_it_was_before(database, planted):
    client = planted.client_id
    with database.transaction() as session:
        one = session.get_one(JournalEntry, planted.rows["journal_entry"])
        one.confidentiality, one.text = Confidentiality.NOT_TO_CLIENT, "Uhka"
    with database.transaction() as session:
        session.get_one(JournalEntry, planted.rows["journal_entry"]).text = "Uhka on ohi"

    found = held(database, client)

    (table,) = (each for each in found.tables if each.name == "journal_entry")
    assert table.rows[0].values["text"] is Hidden.WITHHELD
    told = [each.value for each in found.earlier if each.table == "journal_entry"]
    assert not [value for value in told if "Uhka" in str(value)]
    assert planted.words["journal_entry", "text"] not in map(str, told)


def test_half_typed_forms_about_the_person_are_there_without_other_people(database, planted):
    with database.transaction() as session:
        for subject, content in (
            (planted.client_id, {"phone": "050", "guardians": [{"name": "Äiti"}]}),
            (None, {"phone": "040"}),
        ):
            session.add(Draft(form="intake", subject=subject, content=content, saved_at=NOW))

    (draft,) = held(database, planted.client_id).drafts

    assert draft == ("intake", {"phone": "050", "guardians": "other_person"})


def test_a_record_of_another_case_that_points_at_the_person_is_counted_and_not_told(
    database, planted, make_client
):
    child = make_client(number="U7-9")
    child.guardians = [
        Guardian(
            client_id=child.id,
            kind=GuardianKind.GUARDIAN,
            name="Isä",
            person_id=planted.client_id,
        )
    ]
    with database.transaction() as session:
        session.add(child)

    found = held(database, planted.client_id)

    assert [(m.table, m.column, m.count) for m in found.mentions] == [("guardian", "person_id", 1)]
    assert "U7-9" not in repr(found)


def test_a_restricted_case_is_given_out_by_its_door_alone(database, planted):
    with database.transaction() as session:
        session.get_one(Client, planted.client_id).non_disclosure = True

    with pytest.raises(ReasonNeeded):
        held(database, planted.client_id)


def test_giving_it_out_is_noted(database, planted):
    with database.transaction() as session:
        note_given(session, planted.client_id)

    with database.reading() as session:
        query = select(LOG_ENTRY.c.act, LOG_ENTRY.c.subject).where(LOG_ENTRY.c.act != "change")
        assert session.execute(query).all() == [("export", "access")]
    assert ("export", "access") in [
        (each.act, each.subject) for each in held(database, planted.client_id).acts
    ]

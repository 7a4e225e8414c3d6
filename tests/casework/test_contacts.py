from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework.assess import open_assessment
from kotoutus_desktop.casework.contacts import handle_contacts
from kotoutus_desktop.casework.ledger import ledger_rows
from kotoutus_desktop.casework.ledger_courses import Selection
from kotoutus_desktop.casework.overview import case_standing
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.rules.obligations import Rule, State
from tests.casebook import NOW

YEAR = Selection(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def add_contact(database, client, today):
    """Return a maker of contacts that came some days ago."""

    def add_it(days, **fields):
        with database.transaction() as session:
            learned = today - timedelta(days=days)
            session.add(
                Contact(
                    client_id=client.id, learned_on=learned, channel=ContactChannel.KELA, **fields
                )
            )

    return add_it


def standing(database, client, today):
    with database.reading() as session:
        return case_standing(get_client(session, client.id), the_office(session), today)


def counted(database, today):
    with database.reading() as session:
        rows = ledger_rows(session, YEAR, today)
        return [row.state for row in rows if row.obligation.rule is Rule.CONTACT]


def test_the_oldest_open_contact_waits_until_it_is_handled(
    database, client, officer, add_contact, today
):
    add_contact(20, handled_on=today)
    add_contact(5)
    add_contact(3)
    assert standing(database, client, today).contact_on == today - timedelta(days=5)

    with database.transaction() as session:
        handled = handle_contacts(session, client.id, officer.id, today)
        assert {(each.handled_on, each.handled_by) for each in handled} == {(today, officer.id)}

    assert standing(database, client, today).contact_on is None


def test_a_contact_of_a_later_day_stays_open(database, client, officer, add_contact, today):
    add_contact(-1)
    with database.transaction() as session:
        assert handle_contacts(session, client.id, officer.id, today) == []


def test_whoever_starts_the_assessment_takes_the_contact_up(
    database, client, officer, add_contact, today
):
    add_contact(4)
    with database.transaction() as session:
        open_assessment(session, get_client(session, client.id), officer.id, today, NOW)

    assert standing(database, client, today).contact_on is None
    assert counted(database, today) == [State.IN_TIME]


@pytest.mark.parametrize(
    ("days", "handled_after", "state"),
    [(10, 7, State.IN_TIME), (10, 8, State.LATE), (10, None, State.LATE), (3, None, State.OPEN)],
)
def test_monitoring_counts_a_contact_by_the_target_of_the_office(
    database, add_contact, today, days, handled_after, state
):
    came = today - timedelta(days=days)
    handled = None if handled_after is None else came + timedelta(days=handled_after)
    add_contact(days, handled_on=handled)

    assert counted(database, today) == [state]


def test_what_was_handled_on_an_unknown_day_neither_waits_nor_counts(
    database, client, add_contact, today
):
    add_contact(40, handling_unknown=True)

    assert standing(database, client, today).contact_on is None
    assert counted(database, today) == []
    assert standing(database, client, today).learned_on == today - timedelta(days=40)

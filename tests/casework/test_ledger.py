from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework.ledger import (
    LONGEST_REASON,
    give_reason,
    ledger_rows,
    officers_with_clients,
)
from kotoutus_desktop.casework.ledger_courses import Selection
from kotoutus_desktop.casework.plans import refer
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.rules.obligations import Rule, State

LATER = date(2027, 2, 1)
AROUND = Selection(date(2026, 11, 1), date(2027, 1, 31))


@pytest.fixture
def rows(database):
    """Return a reader of the rows."""

    def read(today=LATER, selection=AROUND):
        with database.reading() as session:
            return ledger_rows(session, selection, today)

    return read


def test_what_falls_due_in_the_period_is_listed_by_its_day(planned, rows, today):
    found = [(row.obligation.rule, row.obligation.due, row.state) for row in rows()]

    assert found == [
        (Rule.ASSESSMENT, today + timedelta(days=14), State.IN_TIME),
        (Rule.REFERRAL, date(2026, 12, 24), State.LATE),
    ]


def test_what_is_done_is_no_longer_late(database, planned, rows):
    with database.transaction() as session:
        (plan,) = get_client(session, planned.id).plans
        refer(session, plan, plan.measures[0].id, date(2026, 12, 24))

    assert rows()[-1].state is State.IN_TIME


def test_a_late_row_takes_a_reason_and_the_latest_holds(database, planned, rows, officer):
    late = rows()[-1]
    for reason in ("Kurssi oli täynnä.", "  Asiakas oli sairaalassa. "):
        with database.transaction() as session:
            given = give_reason(session, late, reason, officer.id, LATER)

    assert given.reason == rows()[-1].reason == "Asiakas oli sairaalassa."


def test_a_reason_can_be_taken_away(database, planned, rows, officer):
    for reason in ("Kurssi oli täynnä.", ""):
        with database.transaction() as session:
            give_reason(session, rows()[-1], reason, officer.id, LATER)

    assert rows()[-1].reason == ""


def test_a_reason_belongs_to_its_own_referral(database, planned, rows, officer):
    with database.transaction() as session:
        (plan,) = get_client(session, planned.id).plans
        goal = plan.goals[-1]
        (first,) = plan.measures
        goal.measures.append(type(first)(client_id=planned.id, kind=first.kind, position=1))
    with database.transaction() as session:
        give_reason(session, rows()[-1], "Kurssi oli täynnä.", officer.id, LATER)

    assert sorted(row.reason for row in rows()[-2:]) == ["", "Kurssi oli täynnä."]


def test_a_reason_of_something_in_time_or_without_end_is_refused(database, planned, rows, officer):
    in_time, late = rows()
    with database.transaction() as session:
        with pytest.raises(InvalidInput):
            give_reason(session, in_time, "Syy.", officer.id, LATER)
        with pytest.raises(InvalidInput):
            give_reason(session, late, "x" * (LONGEST_REASON + 1), officer.id, LATER)


def test_counsellors_are_offered_with_the_number_of_their_clients(database, client, officer):
    with database.transaction() as session:
        session.add(Officer(name="Aino Ilman"))
    with database.reading() as session:
        assert officers_with_clients(session) == [(officer.id, officer.name, 1)]

from datetime import date
from decimal import Decimal

import pytest

from kotoutus_desktop.casework.appointments.booked import get_booked
from kotoutus_desktop.casework.appointments.fees import (
    decide,
    decision_of,
    facts_of,
    highest_on,
    judge,
    missed_between,
    missed_one,
    record_cap,
    withdraw,
)
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.models.appointment import (
    Appointment,
    AppointmentState,
    InterpreterKind,
    ToldHow,
)
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.rules.fee_chain import FeeLink, fee_gaps, fee_of

TODAY, DAY, DUE = date(2026, 11, 24), date(2026, 11, 12), date(2026, 11, 26)


@pytest.fixture
def missed(database, make_time):
    """A missed review in 2026 with everything in order but the highest fee and the judgement."""
    time = make_time(
        held_on=DAY,
        booked_on=date(2026, 11, 2),
        interpreter_kind=InterpreterKind.ON_THE_SPOT,
        interpreter_language="ar",
        interpreter_cost=8800,
        fee_told_on=date(2026, 11, 2),
        cancelling_told_on=date(2026, 11, 2),
        told_in="ar",
        told_how=ToldHow.INTERPRETED,
        state=AppointmentState.MISSED,
    )
    with database.transaction() as session:
        session.add(time)
    return time


@pytest.fixture
def chargeable(database, missed):
    """The same after the office entered the highest fee and judged the reason."""
    with database.transaction() as session:
        record_cap(session, date(2026, 1, 1), 6020, "999/2025")
        judge(session, missed.id, accepted=False, unreasonable=False)
    return missed


def gaps(database, time):
    with database.reading() as session:
        return fee_gaps(facts_of(session, session.get_one(Appointment, time.id)))


def test_the_gaps_of_what_is_not_judged_and_not_known_are_named(database, missed):
    assert gaps(database, missed) == (
        FeeLink.NO_EXCUSE,
        FeeLink.NOT_UNREASONABLE,
        FeeLink.HIGHEST_KNOWN,
    )


def test_nothing_is_charged_while_there_is_a_gap(database, missed, officer):
    with database.transaction() as session, pytest.raises(KotoutusError, match="gap"):
        decide(session, missed.id, DUE, "", officer.id, TODAY)

    with database.reading() as session:
        assert decision_of(session, missed.id) is None


def test_a_decision_keeps_what_held_when_it_was_made(database, chargeable, officer):
    with database.transaction() as session:
        made = decide(session, chargeable.id, DUE, " Soitettu turhaan. ", officer.id, TODAY)
    assert (made.amount, made.cost, made.highest) == (6020, 8800, 6020)
    assert (made.due_on, made.reason, made.decided_on) == (DUE, "Soitettu turhaan.", TODAY)

    with database.transaction() as session:
        record_cap(session, date(2026, 1, 1), 5000, "korjattu")
    with database.reading() as session:
        assert decision_of(session, chargeable.id).amount == 6020


@pytest.mark.parametrize("due", [None, date(2026, 11, 25)])
def test_it_is_due_two_weeks_after_the_time_at_the_earliest(database, chargeable, officer, due):
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        decide(session, chargeable.id, due, "", officer.id, TODAY)

    assert refused.value.field == "due_on"


def test_it_is_not_due_before_it_is_decided(database, chargeable, officer):
    with database.transaction() as session, pytest.raises(InvalidInput):
        decide(session, chargeable.id, DUE, "", officer.id, date(2026, 12, 10))


def test_one_decision_stands_until_it_is_withdrawn_with_a_reason(database, chargeable, officer):
    with database.transaction() as session:
        made = decide(session, chargeable.id, DUE, "", officer.id, TODAY)
    for act in (
        lambda session: decide(session, chargeable.id, DUE, "", officer.id, TODAY),
        lambda session: judge(session, chargeable.id, accepted=True, unreasonable=False),
    ):
        with database.transaction() as session, pytest.raises(KotoutusError, match="Withdraw"):
            act(session)
    with database.transaction() as session, pytest.raises(InvalidInput):
        withdraw(session, made.id, " ", TODAY)
    with database.transaction() as session:
        withdraw(session, made.id, "Asiakas oli sairaalassa.", TODAY)

    with database.reading() as session:
        assert decision_of(session, chargeable.id) is None


def test_what_is_unreasonable_needs_its_reason_and_costs_nothing(database, chargeable):
    with database.transaction() as session, pytest.raises(InvalidInput):
        judge(session, chargeable.id, accepted=False, unreasonable=True)
    with database.transaction() as session:
        judge(session, chargeable.id, accepted=False, unreasonable=True, reason="Varaton perhe.")

    assert gaps(database, chargeable) == (FeeLink.NOT_UNREASONABLE,)


def test_the_highest_fee_is_the_acts_then_the_offices_for_two_years(database):
    with database.transaction() as session:
        record_cap(session, date(2026, 1, 1), 6020, "999/2025")
    with database.reading() as session:
        assert highest_on(session, date(2024, 12, 31)) is None
        assert highest_on(session, date(2025, 12, 31)) == Decimal("56.70")
        assert highest_on(session, date(2027, 12, 31)) == Decimal("60.20")
        assert highest_on(session, date(2028, 1, 1)) is None


@pytest.mark.parametrize(
    ("since", "highest", "source", "field"),
    [
        (None, 6020, "1/2025", "since"),
        (date(2026, 2, 1), 6020, "1/2025", "since"),
        (date(2026, 1, 1), 0, "1/2025", "highest"),
        (date(2026, 1, 1), None, "1/2025", "highest"),
        (date(2026, 1, 1), 999_999, "1/2025", "highest"),
        (date(2026, 1, 1), 6020, " ", "source"),
    ],
)
def test_a_highest_fee_that_cannot_be_is_refused(database, since, highest, source, field):
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        record_cap(session, since, highest, source)

    assert refused.value.field == field


@pytest.mark.parametrize(
    ("fields", "link"),
    [
        ({"told_in": "fi"}, FeeLink.UNDERSTOOD),
        ({"interpreter_kind": None}, FeeLink.COST),
        ({"interpreter_cost": None}, FeeLink.COST),
        ({"cancelling_told_on": None}, FeeLink.CANCELLING_TOLD),
    ],
)
def test_each_thing_not_done_at_booking_is_a_gap(database, chargeable, fields, link):
    with database.transaction() as session:
        stored = session.get_one(Appointment, chargeable.id)
        for name, value in fields.items():
            setattr(stored, name, value)

    assert gaps(database, chargeable) == (link,)


@pytest.mark.parametrize(
    ("person", "understood"),
    [
        ({}, True),
        ({"reads": ["ar"]}, True),
        ({"reads": ["so"]}, False),
        ({"literacy": "illiterate", "reads": ["ar"]}, False),
    ],
)
def test_a_letter_is_understood_by_who_reads_its_language(
    database, make_time, make_person, person, understood
):
    time = make_time(client=make_person(**person), told_in="ar", told_how=ToldHow.LETTER)
    with database.transaction() as session:
        session.add(time)
    with database.reading() as session:
        assert facts_of(session, session.get_one(Appointment, time.id)).understood is understood


@pytest.mark.parametrize(
    ("born", "precision", "counted"),
    [
        (date(2008, 1, 1), Precision.YEAR, date(2008, 12, 31)),
        (date(2008, 2, 1), Precision.MONTH, date(2008, 2, 29)),
        (date(2008, 2, 3), Precision.DAY, date(2008, 2, 3)),
        (date(2008, 2, 3), Precision.UNKNOWN, None),
        (None, Precision.DAY, None),
    ],
)
def test_who_may_be_under_age_is_taken_to_be(
    database, make_time, make_person, born, precision, counted
):
    time = make_time(client=make_person(born=born, born_precision=precision))
    with database.transaction() as session:
        session.add(time)
    with database.reading() as session:
        assert facts_of(session, session.get_one(Appointment, time.id)).born == counted


def test_missed_times_come_with_their_chain_and_decision(database, chargeable, make_time, officer):
    came = make_time(held_on=DAY, state=AppointmentState.CAME)
    with database.transaction() as session:
        session.add(came)
        made = decide(session, chargeable.id, DUE, "", officer.id, TODAY)
    with database.reading() as session:
        found = missed_between(session, date(2026, 11, 1), date(2026, 11, 30))
        alone = missed_one(session, get_booked(session, chargeable.id))
    assert [each.time.id for each in found] == [chargeable.id]
    assert found[0].decision.id == made.id
    assert fee_of(alone.facts) == Decimal("60.20")

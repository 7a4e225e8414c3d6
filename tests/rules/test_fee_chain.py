from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.fee import Appointment, fee_amount, fee_refusals
from kotoutus_desktop.rules.fee_chain import (
    FeeFacts,
    FeeLink,
    Hold,
    cap_holds_until,
    fee_chain,
    fee_gaps,
    fee_of,
    is_understood,
    why_due,
)

WHOLE = FeeFacts(
    born=date(1990, 5, 17),
    booked_on=date(2025, 9, 1),
    booked_for=date(2025, 9, 15),
    purpose="review",
    cost=Decimal("88"),
    fee_told_on=date(2025, 9, 1),
    cancelling_told_on=date(2025, 9, 1),
    understood=True,
    missed=True,
    excuse_accepted=False,
    unreasonable=False,
    highest=Decimal("56.70"),
)
OPEN_OR_NOT = st.sampled_from([None, True, False])


def test_a_whole_chain_costs_the_interpreter_up_to_the_highest_fee():
    assert fee_gaps(WHOLE) == ()
    assert fee_of(WHOLE) == Decimal("56.70")
    assert [each.section.number for each in fee_chain(WHOLE)] == ["32 a"] * len(FeeLink)


@pytest.mark.parametrize(
    ("fields", "link", "hold"),
    [
        ({"purpose": "other"}, FeeLink.PURPOSE, Hold.BROKEN),
        ({"born": date(2008, 1, 1)}, FeeLink.OF_AGE, Hold.BROKEN),
        ({"born": None}, FeeLink.OF_AGE, Hold.OPEN),
        ({"fee_told_on": None}, FeeLink.FEE_TOLD, Hold.OPEN),
        ({"fee_told_on": date(2025, 9, 16)}, FeeLink.FEE_TOLD, Hold.BROKEN),
        ({"cancelling_told_on": None}, FeeLink.CANCELLING_TOLD, Hold.OPEN),
        ({"understood": False}, FeeLink.UNDERSTOOD, Hold.BROKEN),
        ({"understood": None}, FeeLink.UNDERSTOOD, Hold.OPEN),
        ({"cost": None}, FeeLink.COST, Hold.OPEN),
        ({"cost": Decimal(0)}, FeeLink.COST, Hold.BROKEN),
        ({"cancelled_before": True}, FeeLink.NOT_CANCELLED, Hold.BROKEN),
        ({"missed": False}, FeeLink.DID_NOT_COME, Hold.BROKEN),
        ({"excuse_accepted": True}, FeeLink.NO_EXCUSE, Hold.BROKEN),
        ({"excuse_accepted": None}, FeeLink.NO_EXCUSE, Hold.OPEN),
        ({"unreasonable": True}, FeeLink.NOT_UNREASONABLE, Hold.BROKEN),
        ({"unreasonable": None}, FeeLink.NOT_UNREASONABLE, Hold.OPEN),
        ({"highest": None}, FeeLink.HIGHEST_KNOWN, Hold.OPEN),
    ],
)
def test_one_gap_is_named_and_nothing_is_charged(fields, link, hold):
    facts = replace(WHOLE, **fields)

    assert fee_gaps(facts) == (link,)
    assert next(each.hold for each in fee_chain(facts) if each.link is link) is hold
    assert fee_of(facts) is None


def test_what_was_told_after_the_booking_holds_and_is_marked():
    facts = replace(WHOLE, fee_told_on=date(2025, 9, 3))

    assert [each.link for each in fee_chain(facts) if each.doubtful] == [FeeLink.FEE_TOLD]
    assert fee_gaps(facts) == ()


@given(
    purpose=st.sampled_from(["guidance", "assessment", "plan", "review", "other"]),
    age=st.integers(16, 20),
    told=st.tuples(st.booleans(), st.booleans(), OPEN_OR_NOT),
    happened=st.tuples(st.booleans(), st.booleans()),
    judged=st.tuples(OPEN_OR_NOT, OPEN_OR_NOT),
    cost=st.one_of(st.none(), st.decimals("0", "200", places=2)),
)
def test_a_fee_is_never_charged_where_the_act_refuses_it(
    purpose, age, told, happened, judged, cost
):
    day = WHOLE.booked_on
    facts = replace(
        WHOLE,
        purpose=purpose,
        born=WHOLE.booked_for.replace(year=WHOLE.booked_for.year - age),
        fee_told_on=day if told[0] else None,
        cancelling_told_on=day if told[1] else None,
        understood=told[2],
        missed=happened[0],
        cancelled_before=happened[1],
        excuse_accepted=judged[0],
        unreasonable=judged[1],
        cost=cost,
    )
    strict = Appointment(
        born=facts.born,
        booked_for=facts.booked_for,
        purpose=purpose,
        missed=happened[0],
        cancelled_before=happened[1],
        acceptable_reason=judged[0] is not False,
        told_at_booking=told == (True, True, True),
        unreasonable=judged[1] is not False,
        interpretation_cost=cost,
    )

    assert bool(fee_gaps(facts)) is bool(fee_refusals(strict))
    assert fee_of(facts) == fee_amount(strict, WHOLE.highest)


@pytest.mark.parametrize(
    ("told_in", "by_letter", "reads", "understood"),
    [
        ("", False, None, None),
        ("so", False, [], True),  # heard, so reading does not matter
        ("fi", False, ["fi"], False),
        ("so", True, ["so"], True),
        ("so", True, ["ar"], False),
        ("so", True, [], False),
        ("so", True, None, True),
    ],
)
def test_a_letter_has_to_be_read_and_a_word_to_be_known(told_in, by_letter, reads, understood):
    assert is_understood(told_in, by_letter=by_letter, known={"so"}, reads=reads) is understood


def test_an_adjusted_amount_holds_for_two_calendar_years():
    since = date(2026, 1, 1)

    assert cap_holds_until(since) == date(2027, 12, 31)
    assert cap_holds_until(since) + timedelta(days=1) == date(2028, 1, 1)


def test_the_earliest_due_day_is_two_weeks_after_the_booked_time():
    reason = why_due(date(2025, 9, 15))

    assert reason.result == date(2025, 9, 29)
    assert reason.event.day == date(2025, 9, 15)
    assert [section.number for section in reason.sections] == ["32 a"]

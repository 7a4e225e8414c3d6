from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.editions import NoEdition
from kotoutus_desktop.rules.fee import (
    Appointment,
    due_earliest,
    fee_amount,
    fee_refusals,
    is_cap_known,
)

CHARGED = Appointment(
    born=date(1990, 5, 17),
    booked_for=date(2025, 9, 15),
    purpose="review",
    missed=True,
    told_at_booking=True,
    interpretation_cost=Decimal("88"),
)


@pytest.mark.rule(61, "681/2023 § 32 a(1)")
@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({}, []),
        ({"born": date(2007, 9, 15)}, []),  # 18 that day
        ({"born": date(2007, 9, 16)}, ["under_18"]),
        ({"purpose": "orientation"}, ["purpose"]),
        ({"missed": False}, ["not_missed"]),
        ({"cancelled_before": True}, ["cancelled_before"]),
        ({"acceptable_reason": True}, ["acceptable_reason"]),
        ({"told_at_booking": False}, ["not_told"]),
        ({"unreasonable": True}, ["unreasonable"]),
        ({"interpretation_cost": None}, ["no_interpretation_cost"]),
        ({"interpretation_cost": Decimal(0)}, ["no_interpretation_cost"]),
        ({"missed": False, "told_at_booking": False}, ["not_missed", "not_told"]),
    ],
)
def test_the_fee_is_refused_for_every_reason_that_holds(fields, refused):
    appointment = replace(CHARGED, **fields)

    assert list(fee_refusals(appointment)) == refused
    assert (fee_amount(appointment) is None) is bool(refused)


@pytest.mark.parametrize("purpose", ["guidance", "assessment", "plan", "review"])
def test_four_kinds_of_appointment_may_cost(purpose):
    assert fee_refusals(replace(CHARGED, purpose=purpose)) == ()


@pytest.mark.rule(62, "681/2023 § 32 a(1)")
@given(st.decimals("0.01", "500", places=2))
def test_the_amount_is_the_cost_up_to_the_cap(cost):
    amount = fee_amount(replace(CHARGED, interpretation_cost=cost))

    assert amount == min(cost, Decimal("56.70"))


@pytest.mark.rule(63, "681/2023 § 32 a(2)")
def test_it_is_due_two_weeks_after_the_booked_day_at_the_earliest():
    assert due_earliest(date(2025, 9, 15)) == date(2025, 9, 29)


@pytest.mark.rule(62, "681/2023 § 32 a(4)")
def test_after_2025_the_cap_is_not_known_and_the_office_enters_it():
    later = replace(CHARGED, booked_for=date(2026, 1, 2))

    assert is_cap_known(date(2025, 12, 31))
    assert not is_cap_known(later.booked_for)
    assert fee_amount(later, Decimal("60.20")) == Decimal("60.20")
    assert fee_amount(later) == Decimal("56.70")


def test_before_the_act_there_was_no_cap():
    with pytest.raises(NoEdition):
        is_cap_known(date(2024, 12, 31))

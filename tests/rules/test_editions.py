from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from kotoutus_desktop.rules import editions
from kotoutus_desktop.rules.deadlines import next_review_by, referral_by
from kotoutus_desktop.rules.editions import (
    ACTS,
    FEES,
    IN_FORCE,
    PLANS,
    REIMBURSEMENTS,
    NoEdition,
    cited,
    edition_on,
)
from kotoutus_desktop.rules.entitlement import entitlement_ends
from kotoutus_desktop.rules.facts import AgreedPlan, Person, RightOfResidence
from kotoutus_desktop.rules.section import OLDER_PLAN_MAXIMUM, PLAN_EXTENSION, PLAN_MAXIMUM


@pytest.mark.parametrize("table", [PLANS, REIMBURSEMENTS, FEES, ACTS])
def test_a_table_is_in_order_of_time(table):
    assert list(table) == sorted(table, key=lambda edition: edition.since)


@pytest.mark.rule(34, "681/2023 § 102(2)")
@pytest.mark.parametrize(
    ("first_made", "months"), [("2024-12-31", 36), ("2025-01-01", 24), ("2026-07-01", 24)]
)
def test_the_day_of_the_first_plan_chooses_the_maximum(first_made, months):
    assert edition_on(PLANS, date.fromisoformat(first_made)).all_plans == months


def test_a_reform_adds_a_row_and_earlier_events_keep_theirs(monkeypatch):
    """An invented edition of 2027: what began before it is counted as before."""
    reform = date(2027, 1, 1)
    shorter = replace(ACTS[-1], since=reform, entitlement=24, referral=2, review=3)
    monkeypatch.setattr(editions, "ACTS", (*ACTS, shorter))
    last, first = reform - timedelta(days=1), reform

    assert [referral_by(day) for day in (last, first)] == [date(2027, 1, 31), date(2027, 3, 1)]
    plan = AgreedPlan(last, date(2027, 12, 31))
    assert next_review_by(plan, last) == date(2027, 6, 30)
    reviewed = replace(plan, reviewed=(first,))
    assert next_review_by(reviewed, first) == date(2027, 4, 1)
    people = [Person(None, RightOfResidence.PERMIT, day) for day in (last, first)]
    assert [entitlement_ends(each) for each in people] == [date(2029, 12, 31), date(2029, 1, 1)]


def test_there_was_no_fee_before_2025():
    with pytest.raises(NoEdition):
        edition_on(FEES, date(2024, 12, 31))
    assert edition_on(FEES, IN_FORCE).highest == Decimal("56.70")


def test_a_citation_names_sections_and_the_edition():
    assert cited(PLAN_MAXIMUM, PLAN_EXTENSION) == (
        "681/2023 § 23(2), 681/2023 § 23(3), edition 2025-01-01"
    )
    assert cited(OLDER_PLAN_MAXIMUM) == "1386/2010 § 12, edition 2011-09-01"

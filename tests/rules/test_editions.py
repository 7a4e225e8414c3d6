from datetime import date
from decimal import Decimal

import pytest

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
from kotoutus_desktop.rules.section import OLDER_PLAN_MAXIMUM, PLAN_EXTENSION, PLAN_MAXIMUM


@pytest.mark.parametrize("table", [PLANS, REIMBURSEMENTS, FEES, ACTS])
def test_a_table_is_in_order_of_time(table):
    assert list(table) == sorted(table, key=lambda edition: edition.since)


@pytest.mark.parametrize(
    ("first_made", "months"), [("2024-12-31", 36), ("2025-01-01", 24), ("2026-07-01", 24)]
)
def test_the_day_of_the_first_plan_chooses_the_maximum(first_made, months):
    assert edition_on(PLANS, date.fromisoformat(first_made)).all_plans == months


def test_there_was_no_fee_before_2025():
    with pytest.raises(NoEdition):
        edition_on(FEES, date(2024, 12, 31))
    assert edition_on(FEES, IN_FORCE).highest == Decimal("56.70")


def test_a_citation_names_sections_and_the_edition():
    assert cited(PLAN_MAXIMUM, PLAN_EXTENSION) == (
        "681/2023 § 23(2), 681/2023 § 23(3), edition 2025-01-01"
    )
    assert cited(OLDER_PLAN_MAXIMUM) == "1386/2010 § 12, edition 2011-09-01"

from datetime import date

import pytest

from kotoutus_desktop.rules.facts import Protection
from kotoutus_desktop.rules.reimbursement import (
    child_reimbursement_ends,
    claim_latest,
    reimbursement_edition,
    reimbursement_ends,
)

BEFORE, AFTER = "2024-12-31", "2025-01-01"


@pytest.mark.rule(71, "681/2023 § 61(3)", "681/2023 § 102(6)")
@pytest.mark.parametrize(
    ("protection", "start", "ends"),
    [
        (Protection.INTERNATIONAL_PROTECTION, AFTER, "2027-01-01"),
        (Protection.OTHER_PROTECTION, AFTER, "2027-01-01"),
        (Protection.FAMILY_OF_PROTECTED, AFTER, "2027-01-01"),
        (Protection.QUOTA_REFUGEE, AFTER, "2028-01-01"),
        (Protection.FAMILY_OF_QUOTA_REFUGEE, AFTER, "2028-01-01"),
        (Protection.INTERNATIONAL_PROTECTION, BEFORE, "2027-12-31"),
        (Protection.QUOTA_REFUGEE, BEFORE, "2028-12-31"),
        (Protection.FAMILY_OF_QUOTA_REFUGEE, BEFORE, "2027-12-31"),  # § 102(6) names them not
    ],
)
def test_the_imputed_reimbursement_ends(protection, start, ends):
    assert reimbursement_ends(protection, date.fromisoformat(start)) == date.fromisoformat(ends)


def test_nothing_is_reimbursed_without_protection_or_home_municipality():
    assert reimbursement_ends(None, date(2025, 1, 1)) is None
    assert reimbursement_ends(Protection.QUOTA_REFUGEE, None) is None


def test_the_section_follows_the_start():
    assert reimbursement_edition(date(2024, 12, 31)).section.code == "102.6"
    assert reimbursement_edition(date(2025, 1, 1)).section.code == "61.3"


@pytest.mark.rule(14, "681/2023 § 2(5)", "681/2023 § 61(4)")
@pytest.mark.rule(72, "681/2023 § 61(4)")
def test_a_child_born_in_finland_ends_with_the_parent():
    assert child_reimbursement_ends(date(2028, 1, 1), date(2027, 1, 1)) == date(2027, 1, 1)


@pytest.mark.rule(73, "681/2023 § 70(1)")
def test_claims_are_made_within_two_calendar_years():
    assert claim_latest(2025) == date(2027, 12, 31)

"""How long the State reimburses, and until when it is applied for (information only)."""

from datetime import date

from kotoutus_desktop.rules.editions import REIMBURSEMENTS, ReimbursementEdition, edition_on
from kotoutus_desktop.rules.facts import Protection
from kotoutus_desktop.rules.months import add_months

CLAIM_YEARS = 2  # § 70(1)


def reimbursement_edition(first_home_municipality: date) -> ReimbursementEdition:
    """Return the lengths that govern a reimbursement starting on that day.

    Source: 681/2023 § 61(3), § 102(6) (322/2024).
    """
    return edition_on(REIMBURSEMENTS, first_home_municipality)


def reimbursement_ends(
    protection: Protection | None, first_home_municipality: date | None
) -> date | None:
    """Return the last day of the imputed reimbursement for a person of § 2(3) or (4).

    It runs from the registration of the first home municipality: two years, three for quota
    refugees and their family. A time that began before 2025 is three years, four for quota
    refugees themselves. None for everybody else, and while the start is not known. Whose
    payments start with the permit instead (§ 59(3)) is not covered.

    Source: 681/2023 § 59(2), § 61(3), § 62(3), § 102(6).
    """
    if protection is None or first_home_municipality is None:
        return None
    months = reimbursement_edition(first_home_municipality).length(protection)
    return add_months(first_home_municipality, months)


def child_reimbursement_ends(own_end: date, parent_end: date) -> date:
    """Return the last day for a child born in Finland: at most the parent's last day.

    Source: 681/2023 § 61(4), § 62(4).
    """
    return min(own_end, parent_end)


def claim_latest(year: int) -> date:
    """Return the last day to apply for reimbursement of what was done in the year `year`.

    Source: 681/2023 § 70(1).
    """
    return date(year + CLAIM_YEARS, 12, 31)

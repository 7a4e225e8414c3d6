"""What staying away can bring a client: information beside a record, decided by others.

The Act itself has no sanction; it points to the acts on unemployment benefit and on social
assistance (§ 24(4)). Who decides is the payer, after hearing the client.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.rules.editions import BEFORE, edition_on
from kotoutus_desktop.rules.section import CONSEQUENCES, Section

LARGEST_CUT = 20  # per cent of the basic amount, 1412/1997 § 10(1)


class Consequence(StrEnum):
    """What can follow."""

    DAYS_WITHOUT_BENEFIT = "days_without_benefit"
    ASSISTANCE_REDUCED = "assistance_reduced"


@dataclass(frozen=True)
class AbsenceEdition:
    """From which negligence in twelve months on how many days are without benefit.

    `verified` is False where the change was seen on pages of authorities, not in the statute.
    """

    since: date
    from_negligence: int
    days: int
    verified: bool = True


# 1290/2002 chapter 2 a § 9, as amended by 685/2023 and 1102/2024
ABSENCES = (
    AbsenceEdition(BEFORE, from_negligence=2, days=7),
    AbsenceEdition(date(2026, 3, 1), from_negligence=1, days=7, verified=False),
)


@dataclass(frozen=True)
class PossibleEffect:
    """What can follow at most: `amount` in days or per cent; to be checked unless `verified`."""

    consequence: Consequence
    amount: int
    verified: bool
    section: Section = CONSEQUENCES


def possible_effects(
    on: date, *, earlier: int, unemployment_benefit: bool, social_assistance: bool
) -> list[PossibleEffect]:
    """Return what staying away without an acceptable reason can bring on the day `on`.

    `earlier`: how often before within twelve months. Empty for who has neither benefit.

    Source: 681/2023 § 24(4); 1290/2002 chapter 2 a, 1412/1997.
    """
    edition = edition_on(ABSENCES, on)
    found = []
    if unemployment_benefit and earlier + 1 >= edition.from_negligence:
        found.append(
            PossibleEffect(Consequence.DAYS_WITHOUT_BENEFIT, edition.days, edition.verified)
        )
    if social_assistance:
        found.append(PossibleEffect(Consequence.ASSISTANCE_REDUCED, LARGEST_CUT, verified=True))
    return found

"""When to ask whether the wellbeing services county should take part, and its own tasks.

A prompt never forces: whether services need co-ordinating is the counsellor's judgement.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.rules.entitlement import is_unaccompanied
from kotoutus_desktop.rules.facts import Person, Protection
from kotoutus_desktop.rules.months import is_under
from kotoutus_desktop.rules.section import (
    ASSESSMENT_COUNTY,
    HOUSING_BY_COUNTY,
    NO_HOUSING_DUTY,
    PLAN_COUNTY,
    REPRESENTATIVE,
    REVIEW_COUNTY,
    Section,
)

FULL_AGE = 18


class CountyPrompt(StrEnum):
    """Why to ask whether services of the municipality and the county need co-ordinating."""

    QUOTA_REFUGEE = "quota_refugee"
    UNACCOMPANIED = "unaccompanied"
    TRAFFICKING_VICTIM = "trafficking_victim"
    SOCIAL_ASSISTANCE = "social_assistance"
    HEALTH_OR_SOCIAL_NEEDS = "health_or_social_needs"


@dataclass(frozen=True)
class CountyTask:
    """A task of the county for an unaccompanied child; `done` as far as is known."""

    key: str
    section: Section
    done: bool


def county_prompts(person: Person, on: date, *, health_or_social_needs: bool) -> list[CountyPrompt]:
    """Return the reasons to ask about the county, for an assessment or a plan.

    The Act obliges the county where services must be co-ordinated; the groups are those for
    whom guidance says that this is most often so.

    Source: 681/2023 § 14(4), § 20(2); the groups: guidance.
    """
    found = {
        CountyPrompt.QUOTA_REFUGEE: person.protection is Protection.QUOTA_REFUGEE,
        CountyPrompt.UNACCOMPANIED: is_unaccompanied(person, on),
        CountyPrompt.TRAFFICKING_VICTIM: person.trafficking_victim,
        CountyPrompt.SOCIAL_ASSISTANCE: person.social_assistance_not_temporary,
        CountyPrompt.HEALTH_OR_SOCIAL_NEEDS: health_or_social_needs,
    }
    return [prompt for prompt, holds in found.items() if holds]


def county_must_join(*, needs_coordination: bool, plan: bool = False) -> Section | None:
    """Return the section that obliges the county, None where the counsellor saw no need.

    Source: 681/2023 § 14(4), for a plan § 20(2).
    """
    if not needs_coordination:
        return None
    return PLAN_COUNTY if plan else ASSESSMENT_COUNTY


def requires_county_in_review(*, made_with_county: bool) -> Section | None:
    """Return § 22(2) where the plan was made together with the county, else None."""
    return REVIEW_COUNTY if made_with_county else None


def may_record_health_needs(*, county_takes_part: bool) -> bool:
    """Tell whether needs of social and health services may be charted in the interview.

    Source: Decree 869/2024 § 2(2).
    """
    return county_takes_part


def county_tasks(
    person: Person, on: date, *, housing_arranged: bool, representative_applied: bool
) -> list[CountyTask]:
    """Return what the county does for a child of § 2(6) who is here without a guardian.

    Not the municipality houses such a child. Empty from the 18th birthday on; an unknown date
    of birth counts as under 18.

    Source: 681/2023 § 33(1), § 35(1)-(2).
    """
    child = person.came_unaccompanied and is_under(person.born, FULL_AGE, on) is not False
    if not child:
        return []
    return [
        CountyTask("housing", HOUSING_BY_COUNTY, housing_arranged),
        CountyTask("representative", REPRESENTATIVE, representative_applied),
    ]


def municipality_need_not_house(
    person: Person, on: date, *, county_has_housed: bool
) -> Section | None:
    """Return § 44(3) where the municipality has no duty to arrange a dwelling, else None.

    Source: 681/2023 § 44(3).
    """
    return NO_HOUSING_DUTY if county_has_housed and is_unaccompanied(person, on) else None

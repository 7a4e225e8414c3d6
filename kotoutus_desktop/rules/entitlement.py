"""Whom the Act concerns, who acts, and whether a person must be assessed."""

from collections.abc import Iterable
from datetime import date

from kotoutus_desktop.rules.editions import act_on
from kotoutus_desktop.rules.facts import (
    AgreedPlan,
    AssessmentDuty,
    Authority,
    Jobseeker,
    Person,
    RightOfResidence,
)
from kotoutus_desktop.rules.months import add_months, is_under
from kotoutus_desktop.rules.section import (
    ACT,
    ASSESSMENT,
    ASSESSMENT_LEFT_OUT,
    ASSESSMENT_NEED,
    ASSESSMENT_OF_VICTIM,
    ASSESSMENT_START,
    DELEGATION,
    GUIDANCE,
    GUIDANCE_SCOPE,
    JOBSEEKERS_AUTHORITY,
    Section,
)


def in_scope(right: RightOfResidence) -> bool:
    """Tell whether the whole Act applies; otherwise only guidance under § 10 does.

    Source: 681/2023 § 2(1), (2).
    """
    return right is not RightOfResidence.NONE


def authority(person: Person, *, delegates: bool) -> Authority:
    """Return who has the tasks of chapter 2 for this person.

    The employment authority acts for every registered jobseeker, also one who has work, when
    §§ 12-32 a are applied; they are not to somebody outside § 2(1). `delegates`: the
    municipality has its tasks carried out by the employment authority.

    Source: 681/2023 § 3(1) (322/2024), § 8.
    """
    if delegates or (person.jobseeker is not None and in_scope(person.right_of_residence)):
        return Authority.EMPLOYMENT_AUTHORITY
    return Authority.MUNICIPALITY


def authority_section(person: Person, *, delegates: bool) -> Section:
    """Return the section that decides who acts."""
    if person.jobseeker is not None and in_scope(person.right_of_residence):
        return JOBSEEKERS_AUTHORITY
    if delegates:
        return DELEGATION
    return ASSESSMENT if in_scope(person.right_of_residence) else GUIDANCE


def entitlement_ends(person: Person) -> date | None:
    """Return the last of the three years from the first permit, card or registration.

    None outside § 2(1), and while the first day is not known.

    Source: 681/2023 § 14(1), § 20(3).
    """
    if not in_scope(person.right_of_residence) or person.first_granted is None:
        return None
    return add_months(person.first_granted, act_on(person.first_granted).entitlement)


def within_three_years(person: Person, on: date) -> bool:
    """Tell whether at most three years have passed on the day `on`.

    An unknown first day counts as within: nobody loses a right for want of a date.

    Source: 681/2023 § 14(1).
    """
    ends = entitlement_ends(person)
    return in_scope(person.right_of_residence) and (ends is None or on <= ends)


def reached_late(person: Person) -> bool:
    """Tell whether the services reached a victim of trafficking only after the three years.

    Source: 681/2023 § 14(6), § 20(4).
    """
    ends = entitlement_ends(person)
    reached = person.reached_on
    if not person.trafficking_victim or ends is None or reached is None:
        return False
    return reached > ends


def is_unaccompanied(person: Person, on: date) -> bool:
    """Tell whether a person is a child or young person of § 2(6) on the day `on`.

    It ends on the 23rd birthday. An unknown date of birth counts as under 23.

    Source: 681/2023 § 2(6) (322/2024).
    """
    under = is_under(person.born, act_on(on).unaccompanied_until, on)
    return person.came_unaccompanied and under is not False


def grounds(person: Person, on: date) -> tuple[Section, ...]:
    """Return the points of § 14(1) that hold on the day `on`, in order.

    § 14(6) alone for a victim of trafficking reached after the three years. Empty when none
    holds, the three years have run out, or the person is outside § 2(1). A child born in
    Finland (§ 2(5)) has no ground of its own.

    Source: 681/2023 § 14(1), (6) (1100/2024).
    """
    if not within_three_years(person, on):
        late = reached_late(person) and person.reached_on is not None and person.reached_on <= on
        return (ASSESSMENT_OF_VICTIM,) if late else ()
    points = (
        person.jobseeker is Jobseeker.UNEMPLOYED,
        person.protection is not None,
        person.home_care_allowance,
        person.asked_or_contacted and person.judged_to_need is True,
        person.social_assistance_not_temporary,
        is_unaccompanied(person, on),
        person.trafficking_victim,
    )
    return tuple(Section(ACT, "14", 1, point) for point, holds in enumerate(points, 1) if holds)


def assessment_duty(person: Person, on: date) -> AssessmentDuty:
    """Return what the Act says on the day `on` about assessing this person.

    Source: 681/2023 § 2(1)-(2), § 14(1), (6).
    """
    if not in_scope(person.right_of_residence):
        return AssessmentDuty.GUIDANCE_ONLY
    found = grounds(person, on)
    if found == (ASSESSMENT_OF_VICTIM,):
        return AssessmentDuty.MAY
    if found:
        return AssessmentDuty.MUST
    if needs_judgement(person, on):
        return AssessmentDuty.JUDGE_NEED
    return AssessmentDuty.NOT_ENTITLED


def duty_section(duty: AssessmentDuty) -> Section:
    """Return the section that an answer of `assessment_duty` rests on."""
    return {
        AssessmentDuty.MUST: ASSESSMENT,
        AssessmentDuty.JUDGE_NEED: ASSESSMENT_NEED,
        AssessmentDuty.MAY: ASSESSMENT_OF_VICTIM,
        AssessmentDuty.NOT_ENTITLED: ASSESSMENT,
        AssessmentDuty.GUIDANCE_ONLY: GUIDANCE_SCOPE,
    }[duty]


def start_section(duty: AssessmentDuty) -> Section:
    """Return the section that tells the counsellor to start: § 14(2) where it is a duty."""
    return ASSESSMENT_START if duty is AssessmentDuty.MUST else duty_section(duty)


def needs_judgement(person: Person, on: date) -> bool:
    """Tell whether somebody asked, or was announced, and the need is not judged yet.

    Source: 681/2023 § 14(1) point 4.
    """
    asked = person.asked_or_contacted and person.judged_to_need is None
    return asked and within_three_years(person, on)


def may_be_left_out(person: Person, on: date, *, other_client_plan: bool) -> Section | None:
    """Return § 14(5) where the assessment may be left out, else None.

    Only for a child or young person of § 2(6) whose needs another client plan meets, and only
    when no other point of § 14(1) holds.

    Source: 681/2023 § 14(5).
    """
    only_ground = grounds(person, on) == (Section(ACT, "14", 1, 6),)
    return ASSESSMENT_LEFT_OUT if only_ground and other_client_plan else None


def valid_plan(plans: Iterable[AgreedPlan], on: date) -> AgreedPlan | None:
    """Return the plan that is valid on the day `on`, the latest made if several are."""
    valid = [plan for plan in plans if plan.made <= on <= plan.ends]
    return max(valid, key=lambda plan: plan.made, default=None)


def integration_client(plans: Iterable[AgreedPlan], on: date) -> bool:
    """Tell whether a person has a plan that is valid on the day `on`.

    Only such a client is entitled to civic orientation and integration training; others may
    join where there is room.

    Source: 681/2023 § 5 point 5, § 25(1), § 26(1).
    """
    return valid_plan(plans, on) is not None

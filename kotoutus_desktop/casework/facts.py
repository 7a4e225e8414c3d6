"""What is kept about a client, as the facts that the rules ask for."""

from collections.abc import Iterable
from datetime import date

from kotoutus_desktop.models.circumstances import BenefitKind, BenefitPeriod, JobseekerPeriod
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.plan import MeasureState, Plan
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.rules.due import OpenReferral, Targets
from kotoutus_desktop.rules.facts import (
    AgreedPlan,
    AgreedService,
    Jobseeker,
    MeasureKind,
    Obstacle,
    Person,
    Prolongation,
    RightOfResidence,
)
from kotoutus_desktop.rules.referrals import UNANSWERED

NOT_REFERRED_TO = {MeasureKind.JOB_SEARCH, MeasureKind.GUIDANCE}
"""Kinds of measure that nobody is guided to seek elsewhere (§ 20(5))."""


def person_facts(client: Client, on: date) -> Person:
    """Return what the rules ask about the client, as it stands on a day."""
    return Person(
        born=client.born,
        right_of_residence=client.right_of_residence or RightOfResidence.NONE,
        first_granted=client.first_granted,
        jobseeker=jobseeker(client, on),
        protection=client.protection,
        home_care_allowance=any(
            in_force(client.benefit_periods, BenefitKind.HOME_CARE_ALLOWANCE, on)
        ),
        social_assistance_not_temporary=any(
            period.not_temporary
            for period in in_force(client.benefit_periods, BenefitKind.SOCIAL_ASSISTANCE, on)
        ),
        came_unaccompanied=client.came_unaccompanied,
        trafficking_victim=client.trafficking_victim,
        reached_on=client.reached_on,
        asked_or_contacted=client.asked_for_assessment or bool(client.contacts),
        judged_to_need=client.judged_to_need,
        first_home_municipality=client.first_home_municipality_on,
    )


def jobseeker(client: Client, on: date) -> Jobseeker | None:
    """Return the standing of the client's job search on a day; None when there is none."""
    valid = [period for period in client.jobseeker_periods if _covers(period, on)]
    if not valid:
        return None
    return Jobseeker.UNEMPLOYED if any(p.unemployed for p in valid) else Jobseeker.REGISTERED


def in_force(periods: Iterable[BenefitPeriod], kind: BenefitKind, on: date) -> list[BenefitPeriod]:
    """Return the periods of one benefit that cover a day."""
    return [period for period in periods if period.kind is kind and _covers(period, on)]


def own_targets(office: Office) -> Targets:
    """Return the numbers of days that the office itself reads "without delay" as."""
    return Targets(
        handle_contact=office.contact_target_days,
        start_assessment=office.assessment_target_days,
    )


def open_referrals(referrals: Iterable[Referral]) -> tuple[OpenReferral, ...]:
    """Return the referrals that wait for an answer for which a day was named."""
    return tuple(
        OpenReferral(str(each.id), each.answer_by)
        for each in referrals
        if each.answer_by is not None and each.state in UNANSWERED
    )


def agreed_plans(client: Client) -> list[AgreedPlan]:
    """Return the client's plans that were agreed, in their order."""
    return [facts for plan in client.plans if (facts := agreed_plan(plan))]


def agreed_plan(plan: Plan) -> AgreedPlan | None:
    """Return what the rules ask about a plan; None while it is a draft."""
    if plan.made_on is None or plan.ends_on is None:
        return None
    return AgreedPlan(
        made=plan.made_on,
        ends=plan.ended_on or plan.ends_on,
        reviewed=tuple(
            sorted(r.reviewed_on for r in plan.reviews if r.completed and r.reviewed_on)
        ),
        services=tuple(
            AgreedService(
                str(measure.id), referral_day(measure.referred_on, measure.state, plan.made_on)
            )
            for measure in plan.measures
            if measure.kind not in NOT_REFERRED_TO
        ),
    )


def prolongation(client: Client) -> Prolongation:
    """Return what lengthens the client's plans (§§ 23(3)-(5), 31)."""
    return Prolongation(
        extension=next((p.extension for p in reversed(client.plans) if p.extension), None),
        obstacles=tuple(Obstacle(o.starts_on, o.ends_on) for o in client.obstacle_periods),
        unfinished_studies=any(plan.unfinished_studies for plan in client.plans),
    )


def _covers(period: BenefitPeriod | JobseekerPeriod, on: date) -> bool:
    return period.starts_on <= on and (period.ends_on is None or on <= period.ends_on)


def referral_day(referred: date | None, state: MeasureState, made: date | None) -> date | None:
    """Return the day of referral to a service of a plan made on a day, None while there is none.

    A service that has begun needs no referral.
    """
    return made if referred is None and state is not MeasureState.AGREED else referred

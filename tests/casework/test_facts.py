from datetime import date

import pytest

from kotoutus_desktop.casework.facts import agreed_plans, jobseeker, person_facts, prolongation
from kotoutus_desktop.models.circumstances import (
    BenefitKind,
    BenefitPeriod,
    Contact,
    ContactChannel,
    JobseekerPeriod,
    ObstacleKind,
    ObstaclePeriod,
)
from kotoutus_desktop.models.plan import (
    Goal,
    Measure,
    MeasureState,
    Plan,
    PlanState,
    Review,
)
from kotoutus_desktop.rules.facts import (
    Extension,
    Jobseeker,
    MeasureKind,
    Obstacle,
    RightOfResidence,
)


def search(client, starts_on, ends_on=None, *, unemployed=True):
    client.jobseeker_periods.append(
        JobseekerPeriod(
            client_id=client.id, starts_on=starts_on, ends_on=ends_on, unemployed=unemployed
        )
    )


def test_job_search_counts_on_its_first_and_last_day(make_client):
    client = make_client()
    search(client, date(2026, 5, 1), date(2026, 6, 30))

    standings = [jobseeker(client, date(2026, *day)) for day in ((4, 30), (5, 1), (6, 30), (7, 1))]
    assert standings == [None, Jobseeker.UNEMPLOYED, Jobseeker.UNEMPLOYED, None]


def test_a_registered_jobseeker_with_work_is_not_unemployed(make_client, today):
    client = make_client()
    search(client, date(2026, 5, 1), unemployed=False)

    assert jobseeker(client, today) is Jobseeker.REGISTERED


@pytest.mark.parametrize(("judged", "counts"), [(None, False), (False, False), (True, True)])
def test_social_assistance_counts_once_judged_not_temporary(make_client, today, judged, counts):
    client = make_client()
    client.benefit_periods = [
        BenefitPeriod(
            client_id=client.id,
            kind=BenefitKind.SOCIAL_ASSISTANCE,
            starts_on=date(2026, 1, 1),
            not_temporary=judged,
        )
    ]

    assert person_facts(client, today).social_assistance_not_temporary is counts


def test_home_care_allowance_counts_while_it_is_paid(make_client, today):
    client = make_client()
    client.benefit_periods = [
        BenefitPeriod(
            client_id=client.id,
            kind=BenefitKind.HOME_CARE_ALLOWANCE,
            starts_on=date(2026, 1, 1),
            ends_on=date(2026, 11, 24),
        )
    ]

    assert person_facts(client, today).home_care_allowance
    assert not person_facts(client, date(2026, 11, 25)).home_care_allowance


def test_a_contact_counts_as_having_been_contacted(make_client, today):
    client = make_client()
    before = person_facts(client, today).asked_or_contacted
    client.contacts = [Contact(client_id=client.id, learned_on=today, channel=ContactChannel.KELA)]

    assert (before, person_facts(client, today).asked_or_contacted) == (False, True)


def test_an_unknown_right_of_residence_is_none(make_client, today):
    facts = person_facts(make_client(right_of_residence=None), today)

    assert facts.right_of_residence is RightOfResidence.NONE


def a_plan(client, **fields):
    plan = Plan(
        client_id=client.id,
        state=PlanState.AGREED,
        made_on=date(2026, 5, 20),
        ends_on=date(2027, 5, 19),
        **fields,
    )
    client.plans.append(plan)
    return plan


def test_drafts_are_no_agreed_plans(make_client):
    client = make_client()
    client.plans = [Plan(client_id=client.id, starts_on=date(2026, 5, 20))]

    assert agreed_plans(client) == []


def test_a_plan_that_was_ended_is_valid_until_then(make_client):
    client = make_client()
    a_plan(client, ended_on=date(2026, 9, 2))

    assert agreed_plans(client)[0].ends == date(2026, 9, 2)


def test_only_completed_reviews_count_in_order(make_client):
    client = make_client()
    plan = a_plan(client)
    for day, completed in ((date(2027, 1, 5), True), (date(2026, 9, 1), True), (None, False)):
        plan.reviews.append(Review(client_id=client.id, reviewed_on=day, completed=completed))

    assert agreed_plans(client)[0].reviewed == (date(2026, 9, 1), date(2027, 1, 5))


def test_services_wait_for_referral_but_guidance_and_job_search_do_not(make_client):
    client = make_client()
    plan = a_plan(client)
    goal = Goal(client_id=client.id)
    plan.goals = [goal]
    goal.measures = [
        Measure(client_id=client.id, kind=MeasureKind.INTEGRATION_TRAINING),
        Measure(client_id=client.id, kind=MeasureKind.ASSOCIATION, state=MeasureState.STARTED),
        Measure(client_id=client.id, kind=MeasureKind.GUIDANCE),
        Measure(client_id=client.id, kind=MeasureKind.JOB_SEARCH),
    ]

    referred = [service.referred for service in agreed_plans(client)[0].services]
    assert referred == [None, date(2026, 5, 20)]


def test_extension_obstacles_and_studies_prolong(make_client):
    client = make_client()
    a_plan(client, extension=Extension.SPECIAL_MEASURES, unfinished_studies=True)
    client.obstacle_periods = [
        ObstaclePeriod(
            client_id=client.id,
            starts_on=date(2026, 7, 1),
            ends_on=date(2026, 7, 14),
            kind=ObstacleKind.PARENTAL,
        )
    ]

    prolonged = prolongation(client)
    assert prolonged.extension is Extension.SPECIAL_MEASURES
    assert prolonged.obstacles == (Obstacle(date(2026, 7, 1), date(2026, 7, 14)),)
    assert prolonged.unfinished_studies

"""What bounds a plan, with what should be known about it (681/2023 §§ 23, 31, 102(2))."""

from datetime import date

import pytest

from kotoutus_desktop.casework.plan_period import PeriodNote, known_grounds, plan_period
from kotoutus_desktop.casework.plans import latest_end
from kotoutus_desktop.models.circumstances import JobseekerPeriod, ObstacleKind, ObstaclePeriod
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.rules.facts import Extension

TODAY = date(2026, 11, 24)
NEW, OLD = date(2026, 1, 10), date(2024, 5, 10)


def second_plan(first_made=NEW, born=date(1988, 3, 14), precision=Precision.DAY, **fields):
    """Return the draft of a client's second plan."""
    client = Client(born=born, born_precision=precision)
    client.plans = [
        Plan(client_id=client.id, number=1, made_on=first_made, ends_on=TODAY),
        Plan(client_id=client.id, number=2, starts_on=TODAY, **fields),
    ]
    return client, client.plans[1]


def obstacle(client, first, last):
    return ObstaclePeriod(
        client_id=client.id, starts_on=first, ends_on=last, kind=ObstacleKind.ILLNESS
    )


def test_the_first_plan_is_bounded_by_a_year_from_its_beginning():
    client = Client()
    client.plans = [Plan(client_id=client.id, starts_on=TODAY)]

    period = plan_period(client, client.plans[0], TODAY)

    assert (period.is_first, period.latest, period.notes) == (True, date(2027, 11, 24), ())


def test_a_first_plan_of_the_older_act_says_so():
    client = Client()
    client.plans = [Plan(client_id=client.id, made_on=OLD)]

    assert plan_period(client, client.plans[0], TODAY).notes == (PeriodNote.OLDER_ACT,)


@pytest.mark.parametrize("first_made", [NEW, OLD])
@pytest.mark.parametrize("extension", [None, *Extension])
@pytest.mark.parametrize("studies", [False, True])
def test_the_latest_day_is_the_one_that_is_offered(first_made, extension, studies):
    client, plan = second_plan(first_made, extension=extension, unfinished_studies=studies)

    assert plan_period(client, plan, TODAY).latest == latest_end(client, plan, TODAY)


def test_home_care_is_said_to_be_unknown_to_the_older_act():
    client, plan = second_plan(OLD, extension=Extension.HOME_CARE_PART_TIME)

    period = plan_period(client, plan, TODAY)

    assert period.notes == (PeriodNote.OLDER_ACT, PeriodNote.UNKNOWN_GROUND)
    assert period.latest == date(2027, 5, 10)
    assert known_grounds(OLD) == [Extension.SPECIAL_MEASURES]
    assert known_grounds(NEW) == list(Extension)


def test_overlapping_obstacles_are_said_to_be_joined():
    client, plan = second_plan()
    client.obstacle_periods = [
        obstacle(client, date(2026, 3, 1), date(2026, 3, 31)),
        obstacle(client, date(2026, 3, 15), date(2026, 4, 30)),
    ]

    period = plan_period(client, plan, TODAY)

    assert period.notes == (PeriodNote.OVERLAP,)
    assert period.terms[-1].days == 61


def test_an_obstacle_that_gives_no_time_is_said_to_give_none():
    client, plan = second_plan()
    client.obstacle_periods = [obstacle(client, date(2025, 3, 1), date(2025, 3, 31))]

    assert plan_period(client, plan, TODAY).notes == (PeriodNote.NOT_COUNTED,)


def seeking_work(client):
    client.jobseeker_periods = [JobseekerPeriod(client_id=client.id, starts_on=NEW)]


@pytest.mark.parametrize(
    ("born", "precision", "notes"),
    [
        (date(2008, 1, 1), Precision.DAY, ()),
        (date(1988, 1, 1), Precision.DAY, (PeriodNote.STUDIES_GO_ON,)),
        (None, Precision.UNKNOWN, (PeriodNote.AGE_UNKNOWN,)),
        (date(2008, 1, 1), Precision.YEAR, ()),
        (
            date(2003, 1, 1),
            Precision.YEAR,
            (PeriodNote.STUDIES_GO_ON, PeriodNote.AGE_DOUBTFUL),
        ),
        (
            date(2003, 1, 1),
            Precision.MONTH,
            (PeriodNote.STUDIES_GO_ON, PeriodNote.AGE_DOUBTFUL),
        ),
        (date(2003, 1, 1), Precision.DAY, (PeriodNote.STUDIES_GO_ON,)),
    ],
)
def test_studies_depend_on_an_age_that_may_not_be_known(born, precision, notes):
    client, plan = second_plan(born=born, precision=precision, unfinished_studies=True)
    seeking_work(client)

    assert plan_period(client, plan, TODAY).notes == notes


def test_studies_of_who_seeks_no_work_are_warned_about():
    client, plan = second_plan(unfinished_studies=True, born=date(2008, 1, 1))

    assert plan_period(client, plan, TODAY).notes == (PeriodNote.NO_JOBSEEKER,)

from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.services.ready_made import ReadySet, add_set
from kotoutus_desktop.casework.services.suiting import groups_of, services_for, suits
from kotoutus_desktop.models.circumstances import BenefitKind, BenefitPeriod, JobseekerPeriod
from kotoutus_desktop.models.plan import MeasureState
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.rules.facts import Protection
from kotoutus_desktop.rules.programme import TargetGroup

DAY = date(2026, 11, 24)
SINCE = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("fields", "group"),
    [
        ({"protection": Protection.QUOTA_REFUGEE}, TargetGroup.QUOTA_REFUGEES),
        ({"trafficking_victim": True}, TargetGroup.TRAFFICKING_VICTIMS),
        ({"came_unaccompanied": True}, TargetGroup.UNACCOMPANIED),
        ({"protection": Protection.INTERNATIONAL_PROTECTION}, None),
    ],
)
def test_a_client_belongs_to_the_groups_of_the_act(make_client, fields, group):
    assert groups_of(make_client(**fields), DAY) == ({group} if group else set())


def test_benefits_and_unemployment_count_on_the_day_only(make_client):
    client = make_client()
    client.jobseeker_periods = [
        JobseekerPeriod(client_id=client.id, starts_on=SINCE, unemployed=True)
    ]
    client.benefit_periods = [
        BenefitPeriod(client_id=client.id, kind=kind, starts_on=SINCE, not_temporary=True)
        for kind in BenefitKind
    ]
    assert groups_of(client, DAY) == {
        TargetGroup.JOBSEEKERS,
        TargetGroup.HOME_CARE,
        TargetGroup.SOCIAL_ASSISTANCE,
    }
    assert groups_of(client, SINCE - timedelta(days=1)) == set()


def test_a_service_for_everybody_suits_whoever_comes():
    assert suits(Service(), frozenset())
    assert not suits(Service(groups=["home_care"]), frozenset({TargetGroup.JOBSEEKERS}))


def test_the_sheet_tells_the_plans_services_first_and_none_twice(database, planned):
    with database.transaction() as session:
        add_set(session, ReadySet.OTHER)
        client = get_client(session, planned.id)
        club = Service(names={"fi": "Kerho"}, valid_to=DAY - timedelta(days=1))
        ended = Service(names={"fi": "Päättynyt"}, valid_to=DAY - timedelta(days=1))
        session.add_all([club, ended])
        session.flush()
        client.plans[-1].measures[0].service_id = club.id
    with database.reading() as session:
        found = services_for(session, get_client(session, planned.id), DAY, "fi")
    assert [each.names["fi"] for each in found.planned] == ["Kerho"]
    others = {each.template for each in found.others}
    assert others == {"voluntary_work", "hobby_group", "introduction"}


def test_a_measure_that_is_done_is_not_told_as_one_of_the_plan(database, planned):
    with database.transaction() as session:
        club = Service(names={"fi": "Kerho"})
        session.add(club)
        session.flush()
        measure = get_client(session, planned.id).plans[-1].measures[0]
        measure.service_id, measure.state = club.id, MeasureState.DONE
    with database.reading() as session:
        found = services_for(session, get_client(session, planned.id), DAY, "fi")
    assert found.planned == []
    assert [each.names["fi"] for each in found.others] == ["Kerho"]


def test_whoever_has_an_assessment_and_a_plan_is_not_told_to_get_them(database, client, planned):
    with database.transaction() as session:
        add_set(session, ReadySet.MUNICIPALITY)
    with database.reading() as session:
        found = services_for(session, get_client(session, planned.id), DAY, "fi")
        told = {each.template for each in found.others}
    assert told == {
        "orientation",
        "training",
        "literacy",
        "other_training",
        "final_test",
        "guidance",
    }


def test_whoever_has_neither_is_told_of_both(database, client):
    with database.transaction() as session:
        add_set(session, ReadySet.MUNICIPALITY)
    with database.reading() as session:
        found = services_for(session, get_client(session, client.id), DAY, "fi")
        told = {each.template for each in found.others}
    assert {"assessment", "plan"} <= told

from datetime import date

import pytest

from kotoutus_desktop.casework import plans
from kotoutus_desktop.casework.facts import agreed_plan, person_facts, prolongation
from kotoutus_desktop.casework.ledger_courses import Selection, courses
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.circumstances import (
    Contact,
    ContactChannel,
    ObstacleKind,
    ObstaclePeriod,
)
from kotoutus_desktop.models.plan import MeasureState
from kotoutus_desktop.models.plan import Review as StoredReview
from kotoutus_desktop.rules.due import Targets

YEAR = Selection(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def read(database):
    """Return a reader of the courses."""

    def read_it(selection=YEAR, days=14):
        with database.reading() as session:
            return list(courses(session, selection, Targets(start_assessment=days)))

    return read_it


def test_a_course_says_of_plans_what_the_records_say(database, planned, read, today):
    with database.transaction() as session:
        client = get_client(session, planned.id)
        (plan,) = client.plans
        plan.reviews.append(
            StoredReview(client_id=client.id, reviewed_on=date(2027, 3, 1), completed=True)
        )
        plan.reviews.append(StoredReview(client_id=client.id, reviewed_on=date(2027, 4, 1)))
        client.obstacle_periods.append(
            ObstaclePeriod(
                client_id=client.id,
                starts_on=date(2026, 12, 1),
                ends_on=date(2026, 12, 9),
                kind=ObstacleKind.ILLNESS,
            )
        )
        session.flush()
        facts, prolonged = agreed_plan(plan), prolongation(client)

    ((whose, course),) = read()

    assert whose.id == planned.id
    assert [plan.agreed for plan in course.plans] == [facts]
    assert course.prolongation == prolonged
    assert (course.assessment_started, course.plan_needed) == (today, True)


def test_a_service_that_has_begun_needs_no_referral(database, planned, read, today):
    with database.transaction() as session:
        (plan,) = get_client(session, planned.id).plans
        plan.measures[0].state = MeasureState.STARTED

    ((_whose, course),) = read()

    assert [service.referred for service in course.plans[0].agreed.services] == [today]


def test_the_day_a_plan_was_agreed_to_end_stays_when_it_is_ended(database, planned, read, today):
    with database.transaction() as session:
        (plan,) = get_client(session, planned.id).plans
        agreed = plan.ends_on
        plans.end_plan(session, plan, today, plan.guidance)

    ((_whose, course),) = read()

    assert (course.plans[0].agreed.ends, course.plans[0].ended) == (agreed, today)


def test_the_municipality_learned_of_a_person_by_the_first_contact(database, client, read):
    with database.transaction() as session:
        stored = get_client(session, client.id)
        stored.contacts.append(
            Contact(
                client_id=client.id,
                learned_on=date(2026, 11, 3),
                channel=ContactChannel.SELF,
            )
        )

    ((_whose, course),) = read()

    assert course.learned_on == date(2026, 11, 3)


def test_who_waits_in_the_period_is_read_with_the_grounds_of_the_day(database, client, read):
    ((_whose, course),) = read()
    with database.reading() as session:
        whole = person_facts(get_client(session, client.id), date(2026, 12, 8))

    assert course.person == whole
    ((_whose, later),) = read(Selection(date(2027, 1, 1), date(2027, 12, 31)))
    assert later.person.protection is None


def test_a_restricted_client_is_a_number_and_in_no_municipality(database, client, read):
    with database.transaction() as session:
        get_client(session, client.id).non_disclosure = True

    ((whose, _course),) = read()

    assert (whose.name, whose.restricted) == (client.number, True)
    assert read(Selection(YEAR.first, YEAR.last, municipality="889")) == []


def test_other_peoples_clients_are_left_out(client, read, office, officer):
    mine = Selection(YEAR.first, YEAR.last, officer_id=officer.id)
    nobodys = Selection(YEAR.first, YEAR.last, officer_id=office.id)

    assert len(read(mine)) == 1
    assert read(nobodys) == []
    assert len(read(Selection(YEAR.first, YEAR.last, municipality="889"))) == 1
    assert read(Selection(YEAR.first, YEAR.last, municipality="564")) == []

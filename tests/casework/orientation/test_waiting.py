from datetime import timedelta

import pytest

from kotoutus_desktop.casework.orientation.needs import NeedEntry, record_need
from kotoutus_desktop.casework.orientation.waiting import waiting_list
from kotoutus_desktop.casework.orientation.waiting_rows import NOT_TOLD, Standing
from kotoutus_desktop.models.orientation import CourseKind, CourseState, EnrolmentState
from kotoutus_desktop.models.plan import PlanState
from kotoutus_desktop.rules.orientation import Topic


def read(database, today):
    with database.reading() as session:
        return waiting_list(session, today)


@pytest.mark.rule(44, "681/2023:5.1.5")
def test_a_client_with_a_valid_plan_waits_since_the_first_plan(database, integration_client, today):
    client = integration_client(days_ago=40, other_languages=["en"])

    (row,) = read(database, today)

    assert (row.id, row.days(today), row.languages) == (client.id, 40, ("ar", "en"))
    assert (row.standing, row.name) == (Standing.WAITING, "Amal Hassan Al-Khatib")


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("field", "days"), [("ends_on", -DAY), ("ended_on", -DAY), ("made_on", DAY)]
)
def test_who_has_no_valid_plan_is_no_integration_client(
    database, integration_client, today, field, days
):
    integration_client(plan={field: today + days})

    assert read(database, today) == []


def test_a_draft_makes_no_integration_client(database, integration_client, today):
    integration_client(plan={"made_on": None, "ends_on": None, "state": PlanState.DRAFT})

    assert read(database, today) == []


def test_a_plan_is_valid_on_its_last_day(database, integration_client, today):
    integration_client(plan={"ends_on": today})

    assert len(read(database, today)) == 1


def test_a_closed_case_waits_for_nothing(database, integration_client, today):
    integration_client(closed_on=today)

    assert read(database, today) == []


def test_the_longest_waiting_comes_first(database, integration_client, today):
    integration_client(days_ago=5, number="U7-0005")
    integration_client(days_ago=50, number="U7-0050")

    assert [row.number for row in read(database, today)] == ["U7-0050", "U7-0005"]


def test_of_who_is_protected_only_the_number_is_told_and_never_the_place(
    database, integration_client, today
):
    integration_client(non_disclosure=True, number="U7-0099")

    (row,) = read(database, today)

    assert (row.name, row.municipality) == ("U7-0099", NOT_TOLD)


@pytest.mark.parametrize(
    ("state", "standing"),
    [
        (EnrolmentState.INVITED, Standing.INVITED),
        (EnrolmentState.RESERVE, Standing.RESERVE),
        (EnrolmentState.ACCEPTED, Standing.ON_COURSE),
        (EnrolmentState.DECLINED, Standing.WAITING),
        (EnrolmentState.NO_ANSWER, Standing.WAITING),
        (EnrolmentState.INTERRUPTED, Standing.WAITING),
    ],
)
def test_how_someone_waits_follows_from_the_course(
    database, integration_client, make_course, enrol, today, state, standing
):
    enrol(make_course(), integration_client(), state)

    (row,) = read(database, today)

    assert row.standing is standing


def test_who_has_completed_orientation_waits_no_more(
    database, integration_client, make_course, enrol, today
):
    client, past = integration_client(), today - timedelta(days=1)
    enrol(make_course(ends_on=past, starts_on=past), client, EnrolmentState.COMPLETED)
    enrol(make_course(), client, EnrolmentState.INVITED)

    assert read(database, today) == []


def test_the_nearest_to_a_seat_counts_when_on_several_courses(
    database, integration_client, make_course, enrol, today
):
    client = integration_client()
    enrol(make_course(), client, EnrolmentState.RESERVE)
    enrol(make_course(), client, EnrolmentState.ACCEPTED)
    enrol(make_course(), client, EnrolmentState.INVITED)

    (row,) = read(database, today)

    assert row.standing is Standing.ON_COURSE


@pytest.mark.parametrize(
    "fields", [{"state": CourseState.CANCELLED}, {"kind": CourseKind.INTRODUCTION}, {"past": True}]
)
def test_a_course_that_is_no_way_to_orientation_ends_no_waiting(
    database, integration_client, make_course, enrol, today, fields
):
    if fields.pop("past", False):
        past = today - timedelta(days=1)
        fields = {"starts_on": past, "ends_on": past}
    enrol(make_course(**fields), integration_client(), EnrolmentState.ACCEPTED)

    (row,) = read(database, today)

    assert row.standing is Standing.WAITING


def test_the_need_is_told(database, integration_client, today):
    client = integration_client()
    with database.transaction() as session:
        record_need(
            session,
            client.id,
            NeedEntry(
                child_care=True, remote_unsuitable=True, remote_reason="x", earliest_on=today
            ),
        )

    (row,) = read(database, today)

    assert (row.child_care, row.remote_unsuitable, row.earliest_on) == (True, True, today)


def test_who_is_left_out_says_so(database, integration_client, today):
    client = integration_client()
    with database.transaction() as session:
        record_need(session, client.id, NeedEntry(left_out="Ei halua."))

    (row,) = read(database, today)

    assert row.standing is Standing.LEFT_OUT


def test_who_did_all_of_it_elsewhere_does_not_wait(database, integration_client, today):
    client = integration_client()
    with database.transaction() as session:
        topics = tuple(topic.value for topic in Topic)
        record_need(
            session,
            client.id,
            NeedEntry(earlier_minutes=4200, earlier_topics=topics, earlier_where="Oulu"),
        )

    assert read(database, today) == []

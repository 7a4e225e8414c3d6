import json
from datetime import timedelta
from pathlib import Path

import pytest

from kotoutus_desktop.casework.orientation.hours import hours_of, hours_of_many
from kotoutus_desktop.casework.orientation.roll import Mark
from kotoutus_desktop.casework.orientation.self_study import StudyEntry, record_study
from kotoutus_desktop.models.orientation import (
    CourseForm,
    CourseKind,
    CourseMeeting,
    CourseState,
    EnrolmentState,
    MeetingState,
    OrientationNeed,
)
from kotoutus_desktop.rules.orientation import (
    InterpretedGround,
    OrientationProblem,
    Presence,
    SelfStudyGround,
    Topic,
)
from tests.casework.orientation.attended import HERE, mark, with_meetings

ACCEPTED = EnrolmentState.ACCEPTED
ABSENT = Mark(Presence.ABSENT)
CASES = [
    case
    for case in json.loads(
        (Path(__file__).parents[2] / "rules" / "data" / "law_cases.json").read_text("utf-8")
    )
    if case["kind"] == "orientation"
]


@pytest.fixture
def amal(integration_client):
    return integration_client()


@pytest.fixture
def hours(database, amal, today):
    def read():
        with database.reading() as session:
            return hours_of(session, amal.id, today)

    return read


def attend(database, meetings, enrolment, given=HERE):
    for meeting in meetings:
        mark(database, meeting, {enrolment: given})


def study(database, client, today, **fields):
    with database.transaction() as session:
        entry = StudyEntry(**({"done_on": today, "minutes": 60} | fields))
        return record_study(session, client.id, entry, None, today)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_shared_cases_come_out_of_what_is_stored(
    case, database, make_course, enrol, amal, hours, today
):
    given, course = case["orientation"], make_course()
    enrolment = enrol(course, amal, ACCEPTED)
    first = today - timedelta(days=len(given["meetings"]))
    for place, each in enumerate(given["meetings"]):
        (meeting,) = with_meetings(
            database,
            course,
            first + timedelta(days=place),
            1,
            minutes=each["minutes"],
            topics=each["topics"],
            remote=each.get("form") == "remote",
        )
        mark(database, meeting, {enrolment: HERE if each["present"] else ABSENT})
    for each in given.get("self_study", ()):
        topics = tuple(Topic(topic) for topic in each["topics"])
        study(database, amal, today, minutes=each["minutes"], topics=topics)

    found = hours()

    assert {
        "hours": f"{found.done / 60:.2f}",
        "hours_missing": f"{found.missing / 60:.2f}",
        "topics_missing": [topic.value for topic in found.topics_missing],
        "problems": [problem.value for problem in found.problems],
        "complete": found.complete,
    } == case["expect"]


def test_hours_add_up_over_courses_languages_and_what_was_done_elsewhere(
    database, make_course, enrol, amal, hours, today
):
    first, second = make_course(language="ar"), make_course(language="en", name="Englanniksi")
    left = enrol(first, amal, EnrolmentState.MOVED, ended_on=today - timedelta(days=20))
    begun = enrol(second, amal, ACCEPTED, answered_on=today - timedelta(days=20))
    attend(database, with_meetings(database, first, today - timedelta(days=40), 2), left)
    attend(
        database,
        with_meetings(database, second, today - timedelta(days=10), 1),
        begun,
        Mark(Presence.LATE, 30),
    )
    study(database, amal, today, minutes=90, ground=SelfStudyGround.SUITABLE)
    with database.transaction() as session:
        session.add(
            OrientationNeed(
                client_id=amal.id,
                earlier_minutes=600,
                earlier_topics=["studying", "a topic of a later version"],
                earlier_where="Oulu",
            )
        )

    found = hours()

    assert (found.teaching, found.self_study, found.earlier) == (360 + 150, 90, 600)
    assert found.done == 360 + 150 + 90 + 600
    assert [(each.language, each.minutes) for each in found.courses] == [("ar", 360), ("en", 150)]


def test_absence_with_and_without_excuse_gives_no_hours_and_no_topics(
    database, make_course, enrol, amal, hours, today
):
    course = make_course()
    enrolment = enrol(course, amal, ACCEPTED)
    two = with_meetings(database, course, today - timedelta(days=14), 2)
    mark(database, two[0], {enrolment: ABSENT})
    mark(database, two[1], {enrolment: Mark(Presence.EXCUSED, reason="ill")})

    assert hours().done == 0
    assert len(hours().topics_missing) == len(Topic)


def test_hours_of_an_introduction_are_not_those_of_the_act(
    database, make_course, enrol, amal, hours, today
):
    day = make_course(kind=CourseKind.INTRODUCTION)
    attend(
        database,
        with_meetings(database, day, today - timedelta(days=7), 1),
        enrol(day, amal, ACCEPTED),
    )

    assert hours().done == 0


def test_each_way_of_giving_it_needs_its_ground(database, make_course, enrol, amal, hours, today):
    course = make_course(form=CourseForm.REMOTE)
    attend(
        database,
        with_meetings(database, course, today - timedelta(days=7), 1, interpreted=True),
        enrol(course, amal, ACCEPTED),
    )
    study(database, amal, today)
    with database.transaction() as session:
        session.add(OrientationNeed(client_id=amal.id, remote_unsuitable=True))

    assert hours().problems == (
        OrientationProblem.INTERPRETED_WITHOUT_GROUND,
        OrientationProblem.REMOTE_UNSUITABLE,
        OrientationProblem.SELF_STUDY_WITHOUT_GROUND,
    )


def test_grounds_of_the_course_are_enough(database, make_course, enrol, amal, hours, today):
    course = make_course(
        interpreted_ground=InterpretedGround.NO_TRAINER,
        self_study_ground=SelfStudyGround.RARE_LANGUAGE,
    )
    attend(
        database,
        with_meetings(database, course, today - timedelta(days=7), 1, interpreted=True),
        enrol(course, amal, ACCEPTED),
    )
    study(database, amal, today, course_id=course.id)

    assert hours().problems == ()


def test_one_interpreted_course_without_ground_is_enough_for_a_problem(
    database, make_course, enrol, amal, hours, today
):
    for ground in (InterpretedGround.OTHER, None):
        course = make_course(interpreted_ground=ground)
        attend(
            database,
            with_meetings(database, course, today - timedelta(days=7), 1, interpreted=True),
            enrol(course, amal, ACCEPTED),
        )

    assert hours().problems == (OrientationProblem.INTERPRETED_WITHOUT_GROUND,)


def test_the_forecast_comes_from_the_meetings_ahead(
    database, make_course, enrol, amal, hours, today
):
    course = make_course()
    enrol(course, amal, ACCEPTED)
    ahead = with_meetings(database, course, today, 24)  # 72 hours

    assert hours().forecast.finishing_day == ahead[-1].held_on

    with database.transaction() as session:
        for meeting in ahead[-2:]:
            session.get_one(CourseMeeting, meeting.id).state = MeetingState.DID_NOT_HAPPEN

    assert hours().forecast.finishing_day is None
    assert hours().forecast.minutes_short == 4 * 60


def test_a_past_meeting_without_a_roll_counts_nothing_and_is_said(
    database, make_course, enrol, amal, hours, today
):
    course = make_course()
    enrol(course, amal, ACCEPTED)
    with_meetings(database, course, today - timedelta(days=7), 2)

    assert (hours().uncalled, len(hours().ahead), hours().done) == (1, 1, 0)


@pytest.mark.parametrize("fault", ["cancelled", "declined"])
def test_no_forecast_rests_on_what_the_client_will_not_come_to(
    database, make_course, enrol, amal, hours, today, fault
):
    course = make_course(
        state=CourseState.CANCELLED if fault == "cancelled" else CourseState.PLANNED
    )
    enrol(course, amal, EnrolmentState.DECLINED if fault == "declined" else ACCEPTED)
    with_meetings(database, course, today, 3)

    assert hours().ahead == ()
    assert not hours().begun


def test_hours_of_many_are_those_of_each(database, make_course, enrol, integration_client, today):
    course = make_course()
    people = [integration_client() for _ in range(3)]
    enrolments = [enrol(course, person, ACCEPTED) for person in people]
    (meeting,) = with_meetings(database, course, today - timedelta(days=7), 1)
    mark(database, meeting, {enrolments[0]: HERE, enrolments[1]: ABSENT})

    with database.reading() as session:
        many = hours_of_many(session, [person.id for person in people], today)
        one_by_one = {person.id: hours_of(session, person.id, today) for person in people}

    assert many == one_by_one
    assert [many[person.id].done for person in people] == [180, 0, 0]

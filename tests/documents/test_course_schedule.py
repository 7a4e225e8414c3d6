from datetime import date, time
from typing import Any

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.course_schedule import CourseSchedule, course_schedule
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.models.orientation import Course, MeetingState
from tests.documents.courses import course


def made(case: Case, of: Course | None = None, **edition: Any) -> CourseSchedule:
    wanted = {"official": "fi", "other": "ar"} | edition
    return course_schedule(case.office, case.officer, case.client, of or course(), **wanted)


def texts(schedule: CourseSchedule) -> str:
    return " ".join(str(said) for _row, said in schedule.sheet.said())


def test_each_week_with_meetings_is_a_row_from_monday_to_friday(case: Case) -> None:
    schedule = made(case, course(4))

    assert [week.number for week in schedule.weeks] == [45, 46]
    assert schedule.columns == 5
    tuesday = schedule.weeks[0].days[1][0]
    assert (tuesday.day, tuesday.starts, tuesday.ends) == (
        date(2026, 11, 3),
        time(9, 0),
        time(12, 15),
    )


def test_a_weekend_is_shown_where_it_is_used(case: Case) -> None:
    of = course(2)
    of.meetings[1].held_on = date(2026, 11, 7)

    assert made(case, of).columns == 6


def test_what_did_not_happen_is_marked_and_two_meetings_of_a_day_are_kept(case: Case) -> None:
    of = course(2)
    of.meetings[1].held_on, of.meetings[1].starts = of.meetings[0].held_on, 13 * 60
    of.meetings[1].state = MeetingState.DID_NOT_HAPPEN

    first, second = made(case, of).weeks[0].days[1]

    assert (first.cancelled, second.cancelled) == (False, True)


def test_it_tells_place_way_link_and_what_to_bring(case: Case) -> None:
    said = texts(made(case))

    for wanted in ("Koulukatu 7", "torin reunalla", "etayhteys", "Kynä", "040 555 1234"):
        assert wanted in said


def test_nothing_tells_where_someone_under_non_disclosure_is(hidden_case: Case) -> None:
    of = course(2)
    of.meetings[1].place = "Kaupungintalo"

    schedule = made(hidden_case, of)

    said = texts(schedule)
    for place in ("Koulukatu", "torin", "etayhteys", "Kaupungintalo", "040 555 1234"):
        assert place not in said
    assert "Ask your counsellor about the place." in said
    assert all(not entry.place for week in schedule.weeks for day in week.days for entry in day)


def test_a_course_without_meetings_or_place_has_a_page(case: Case) -> None:
    of = course(0)
    of.place = of.map_text = of.link = of.bring = of.absence_contact = ""

    schedule = made(case, of)

    assert schedule.weeks == ()
    assert not any(problem.blocks for problem in problems(schedule.sheet))


def test_no_day_of_birth_hangs_on_the_refrigerator(case: Case) -> None:
    assert "Date of birth" not in texts(made(case))
    assert "Year of birth" not in texts(made(case))

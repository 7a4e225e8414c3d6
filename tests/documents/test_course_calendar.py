from datetime import UTC, date, datetime

from kotoutus_desktop.documents.calendar_file import timetable_file
from kotoutus_desktop.documents.course_calendar import course_hours
from kotoutus_desktop.models.orientation import CourseMeeting, MeetingState
from tests.documents.courses import course

NOW = datetime(2026, 11, 24, 7, 31, tzinfo=UTC)


def lines(*courses, **wanted) -> list[str]:
    content = timetable_file(course_hours(courses, **wanted), NOW).decode()
    return content.replace("\r\n ", "").split("\r\n")


def one(held_on: date, starts: int, minutes: int = 60):
    of = course(0)
    meeting = CourseMeeting(course_id=of.id, held_on=held_on, starts=starts, minutes=minutes)
    of.meetings.append(meeting)
    return of


def test_a_meeting_stands_at_the_time_of_finland_with_its_zone() -> None:
    said = lines(course(1))

    assert "DTSTART;TZID=Europe/Helsinki:20261103T090000" in said
    assert "DURATION:PT195M" in said
    assert said.count("BEGIN:VTIMEZONE") == 1
    assert "LOCATION:Kirjasto\\, Koulukatu 7" in said


def test_a_time_that_the_clocks_leave_out_is_the_hour_after() -> None:
    said = lines(one(date(2027, 3, 28), 3 * 60 + 30))

    assert "DTSTART;TZID=Europe/Helsinki:20270328T043000" in said
    assert "DURATION:PT60M" in said


def test_a_day_of_the_clocks_keeps_its_hours_by_day() -> None:
    for day in (date(2026, 10, 25), date(2027, 3, 28)):
        assert f"DTSTART;TZID=Europe/Helsinki:{day:%Y%m%d}T090000" in lines(one(day, 540))


def test_a_meeting_may_end_after_midnight() -> None:
    said = lines(one(date(2026, 12, 31), 23 * 60, 120))

    assert "DURATION:PT120M" in said


def test_nobody_is_named_unless_asked_for() -> None:
    assert "SUMMARY:Civic orientation\\, H1-K003 · Syksyn ryhmä" in lines(course(1))
    assert any("Amal" in line for line in lines(course(1), person="Amal"))


def test_neither_place_nor_link_is_told_of_whom_nobody_may_find() -> None:
    of = course(2)
    of.meetings[1].remote = True

    said = "\n".join(lines(of, hide_places=True))

    assert "Koulukatu" not in said
    assert "etayhteys" not in said
    assert "etayhteys" in "\n".join(lines(of))


def test_a_trainer_gets_the_meetings_they_teach() -> None:
    of = course(4)
    of.meetings[2].trainer = "Sara Ali"

    assert lines(of, trainer="Sara Ali").count("BEGIN:VEVENT") == 1
    assert lines(of, trainer="Ahmad Said").count("BEGIN:VEVENT") == 3


def test_what_did_not_happen_is_struck() -> None:
    of = course(1)
    of.meetings[0].state = MeetingState.DID_NOT_HAPPEN

    assert "STATUS:CANCELLED" in lines(of)

from datetime import time

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.sheet import Edition
from kotoutus_desktop.documents.sign_in_sheet import (
    Attendee,
    MeetingToSign,
    clock,
    course_name,
    sign_in_sheet,
)
from tests.documents.courses import course, to_sign

FINNISH: Edition = {"official": "fi", "other": None}


def test_each_meeting_has_a_part_with_its_people(case: Case) -> None:
    of = course(2)
    people = tuple(Attendee(code, "Nimi") for code in ("222", "EE5"))
    meetings = [MeetingToSign(each, people) for each in of.meetings]

    made = sign_in_sheet(case.office, of, meetings, official="fi", other="ar")

    assert len(made.sheet.parts) == 2
    assert made.attendees == (people, people)
    assert problems(made.sheet) == []


def test_the_sheet_says_that_it_is_secret_and_names_no_course_member_at_its_head(
    case: Case,
) -> None:
    made = sign_in_sheet(case.office, course(), [to_sign()], official="fi", other="ar")

    assert made.sheet.secrecy
    assert made.sheet.names == ()


def test_place_trainer_and_topics_are_those_of_the_meeting(case: Case) -> None:
    of = course(1)
    of.meetings[0].place, of.meetings[0].trainer = "Kaupungintalo", "Sara Ali"
    meeting = MeetingToSign(of.meetings[0], ())

    made = sign_in_sheet(case.office, of, [meeting], official="fi", other=None)

    texts = " ".join(str(each) for _row, each in made.sheet.said())
    assert "Kaupungintalo" in texts
    assert "Koulukatu" not in texts
    assert "Sara Ali" in texts
    assert "Ahmad Said" not in texts


def test_a_remote_meeting_has_no_place(case: Case) -> None:
    of = course(1)
    of.meetings[0].remote = True

    made = sign_in_sheet(case.office, of, [MeetingToSign(of.meetings[0], ())], **FINNISH)

    assert "Koulukatu" not in " ".join(str(each) for _row, each in made.sheet.said())


def test_a_letter_that_no_font_has_is_told(case: Case) -> None:
    meeting = to_sign(1, "Nimi \U0001f600")

    made = sign_in_sheet(case.office, course(), [meeting], **FINNISH)

    assert any(problem.blocks for problem in problems(made.sheet))


def test_clock_times_past_midnight_are_those_of_the_next_day() -> None:
    assert clock(23 * 60 + 90) == time(0, 30)
    assert clock(9 * 60 + 5) == time(9, 5)


def test_a_course_without_a_name_is_called_by_its_number() -> None:
    of = course(0)
    of.name = ""

    assert course_name(of) == "H1-K003"

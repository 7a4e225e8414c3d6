from datetime import date

import pytest

from kotoutus_desktop.documents.course_invitation import course_invitation_sheet
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.models.orientation import Course, CourseForm, CourseMeeting, MeetingState
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES


def course(**fields):
    usual = {
        "language": "ar",
        "starts_on": date(2027, 1, 11),
        "ends_on": date(2027, 5, 20),
        "place": "Kirjasto, Koulukatu 7",
        "child_care": True,
    }
    made = Course(**(usual | fields))
    for day, state in ((9, MeetingState.DID_NOT_HAPPEN), (11, MeetingState.PLANNED)):
        made.meetings.append(
            CourseMeeting(
                course_id=made.id,
                held_on=date(2027, 1, day),
                starts=540 if day == 11 else 480,
                minutes=150,
                break_minutes=30,
                state=state,
            )
        )
    return made


@pytest.fixture
def invite(case, read_pdf):
    """Return what prints an invitation and reads it again."""

    def make(to=None, **edition) -> str:
        wanted = {"official": "fi", "other": "sv"} | edition
        sheet = course_invitation_sheet(
            case.office, case.officer, case.client, to or course(), **wanted
        )
        assert not [problem for problem in problems(sheet) if problem.blocks]
        return " ".join(" ".join(read_pdf(sheet_pdf(sheet))).split())

    return make


def test_it_says_which_course_when_and_where(invite):
    text = invite()

    assert "Kutsu yhteiskuntaorientaation kurssille" in text
    assert "Kurssin kieli: arabia" in text
    assert "11.1.2027" in text
    assert "20.5.2027" in text
    assert "9.00–12.00" in text
    assert "8.00" not in text
    assert "Kirjasto, Koulukatu 7" in text
    assert "lastenhoito" in text


def test_of_a_client_under_non_disclosure_no_place_is_told(invite, case):
    case.client.non_disclosure = True

    text = invite()

    assert "Koulukatu" not in text
    assert "Kerromme paikan" in text


def test_a_remote_course_has_no_place(invite):
    text = invite(course(form=CourseForm.REMOTE))

    assert "Opetus on verkossa" in text
    assert "Koulukatu" not in text


def test_it_says_how_to_answer_and_on_which_ground(invite):
    text = invite()

    assert "tuletko kurssille" in text
    assert "681/2023" in text


def test_a_course_without_meetings_yet_can_be_invited_to(invite):
    bare = Course(language="so")

    assert "Kurssin kieli" in invite(bare)


@pytest.mark.parametrize("language", [each for each in CLIENT_LANGUAGES if each != "fi"])
def test_every_language_has_the_invitation(case, language):
    sheet = course_invitation_sheet(
        case.office, case.officer, case.client, course(), official="fi", other=language
    )

    assert not [problem for problem in problems(sheet) if problem.blocks]

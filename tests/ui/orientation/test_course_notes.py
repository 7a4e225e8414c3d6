import pytest

from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.models.orientation import Enrolment, EnrolmentState
from kotoutus_desktop.ui.orientation.course_notes import NOTED, note_calendar, note_paper
from kotoutus_desktop.ui.orientation.course_papers import CoursePaper
from tests.models.history.conftest import rows


@pytest.fixture
def seated(database, course, crowd):
    """Two who take part, and a guest."""
    with database.transaction() as session:
        for number, client in enumerate(crowd[:2]):
            session.add(
                Enrolment(
                    course_id=course.id,
                    client_id=client.id,
                    code=f"A{number}",
                    state=EnrolmentState.ACCEPTED,
                )
            )
        session.add(
            Enrolment(
                course_id=course.id,
                guest_name="Vieras",
                code="B1",
                state=EnrolmentState.ACCEPTED,
            )
        )
    return crowd[:2]


def noted(database, act):
    database.write_notes()
    return rows(
        database, f"SELECT case_id, subject FROM log_entry WHERE act = '{act}' ORDER BY seq"
    )


@pytest.mark.parametrize("kind", CoursePaper)
def test_a_paper_of_a_course_is_noted_for_everybody_on_it(
    workspace, database, course, seated, kind
):
    assert note_paper(workspace, course.id, kind.value, Act.PRINT)

    found = noted(database, Act.PRINT)
    assert {subject for _case, subject in found} == {NOTED[kind]}
    assert {case for case, _subject in found} == {None, *(each.id.bytes for each in seated)}


def test_the_calendar_of_a_course_names_nobody_and_that_of_one_who_takes_part_does(
    workspace, database, course, seated
):
    note_calendar(workspace, course.id)
    assert noted(database, Act.EXPORT) == [(None, "course_calendar")]
    with database.reading() as session:
        one = next(each for each in session.query(Enrolment) if each.client_id == seated[0].id)
    note_calendar(workspace, course.id, one.id)

    assert noted(database, Act.EXPORT)[1:] == [
        (None, "course_calendar"),
        (seated[0].id.bytes, "course_calendar"),
    ]

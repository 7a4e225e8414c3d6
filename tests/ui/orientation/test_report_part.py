from datetime import timedelta

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.orientation.marking import Call, mark_all_present
from kotoutus_desktop.models.orientation import Course, CourseMeeting
from kotoutus_desktop.ui.orientation.report_part import ReportPart, content_of
from tests.ui.orientation.roll_course import course_of

PEOPLE = [f"Person {number}" for number in range(6)]


@pytest.fixture
def part(qtbot, workspace):
    course_of(workspace.database, PEOPLE, workspace.today() - timedelta(weeks=1), 1)
    with workspace.database.transaction() as session:
        session.scalars(select(Course)).one().municipalities = ["889"]
        meeting = session.scalars(select(CourseMeeting)).one()
        mark_all_present(session, meeting.id, Call(None, meeting.held_on))
    part = ReportPart(workspace)
    qtbot.addWidget(part)
    part.arrive("")
    return part


def test_a_line_for_each_course_and_the_sums_over_them(part):
    assert "started 6, completed 0" in part.list.model().index(0, 0).data()
    assert part.sums.text().startswith("Started 6, completed 0 · interrupted 0 · taught 3 h")


def test_a_year_without_courses_says_so_and_saves_nothing(part):
    part.year.set_value("2025")
    part.refresh()

    assert part.stack.currentWidget() is part.nothing
    assert not part.paper_button.isEnabled()


def test_a_municipality_has_its_own_courses(part):
    part.municipality.set_value("091")
    part.refresh()
    assert part.report.lines == ()

    part.municipality.set_value("889")
    part.refresh()
    assert len(part.report.lines) == 1
    assert part.sheet().scope.chosen == ("Municipality: Utajärvi",)


@pytest.mark.parametrize(("ending", "head"), [(".pdf", b"%PDF"), (".xlsx", b"PK")])
def test_both_files_are_saved(part, tmp_path, ending, head):
    path = tmp_path / f"report{ending}"

    assert part.save_to(path, content_of(ending))
    assert path.read_bytes().startswith(head)


def test_a_folder_that_is_not_there_is_said(part, tmp_path, qtbot):
    with qtbot.waitSignal(part.said):
        assert not part.save_to(tmp_path / "gone" / "report.pdf", content_of(".pdf"))

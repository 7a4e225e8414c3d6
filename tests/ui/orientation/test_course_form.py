"""The form of a course: what is stored comes back as it was."""

import pytest

from kotoutus_desktop.casework.orientation.courses import get_course
from kotoutus_desktop.ui.orientation.course_form import CourseFormPage
from kotoutus_desktop.ui.page import Destination, PageName


@pytest.fixture
def form(qtbot, workspace, database, course):
    with database.transaction() as session:
        get_course(session, course.id).cost = 123450
    page = CourseFormPage(workspace, Destination(PageName.COURSE_FORM, record=course.id))
    qtbot.addWidget(page)
    page.arrive(Destination(PageName.COURSE_FORM, record=course.id))
    return page


def cost(database, course):
    with database.reading() as session:
        return get_course(session, course.id).cost


def test_the_cents_of_a_cost_are_kept(form, database, course) -> None:
    assert form.fields["cost"].line.text() == "1234,50"
    form.fields["name"].set_value("Syksy")
    assert form.record()
    assert cost(database, course) == 123450


@pytest.mark.parametrize(
    ("typed", "cents"), [("56,7", 5670), ("56.07", 5607), ("1 200", 120000), ("", None)]
)
def test_a_cost_is_read_with_comma_point_or_none(form, database, course, typed, cents) -> None:
    form.fields["cost"].line.setText(typed)
    assert form.record()
    assert cost(database, course) == cents


def test_what_is_no_amount_is_refused(form, database, course) -> None:
    form.fields["cost"].line.setText("12,345")
    assert not form.record()
    assert form.fields["cost"].has_error()
    assert cost(database, course) == 123450

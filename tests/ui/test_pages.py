"""What holds for every page, whatever it shows."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from walker import nameless

from kotoutus_desktop.casework import assess, register
from kotoutus_desktop.casework.orientation.courses import store_course
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.orientation import Course, CourseMeeting
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.pages import make_page
from tests import casebook


class NewWindows(QObject):
    """Hears of every window that is shown beside the one that is open."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def people(database, office, officer, make_client, today):
    """One client at each stage: registered, half assessed, assessed, planned."""
    found = []
    for _stage in range(4):
        with database.transaction() as session:
            client = casebook.registered(session, make_client(number=""), officer, today)
        found.append(client.id)
    with database.transaction() as session:
        half = register.get_client(session, found[1])
        assess.open_assessment(session, half, officer.id, today, casebook.NOW)
    for assessed in found[2:]:
        with database.transaction() as session:
            casebook.assessed(session, assessed, officer, today)
    with database.transaction() as session:
        casebook.with_plan(session, found[3], officer, today)
    return found


PLACES = [
    (PageName.SERVICES, None),
    (PageName.EXCHANGE, None),
    (PageName.IMPORT, None),
    (PageName.SERVICE_FORM, None),
    (PageName.PATH_FORM, None),
    (PageName.DOCUMENT_FORM, None),
    (PageName.TODAY, None),
    (PageName.CLIENTS, None),
    (PageName.CLIENT, 0),
    (PageName.CLIENT, 3),
    (PageName.INTAKE, None),
    (PageName.INTAKE, 0),
    (PageName.ASSESSMENT, 1),
    (PageName.ASSESSMENT, 2),
    (PageName.PLAN, 2),
    (PageName.PLAN, 3),
    (PageName.REVIEW, 3),
    (PageName.REFERRAL, 3),
    (PageName.TRAINING, 3),
    (PageName.PRINT, 3),
    (PageName.RESPONSIBILITY, None),
    (PageName.RESPONSIBILITY, 0),
    (PageName.HAND_OVER, 3),
    (PageName.NATIONAL, 3),
    (PageName.PAIRS, None),
    (PageName.PAIRS, 3),
    (PageName.JOIN, 3),
    (PageName.LOG, 3),
    (PageName.SPOT_CHECK, None),
    (PageName.LEDGER, None),
    (PageName.ORIENTATION, None),
    (PageName.COURSE, None),
    (PageName.COURSE_FORM, None),
    (PageName.APPOINTMENTS, None),
    (PageName.BOOKING, 3),
    (PageName.STATISTICS, None),
    (PageName.SETTINGS, None),
    (PageName.HELP, None),
]


@pytest.fixture
def window(qtbot, workspace, people):
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def course(database, office):
    """A course with a meeting."""
    course = Course(language="ar")
    with database.transaction() as session:
        store_course(session, course)
        session.add(
            CourseMeeting(course_id=course.id, held_on=date(2026, 12, 1), starts=540, minutes=150)
        )
    return course


def destination(name, who, people, course):
    """Return where a page is found: of a client, of two, of the course, or of nobody."""
    record = {PageName.COURSE: course.id, PageName.JOIN: people[2]}.get(name)
    return Destination(name, client=None if who is None else people[who], record=record)


def test_every_page_has_a_maker(workspace, people):
    assert {name for name, _who in PLACES} == set(PageName)


@pytest.mark.parametrize(("name", "who"), PLACES)
def test_a_page_opens_in_the_window_with_names_and_the_keyboard_in_it(
    window, people, course, name, who
):
    windows = NewWindows()
    QApplication.instance().installEventFilter(windows)
    window.open(destination(name, who, people, course))
    QTest.qWait(60)
    QApplication.instance().removeEventFilter(windows)

    assert windows.shown == []
    assert nameless(window) == []
    assert window.stack.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize(("name", "who"), PLACES)
def test_a_page_is_made_in_every_language(workspace, people, course, qtbot, language, name, who):
    set_interface_language(language)
    page = make_page(workspace, destination(name, who, people, course))
    qtbot.addWidget(page)

"""Every page asks the one panel: by a click on a section, or by Ctrl+I."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.reason import EventKind, Limit
from kotoutus_desktop.rules.section import PLAN_MAXIMUM, PLAN_PERIOD, REVIEW
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.plans.plan_page import PlanPage
from kotoutus_desktop.ui.why.asking import panel_title, why_next, why_section
from tests import casebook

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def draft(database, officer, client, today):
    """The client, assessed: opening the page draws up the plan."""
    with database.transaction() as session:
        casebook.assessed(session, client.id, officer, today)
    return client


def press_why():
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_I, CTRL)


def test_today_asks_for_the_row_with_the_keyboard(qtbot, window, client):
    window.open(Destination(PageName.TODAY))
    qtbot.waitUntil(lambda: bool(window.page.lists))
    window.page.lists[0].setFocus()

    with qtbot.waitSignal(window.page.why_asked) as asked:
        press_why()

    ((why,),) = asked.args
    assert why.client == client.id
    assert why.reason.event.kind is EventKind.LEARNED_OF_PERSON
    assert window.why.isVisible()


def test_the_list_of_clients_asks_for_the_chosen_row(qtbot, window, client):
    window.open(Destination(PageName.CLIENTS))

    with qtbot.waitSignal(window.page.why_asked) as asked:
        press_why()

    ((why,),) = asked.args
    assert (why.client, why.reason.subject) == (client.id, StepKind.START_ASSESSMENT)


def test_the_menu_of_a_row_asks_too(qtbot, window, client):
    window.open(Destination(PageName.CLIENTS))
    menu = window.page.menu_of(window.page.list.current_item())
    (act,) = [each for each in menu.actions() if each.text() == "Why (Ctrl+I)"]

    with qtbot.waitSignal(window.page.why_asked):
        act.trigger()
    menu.deleteLater()


def test_a_plan_that_is_drafted_is_reckoned_as_it_stands(qtbot, workspace, draft):
    page = PlanPage(workspace, Destination(PageName.PLAN, draft.id))
    qtbot.addWidget(page)
    page.period.starts.set_value(date(2026, 12, 1))

    first, both = why_section(workspace, PLAN_MAXIMUM, draft.id, page.sums())

    assert (first.reason.subject, first.reason.result) == (Limit.FIRST_PLAN_END, date(2027, 12, 1))
    assert first.reason.event.kind is EventKind.PLAN_DRAFTED
    assert both.reason.result == date(2028, 12, 1)


def test_the_review_of_a_draft_is_six_months_from_its_making(qtbot, workspace, draft):
    page = PlanPage(workspace, Destination(PageName.PLAN, draft.id))
    qtbot.addWidget(page)

    (why,) = why_section(workspace, REVIEW, draft.id, page.sums())

    assert why.reason.result == date(2027, 5, 24)


def test_a_section_without_a_date_is_explained_by_itself(workspace, client):
    (why,) = why_section(workspace, PLAN_PERIOD, client.id)

    assert (why.title, why.reason.result) == ("", None)
    assert panel_title([why]) == "Why?"


def test_a_client_with_nothing_due_is_told_why_there_is_guidance(
    workspace, database, office, officer, make_client, today
):
    with database.transaction() as session:
        outside = casebook.registered(
            session, make_client(first_granted=date(2020, 1, 1)), officer, today
        )

    why = why_next(workspace, outside.id)

    assert why.reason.subject is None
    assert why.reason.section.number == "10"


def test_several_dates_have_their_own_title(workspace, agreed):
    whys = why_section(workspace, PLAN_MAXIMUM, agreed.id)

    assert panel_title(whys) == "Why these dates?"

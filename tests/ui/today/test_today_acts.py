from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kotoutus_desktop.casework.own_tasks import add_task, tasks_of
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.snoozes import reasons_of
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.today.today_page import TodayPage
from tests import casebook


@pytest.fixture
def open_page(qtbot, workspace, office):
    """Return a maker of the page, shown, with the keyboard in it."""

    def open_it() -> TodayPage:
        page = TodayPage(workspace, Destination(PageName.TODAY))
        workspace.changed.connect(page.refresh)
        qtbot.addWidget(page)
        page.resize(1150, 768)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.arrive(Destination(PageName.TODAY))
        return page

    return open_it


@pytest.fixture
def register(database, office, officer, make_client, today):
    """Return a maker of registered clients."""

    def register_it(**fields):
        with database.transaction() as session:
            return casebook.registered(session, make_client(number="", **fields), officer, today)

    return register_it


@pytest.fixture
def set_task(database, officer, today):
    """Return a maker of tasks."""

    def set_it(text, days=0, client=None):
        with database.transaction() as session:
            day = today + timedelta(days=days)
            return add_task(session, text, day, officer.id, today, client and client.id)

    return set_it


def names(rows):
    return [entry.client.full_name if entry.client else entry.task.text for entry in rows.entries]


def offer(page, entry, words):
    """Choose an act of a row's menu."""
    menu = page.acts.menu(entry)
    (action,) = [each for each in menu.actions() if each.text() == words]
    action.trigger()


def answer(page, text, day=""):
    """Fill the dialog that is open and accept it."""
    dialog = page.acts.dialog
    dialog.text.set_value(text)
    if dialog.day is not None:
        dialog.day.line.setText(day)
    dialog.accept()
    return dialog


def test_a_row_is_put_off_with_a_reason_and_stands_folded_at_the_end(open_page, register):
    register()
    page = open_page()
    offer(page, page.lists[0].entries[0], "Put off …")
    answer(page, "Asiakas on matkalla.", "1.12.2026")

    assert page.lists == []
    assert page.body.snoozed.is_folded
    page.body.snoozed.turn()
    row = page.body.snoozed.rows.entries[0]
    sentence = page.body.face(row).sentence
    assert "Asiakas on matkalla." in sentence
    assert "until 1.12." in sentence


def test_what_cannot_be_put_off_so_is_said_at_the_field(open_page, register):
    register()
    page = open_page()
    offer(page, page.lists[0].entries[0], "Put off …")

    dialog = answer(page, "", "1.12.2026")
    assert dialog.text.has_error()
    dialog = answer(page, "Syy", "1.11.2026")
    assert dialog.day.has_error()
    dialog = answer(page, "Syy", "joskus")
    assert dialog.day.has_error()
    assert dialog.isVisible()
    assert len(page.lists) == 1


def test_what_is_put_off_is_woken_by_its_button(open_page, register):
    register()
    page = open_page()
    offer(page, page.lists[0].entries[0], "Put off …")
    answer(page, "Syy", "1.12.2026")
    page.act(page.body.snoozed.rows.entries[0])

    assert page.body.snoozed is None
    assert len(page.lists) == 1


def test_a_reason_of_lateness_is_recorded_where_something_is_late(
    open_page, register, database, workspace, today
):
    client = register()
    with database.transaction() as session:
        get_client(session, client.id).contacts.clear()
        get_client(session, client.id).created_at = casebook.NOW - timedelta(days=40)
    page = open_page()
    row = page.lists[0].entries[0]
    offer(page, row, "Reason of lateness …")
    answer(page, "Tulkkia ei saatu.")

    with database.reading() as session:
        (reason,) = reasons_of(session, client.id)
    assert reason.due_on == row.item.due
    assert "reason of lateness recorded" in page.body.face(page.lists[0].entries[0]).sentence


def test_a_task_is_added_with_the_keyboard_alone(qtbot, open_page, set_task):
    page = open_page()
    page.head.officer_chip().setFocus()
    QTest.keyClick(page.head.officer_chip(), Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.acts.dialog.isActiveWindow)
    QTest.keyClicks(page.acts.dialog.text.line, "Tilaa lehtiset")
    QTest.keyClick(page.acts.dialog.text.line, Qt.Key.Key_Return)

    assert names(page.lists[0]) == ["Tilaa lehtiset"]


def test_enter_ticks_a_task_and_the_next_row_has_the_keyboard(open_page, set_task):
    for text in ("Ensimmäinen", "Toinen", "Kolmas"):
        set_task(text)
    page = open_page()
    page.lists[0].choose(1)
    QTest.keyClick(page.lists[0], Qt.Key.Key_Return)

    assert names(page.lists[0]) == ["Ensimmäinen", "Kolmas"]
    assert page.lists[0].hasFocus()
    assert page.lists[0].current_item().task.text == "Kolmas"


def test_enter_in_a_field_answers(qtbot, open_page, set_task):
    page = open_page()
    page.acts.add_task()
    QTest.keyClicks(page.acts.dialog.text.line, "Tilaa lehtiset")
    QTest.keyClick(page.acts.dialog.day.line, Qt.Key.Key_Return)

    assert names(page.lists[0]) == ["Tilaa lehtiset"]
    assert not page.acts.dialog.isVisible()


def test_the_last_task_done_leaves_the_keyboard_on_the_page(open_page, set_task):
    set_task("Ainoa")
    page = open_page()
    QTest.keyClick(page.lists[0], Qt.Key.Key_Return)

    assert page.lists == []
    assert page.head.officer_chip().hasFocus()


def test_ticking_is_undone(open_page, set_task, workspace):
    set_task("Ainoa")
    page = open_page()
    page.act(page.lists[0].entries[0])
    workspace.undo()

    assert names(page.lists[0]) == ["Ainoa"]


def test_a_task_is_changed_and_deleted(open_page, set_task, register, database):
    client = register()
    set_task("Soita", client=client)
    page = open_page()
    (task,) = [e for rows in page.lists for e in rows.entries if hasattr(e, "task")]
    page.open_entry(task)
    answer(page, "Soita kotiin", "25.11.2026")
    with database.reading() as session:
        (changed,) = tasks_of(session, client.id)
    assert (changed.text, changed.due_on) == ("Soita kotiin", date(2026, 11, 25))

    (task,) = [e for rows in page.lists for e in rows.entries if hasattr(e, "task")]
    offer(page, task, "Delete")
    with database.reading() as session:
        assert tasks_of(session, client.id) == []


def test_a_task_about_a_client_is_added_from_a_row(open_page, register, database):
    client = register()
    page = open_page()
    offer(page, page.lists[0].entries[0], "New task about the client …")
    answer(page, "Soita", "25.11.2026")

    with database.reading() as session:
        assert [each.text for each in tasks_of(session, client.id)] == ["Soita"]


def test_arrows_go_on_from_one_list_into_the_next_and_back(open_page, register, set_task):
    register()
    set_task("Huomenna", 1)
    page = open_page()
    first, second = page.lists
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_the_page_scrolls_to_the_row_with_the_keyboard(qtbot, open_page, set_task):
    for number in range(40):
        set_task(f"Tehtävä {number}")
    page = open_page()
    qtbot.waitUntil(lambda: page.body.verticalScrollBar().maximum() > 0)
    for _turn in range(39):
        QTest.keyClick(page.lists[0], Qt.Key.Key_Down)

    row = page.lists[0].visualRect(page.lists[0].currentIndex())
    seen = page.lists[0].viewport().mapTo(page.body.viewport(), row.center())
    assert page.body.viewport().rect().contains(seen)


def test_a_refresh_does_not_take_the_keyboard_from_the_search(open_page, set_task):
    set_task("Ainoa")
    page = open_page()
    page.head.search.setFocus()
    page.refresh()

    assert page.head.search.hasFocus()


def test_a_row_says_why_it_is_there(qtbot, open_page, register):
    register()
    page = open_page()
    with qtbot.waitSignal(page.why_asked) as asked:
        QTest.keyClick(page.lists[0], Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)

    (why,) = asked.args[0]
    assert why.reason.sections[0].number == "14"


def test_filters_stay_and_are_cleared_at_once(open_page, register, database):
    register(service_language="ar")
    register(service_language="so")
    page = open_page()
    page.head.filters.language.picked.emit("so")
    page.head.filters.language.set_value("so")
    page.refresh()
    assert len(page.lists[0].entries) == 1
    page.arrive(Destination(PageName.TODAY))
    assert len(page.lists[0].entries) == 1

    page.head.filters.clear_button.click()

    assert len(page.lists[0].entries) == 2
    assert page.head.filters.clear_button.isHidden()

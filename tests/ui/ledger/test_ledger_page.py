from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from typing_keys import type_text
from walker import clipped, nameless, never_reached

from kotoutus_desktop.casework.ledger_counts import Column
from kotoutus_desktop.casework.plans import refer
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.rules.obligations import Rule
from kotoutus_desktop.rules.section import REFERRAL
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.theme import Mode, theme

HERE = Destination(PageName.LEDGER)


def test_an_empty_office_is_told_what_will_stand_here(open_page):
    page = open_page()

    assert page.stack.currentWidget() is page.nothing
    assert page.nothing._title.text() == "No clients yet"


def test_a_period_without_time_limits_is_told_from_an_empty_office(open_page, late, show_days):
    page = open_page()
    show_days(page, date(2020, 1, 1), date(2020, 12, 31))

    assert page.stack.currentWidget() is page.nothing
    assert page.nothing._title.text() == "Nothing falls due in this period"


def test_a_number_is_read_out_with_rule_month_and_heading(referral):
    page, line = referral
    model = page.table.numbers
    index = model.index(list(model.lines).index(line), 4)

    assert model.sentence(index) == (
        "Referred to an agreed service, 12/2026, Late, without reason: 1"
    )


def test_enter_on_a_number_opens_its_rows_and_escape_leads_back(referral):
    page, line = referral
    model = page.table.numbers
    page.table.setCurrentIndex(model.index(list(model.lines).index(line), 4))
    page.table.setFocus()

    QTest.keyClick(page.table, Qt.Key.Key_Return)
    opened = page.stack.currentWidget(), page.rows.heading.text()
    QTest.keyClick(page.rows.list, Qt.Key.Key_Escape)

    assert opened == (
        page.rows,
        "Referred to an agreed service · 12/2026 · Late, without reason",
    )
    assert page.stack.currentWidget() is page.numbers
    assert QApplication.focusWidget() is page.table


def test_a_number_that_counts_nothing_opens_nothing(referral):
    page, line = referral
    model = page.table.numbers
    page.table.setCurrentIndex(model.index(list(model.lines).index(line), 2))
    page.primary()

    assert page.stack.currentWidget() is page.numbers


def test_a_row_opens_its_client(qtbot, referral, late):
    page, line = referral
    page.open_number(line, Column.LATE_WITHOUT_REASON)

    with qtbot.waitSignal(page.navigate) as asked:
        QTest.keyClick(page.rows.list, Qt.Key.Key_Return)

    assert asked.args[0] == Destination(PageName.CLIENT, client=late.id)


def test_a_late_row_takes_a_reason_by_keyboard(qtbot, referral):
    page, line = referral
    page.open_number(line, Column.LATE_WITHOUT_REASON)
    QTest.keyClick(page.rows.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = page.findChildren(QDialog)
    type_text(dialog.reason.text, "Kurssi oli täynnä.")
    dialog.button.click()
    page.refresh()

    def counted():
        (line,) = [e for e in page.lines if e.rule is Rule.REFERRAL and e.month == (2026, 12)]
        return line.counts()

    qtbot.waitUntil(lambda: counted() == (1, 0, 1, 0, 0))
    assert page.rows.list.current_item() is None


def test_a_reason_can_be_undone(qtbot, referral, workspace):
    page, line = referral
    workspace.changed.connect(page.refresh)
    (row,) = line.behind(Column.LATE_WITHOUT_REASON)
    page.record_reason(row, "Kurssi oli täynnä.")
    given = workspace.undo_label()
    page._undo()

    assert given == "reason of lateness"
    qtbot.waitUntil(lambda: page.lines[-1].counts() == line.counts())


def test_a_reason_that_is_too_long_is_refused_in_the_field(referral):
    page, line = referral
    (row,) = line.behind(Column.LATE_WITHOUT_REASON)
    page.ask_reason(row)
    (dialog,) = page.findChildren(QDialog)
    dialog.reason.set_value("x" * 1001)
    dialog.accept()

    assert dialog.isVisible()


def test_what_is_done_leaves_the_late_column(qtbot, referral, late, database):
    page, _line = referral
    with database.transaction() as session:
        (plan,) = get_client(session, late.id).plans
        refer(session, plan, plan.measures[0].id, date(2026, 12, 1))
    page.refresh()

    qtbot.waitUntil(lambda: page.lines[-1].counts() == (1, 1, 0, 0, 0))


def test_days_that_cannot_be_are_refused_and_the_numbers_stay(referral):
    page, _line = referral
    before = page.selection
    page.filters.first.set_value(date(2027, 4, 1))
    page.filters.show_button.click()

    assert page.filters.selection() is None
    assert page.selection == before
    page.filters.last.set_value(date(2099, 4, 1))
    assert page.filters.selection() is None
    page.filters.last.set_value(None)
    assert page.filters.selection() is None


def test_the_filters_choose_municipality_and_counsellor(qtbot, referral, officer):
    page, _line = referral
    chosen = [value for value, _count in page.filters.officer.choices()]
    page.filters.officer._pick(chosen[1])
    page.filters.municipality._pick("889")
    wanted = page.filters.selection()
    qtbot.waitUntil(lambda: page.selection == wanted)

    assert chosen == ["", str(officer.id)]
    assert page.band.subtitle.text() == (
        "1.11.2026–31.3.2027 · Municipality: Utajärvi · Counsellor: Maija Esimerkki"
    )


def test_names_become_initials_on_a_screen_that_others_see(referral, preferences, qtbot):
    page, line = referral
    preferences.initials_in_lists = True
    seen = page.lines
    page.refresh()
    qtbot.waitUntil(lambda: page.lines is not seen)
    page.open_number(line, Column.DUE)

    assert page.rows.list.model().data(page.rows.list.model().index(0, 0)).startswith("A. H. A.")


def test_the_menu_of_a_late_row_gives_the_reason(referral):
    page, line = referral
    menu = page.rows.menu_of(line.rows[0])

    words = [action.text() for action in menu.actions()]
    assert words == ["Open the client", "Give the reason", "Why (Ctrl+I)"]
    menu.deleteLater()


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_everything_is_named_reached_and_uncut(open_page, late, show_days, factor, language):
    set_interface_language(language)
    theme().apply(Mode.DARK, factor)
    page = open_page(964)
    show_days(page, date(2026, 11, 1), date(2027, 3, 31))

    assert nameless(page) == []
    assert clipped(page) == []
    assert never_reached(page) == []
    page.open_number(page.lines[-1], Column.DUE)
    assert nameless(page) == []
    assert clipped(page) == []
    assert never_reached(page) == []


def test_where_there_is_no_room_for_both_the_definitions_take_the_place_of_the_table(referral):
    page, _line = referral
    page.resize(814, 420)
    page.definitions.button.click()
    assert page.card.isHidden()
    assert page.definitions.text.height() > page.numbers.height() // 2

    page.resize(814, 900)
    assert not page.card.isHidden()
    page.resize(814, 420)
    page.definitions.button.click()
    assert not page.card.isHidden()


def test_the_definitions_open_under_the_table(referral):
    page, _line = referral
    page.definitions.button.click()
    words = [label.text() for label in page.definitions.text.findChildren(Label)]

    assert "In time: Done on the due day or before it." in words
    assert any(each.startswith("Referred to an agreed service: One for each") for each in words)
    page.definitions.button.click()
    assert page.definitions.text.isHidden()


def test_ctrl_i_asks_for_the_section_of_a_number_and_of_a_row(qtbot, referral):
    page, line = referral
    control = Qt.KeyboardModifier.ControlModifier
    page.table.setCurrentIndex(page.table.numbers.index(list(page.lines).index(line), 2))
    with qtbot.waitSignal(page.why_asked) as of_number:
        QTest.keyClick(page.table, Qt.Key.Key_I, control)
    page.open_number(line, Column.DUE)
    with qtbot.waitSignal(page.why_asked) as of_row:
        QTest.keyClick(page.rows.list, Qt.Key.Key_I, control)

    for asked in (of_number, of_row):
        assert REFERRAL in [section for why in asked.args[0] for section in why.reason.sections]


def test_the_menu_of_periods_offers_no_all_that_would_be_no_period(open_page):
    page = open_page()
    menu = page.filters.period.open_menu()
    offered = [action.text() for action in menu.actions()]
    menu.close()

    assert offered == ["2028", "2027", "2026", "2025", "2024", "2023", "from–to"]

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from walker import clipped, nameless, never_reached

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.rules.statistics import Part, Period, Topic
from kotoutus_desktop.ui.components.row_model import ITEM_ROLE
from kotoutus_desktop.ui.ledger.period_filters import DAYS
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.theme import Mode, theme


def choose(page, topic):
    """Choose a table as a click does."""
    page.topics._buttons[topic.value].setChecked(True)


def line_of(page, topic, key):
    choose(page, topic)
    return next(line for line in page.tables[topic].lines if line.key == key)


def names(page):
    model = page.rows.list.model()
    rows = [model.index(place, 0).data(ITEM_ROLE) for place in range(model.rowCount())]
    return [row.whose.name for row in rows if row.whose]


def test_an_empty_office_is_told_what_will_stand_here(open_page):
    page = open_page()

    assert page.stack.currentWidget() is page.nothing
    assert not any(button.isVisible() for button in page.save_buttons)


def test_the_first_table_has_chart_numbers_and_under_them_what_they_count(page):
    view = page.view

    assert view.heading.text() == "Clients by group"
    assert [(bar.label, bar.count) for bar in view.chart.bars] == [("quota refugee", 3)]
    assert view.table.numbers.faces[0].counts == (3, 3, 0)
    assert view.definition.text().startswith("Clients whose client relationship was open")
    assert view.definition.y() > view.table_card.y() > view.chart_card.y()


def test_the_page_is_driven_by_the_keyboard_from_a_table_to_a_client(qtbot, page, clients):
    assert QApplication.focusWidget() is page.view.table
    page.topics.take_focus()
    for _n in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    shown = page.view.heading.text()
    page.view.take_focus()
    for _n in range(2):
        QTest.keyClick(page.view.table, Qt.Key.Key_Down)
    QTest.keyClick(page.view.table, Qt.Key.Key_Return)
    heading, listed = page.rows.heading.text(), names(page)
    with qtbot.waitSignal(page.navigate) as asked:
        QTest.keyClick(page.rows.list, Qt.Key.Key_Return)
    QTest.keyClick(page.rows.list, Qt.Key.Key_Escape)

    assert shown == "Clients by language of service"
    assert heading == "Clients by language of service · Somali · All"
    assert listed == ["Somaya Esimerkki"]
    assert asked.args[0] == Destination(PageName.CLIENT, client=clients[1].id)
    assert page.stack.currentWidget() is page.numbers
    assert QApplication.focusWidget() is page.view.table


def test_ctrl_enter_opens_the_chosen_number(page):
    QTest.keyClick(page.view.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert page.stack.currentWidget() is page.rows
    assert page.rows.count.text() == "3 rows"


def test_a_number_is_read_out_with_line_and_heading(page):
    numbers = page.view.table.numbers

    assert numbers.sentence(numbers.index(1, 2)) == "quota refugee, New: 3"
    assert "quota refugee 3" in page.view.chart.accessibleDescription()


def test_a_colleague_sees_how_many_restricted_cases_there_are_and_not_whose(
    page, database, clients
):
    colleague = Officer(name="Olli Toinen")
    with database.transaction() as session:
        session.add(colleague)
    database.act_as(colleague.id)
    page.open_number(line_of(page, Topic.TARGET_GROUP, "trafficking_victim"), Part.ALL)

    assert names(page) == []
    assert page.rows.left_out.text().startswith("1 more is of a restricted case")
    assert QApplication.focusWidget() is page.rows.back_button


def test_a_conversation_without_a_name_is_a_row_that_opens_nothing(qtbot, page):
    page.open_number(line_of(page, Topic.GUIDANCE_TOPIC, "work"), Part.ANONYMOUS)
    sentence = page.rows._face(page.rows.list.current_item()).sentence
    with qtbot.assertNotEmitted(page.navigate):
        QTest.keyClick(page.rows.list, Qt.Key.Key_Return)

    assert sentence == "no client of the office, work, 4.5.2026"


def test_names_are_initials_where_others_see_the_screen(page, workspace):
    workspace.preferences.initials_in_lists = True
    page.open_number(page.tables[Topic.GROUP].lines[0], Part.ALL)

    assert page.rows._face(page.rows.list.current_item()).cells[1].text.endswith("E.")


def test_half_a_year_is_chosen_from_the_menu(qtbot, page):
    menu = page.filters.period.open_menu()
    offered = [action.text() for action in menu.actions()]
    next(action for action in menu.actions() if action.text() == "2026/1").trigger()
    menu.close()

    assert offered[:3] == ["2026", "2026/2", "2026/1"]
    qtbot.waitUntil(lambda: page.period == Period(date(2026, 1, 1), date(2026, 6, 30)))
    assert page.view.table_card.isHidden()
    assert page.view.nothing.text() == "Nothing in this period."


def test_own_days_that_turn_round_are_refused_and_the_numbers_stay(page):
    before = page.period
    page.filters.period.set_value(DAYS)
    page.filters.first.set_value(date(2026, 12, 1))
    page.filters.last.set_value(date(2026, 11, 1))
    page.filters.show_button.click()

    assert page.period == before


def test_a_municipality_is_offered_where_clients_live_in_several(qtbot, page):
    assert page.filters.municipality.isVisible()
    page.filters.municipality._pick("564")
    qtbot.waitUntil(lambda: page.period.municipality == "564")
    guidance = page.tables[Topic.GUIDANCE_TOPIC]
    choose(page, Topic.GUIDANCE_TOPIC)

    assert page.tables[Topic.GROUP].lines[0].counts == (1, 1, 0)
    assert guidance.is_empty
    assert page.view.nothing.text().startswith("Guidance is counted for the whole office")


def test_one_municipality_is_no_choice(open_page, database, clients):
    with database.transaction() as session:
        session.get_one(type(clients[1]), clients[1].id).home_municipality = "889"
    page = open_page()

    assert not page.filters.municipality.isVisible()


def test_rows_that_are_open_are_counted_again_with_the_numbers(qtbot, page, database, clients):
    page.open_number(page.tables[Topic.GROUP].lines[0], Part.ALL)
    with database.transaction() as session:
        session.delete(session.get_one(type(clients[0]), clients[0].id))
    page.refresh()

    qtbot.waitUntil(lambda: len(names(page)) == 2)
    assert page.stack.currentWidget() is page.rows


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
@pytest.mark.parametrize(("width", "factor"), [(1024, 1.0), (1280, 1.25), (1024, 1.5)])
def test_nothing_is_cut_off_or_without_a_name(open_page, clients, language, width, factor):
    set_interface_language(language)
    theme().apply(Mode.DARK, factor)
    page = open_page(width)

    assert clipped(page) == []
    assert nameless(page) == []
    assert never_reached(page) == []

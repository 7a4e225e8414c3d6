from PySide6.QtWidgets import QLineEdit, QWidget

from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.components.tab_order import insert_before, stops_in


def page_of(qtbot, *names):
    page = QWidget()
    column = Column(page)
    lines = {name: QLineEdit() for name in names}
    column.put(*lines.values())
    qtbot.addWidget(page)
    return page, lines


def order(page, lines):
    found, widget = [], page.nextInFocusChain()
    while widget is not page:
        found += [name for name, line in lines.items() if line is widget]
        widget = widget.nextInFocusChain()
    return found


def test_what_was_made_last_comes_where_it_is_read(qtbot):
    page, lines = page_of(qtbot, "a", "b", "late", "later")

    insert_before(lines["b"], [lines["late"], lines["later"]])

    assert order(page, lines) == ["a", "late", "later", "b"]


def test_inserting_again_changes_nothing(qtbot):
    page, lines = page_of(qtbot, "a", "b", "late")

    for _again in range(2):
        insert_before(lines["b"], [lines["late"]])

    assert order(page, lines) == ["a", "late", "b"]


def test_the_stops_of_a_widget_are_those_of_its_window(qtbot):
    page, lines = page_of(qtbot, "a", "b")

    assert stops_in(page) == list(lines.values())

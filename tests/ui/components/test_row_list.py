from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kotoutus_desktop.ui.components.row_face import (
    MENU_COLUMN,
    SIGN_COLUMN,
    Cell,
    CellKind,
    ListColumn,
    RowFace,
)
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.theme import theme

COLUMNS = (
    SIGN_COLUMN,
    ListColumn("Client", share=1),
    ListColumn("Section", width=110, folds=True),
    ListColumn(width=110),
    MENU_COLUMN,
)


def face(number: int) -> RowFace:
    cells = (
        Cell(icon="clock", kind=CellKind.SIGN),
        Cell(f"Person {number}", "review the plan", strong=True, own="أمل", marks=((0, 3),)),
        Cell("22 §", kind=CellKind.SECTION),
        Cell("Review", kind=CellKind.BUTTON, primary=number == 0),
        Cell(kind=CellKind.MENU),
    )
    return RowFace(cells, f"Person {number}, review the plan, 22 §", "overdue")


@pytest.fixture
def rows(qtbot):
    rows = RowList(face, COLUMNS, name="Overdue", enter_acts=True)
    qtbot.addWidget(rows)
    rows.resize(1000, 400)
    rows.set_items(range(3))
    rows.show()
    QApplication.processEvents()
    return rows


@pytest.mark.parametrize("among_others", [True, False])
def test_a_list_among_others_marks_its_row_only_while_the_keyboard_is_in_it(qtbot, among_others):
    rows = RowList(face, COLUMNS, name="Overdue")
    qtbot.addWidget(rows)
    if among_others:
        rows.mark_with_keyboard()
    rows.resize(1000, 400)
    rows.set_items(range(3))
    rows.setCurrentIndex(rows.model().index(0, 0))
    inside = rows.visualRect(rows.currentIndex()).center()

    rows.clearFocus()
    ground = rows.grab().toImage().pixelColor(inside)

    assert (ground == theme().color("selected")) is not among_others


def test_ten_thousand_rows_are_there_at_once(qtbot):
    rows = RowList(face, COLUMNS, name="All")
    qtbot.addWidget(rows)
    rows.resize(1000, 700)
    begun = perf_counter()
    rows.set_items(range(10_000))
    rows.show()
    rows.grab()
    assert perf_counter() - begun < 1.0
    assert len(rows._rows._faces) < 100  # faces are made when they are seen


def test_a_row_is_one_sentence_for_a_reader(rows):
    index = rows.model().index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Person 1, review the plan, 22 §"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "overdue"
    assert rows.accessibleName() == "Overdue"


def test_arrows_choose_and_enter_acts(qtbot, rows):
    rows.setCurrentIndex(rows.model().index(0))
    QTest.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.acted) as caught:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert caught.args == [1]


@pytest.mark.parametrize(
    ("column", "signal"), [(1, "opened"), (2, "section_clicked"), (3, "acted")]
)
def test_a_click_does_what_was_clicked(qtbot, rows, column, signal):
    place = rows.delegate.cell_rects(rows.visualRect(rows.model().index(2)))[column]
    point = QPoint(place.right() - 8, place.center().y())
    with qtbot.waitSignal(getattr(rows, signal)) as caught:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert caught.args == [2]


def test_the_three_dots_ask_for_the_menu_of_their_row(qtbot, rows):
    place = rows.delegate.cell_rects(rows.visualRect(rows.model().index(0)))[4]
    with qtbot.waitSignal(rows.menu_asked) as caught:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert caught.args[0] == 0


def test_a_narrow_list_folds_a_column_under_the_name(rows):
    high = rows.visualRect(rows.model().index(0)).height()
    rows.resize(600, 400)
    QApplication.processEvents()
    QApplication.processEvents()
    assert rows.visualRect(rows.model().index(0)).height() > high
    assert rows.delegate.cell_rects(rows.visualRect(rows.model().index(0)))[2].isNull()


def test_a_list_in_a_scrolling_page_is_as_high_as_its_rows(qtbot):
    rows = RowList(face, COLUMNS, name="Overdue", fits=True)
    qtbot.addWidget(rows)
    rows.resize(1000, 100)
    rows.set_items(range(3))
    rows.show()
    assert rows.sizeHint().height() == 3 * theme().size("row")
    assert rows.visualRect(rows.model().index(0)).height() == theme().size("row")

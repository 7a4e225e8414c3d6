import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from walker import nameless

from kotoutus_desktop.ui.components.buttons import Segments
from kotoutus_desktop.ui.components.contents_list import ContentsList, Entry
from kotoutus_desktop.ui.theme import theme

ENTRIES = [Entry("one", "First part", "home"), Entry("two", "A much longer second part", "users")]


@pytest.fixture
def contents(qtbot) -> ContentsList:
    made = ContentsList("Parts", ENTRIES)
    qtbot.addWidget(made)
    made.resize(made.width(), 300)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.take_focus()
    return made


def test_an_arrow_leads_to_the_next_part(qtbot, contents: ContentsList) -> None:
    with qtbot.waitSignal(contents.went, timeout=100) as went:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)

    assert went.args == ["two"]
    assert contents.current() == "two"


def test_choosing_from_outside_tells_nothing(qtbot, contents: ContentsList) -> None:
    with qtbot.assertNotEmitted(contents.went):
        contents.set_current("two")

    assert contents.current() == "two"


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_the_longest_entry_fits_when_it_is_chosen(contents: ContentsList, factor: float) -> None:
    contents.set_current("two")
    theme().apply(factor=factor)
    QApplication.processEvents()

    for button in contents.findChildren(QPushButton):
        assert button.sizeHint().width() <= button.width()
    assert nameless(contents) == []


def test_a_chosen_segment_has_room_for_its_wider_letters(qtbot) -> None:
    segments = Segments([("a", "Kuten järjestelmässä"), ("b", "Vaalea")], "a", name="Colours")
    qtbot.addWidget(segments)
    segments.show()

    button = segments.first_button()
    assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width() - theme().px(24)

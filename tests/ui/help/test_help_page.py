from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from typing_keys import type_text
from walker import clipped, nameless

from kotoutus_desktop import __version__
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.ui.help.books import Book
from kotoutus_desktop.ui.help.help_page import HelpPage
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.theme import Mode, theme


@pytest.fixture
def open_help(qtbot, workspace):
    """Return a maker of the page, as F1 opens it."""

    def make(focus: str = "", size: tuple[int, int] = (1150, 768)) -> HelpPage:
        destination = Destination(PageName.HELP, focus=focus)
        page = HelpPage(workspace, destination)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        QApplication.processEvents()
        page.arrive(destination)
        QApplication.processEvents()
        return page

    return make


def line_at_top(page: HelpPage) -> str:
    cursor = page.reader.cursorForPosition(page.reader.viewport().rect().topLeft())
    return cursor.block().text()


def test_help_begins_with_the_page_one_comes_from(open_help) -> None:
    page = open_help(PageName.ASSESSMENT)

    assert page.contents.current() == "assessment"
    assert line_at_top(page) == "Assessment"


def test_help_without_a_page_begins_at_the_beginning(open_help) -> None:
    page = open_help("no such page")

    assert page.contents.current() == "program"
    assert page.reader.verticalScrollBar().value() == 0


def test_arrows_go_from_topic_to_topic(open_help) -> None:
    page = open_help("today")

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)

    assert line_at_top(page) == "Clients"


def test_a_link_leads_to_its_topic_and_nothing_is_opened_outside(open_help) -> None:
    page = open_help("assessment")

    page.reader.anchorClicked.emit(QUrl("#plan"))
    assert line_at_top(page) == "Integration plan"
    page.reader.anchorClicked.emit(QUrl("https://example.org/#today"))
    page.show_topic("nowhere")

    assert page.contents.current() == "plan"


def test_reading_on_chooses_the_topic_that_is_read(open_help) -> None:
    page = open_help("program")

    bar = page.reader.verticalScrollBar()
    bar.setValue(bar.maximum())

    assert page.contents.current() in ("keys", "help")


def test_a_word_is_searched_by_keyboard(open_help) -> None:
    page = open_help("program")

    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text(QApplication.focusWidget(), "interpreter explains")

    found = page.reader.textCursor().selectedText().lower()
    assert found == "interpreter explains"
    assert page.contents.current() == "phrases"
    assert page.search.count.text() == "1 match"
    assert len(page.reader.extraSelections()) == 1


def test_enter_goes_round_the_matches(open_help) -> None:
    page = open_help("program")
    page.search.take_focus()
    type_text(page.search.line, "recovery sheet")
    first = page.reader.textCursor().selectionStart()

    QTest.keyClick(page.search.line, Qt.Key.Key_Return)
    assert page.reader.textCursor().selectionStart() > first
    assert page.search.count.text() == "2 / 2"
    QTest.keyClick(page.search.line, Qt.Key.Key_Return)
    assert page.reader.textCursor().selectionStart() == first
    QTest.keyClick(page.search.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.search.count.text() == "2 / 2"


def test_no_match_says_what_to_try(open_help) -> None:
    page = open_help()

    page.search.line.setText("xyzzy")

    assert page.search.count.text() == "No match. Try a shorter word."
    assert not page.search.after.isEnabled()


def test_escape_empties_the_search_and_then_goes_back(qtbot, open_help) -> None:
    page = open_help()
    page.search.take_focus()
    type_text(page.search.line, "plan")

    QTest.keyClick(page.search.line, Qt.Key.Key_Escape)
    assert page.search.line.text() == ""
    with qtbot.waitSignal(page.back, timeout=100):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_matches_stay_marked_when_the_colours_change(open_help) -> None:
    page = open_help()
    page.search.line.setText("plan")
    marked = len(page.reader.extraSelections())

    theme().apply(Mode.DARK)

    marks = page.reader.extraSelections()
    assert len(marks) == marked > 1
    assert marks[0].format.background().color() == theme().color("highlight")


def test_the_keyboard_leaves_the_text_after_its_links(open_help) -> None:
    page = open_help()
    page.reader.setFocus()

    for _step in range(20):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not page.reader:
            break

    assert QApplication.focusWidget() is not page.reader
    assert nameless(page) == []


def test_the_guide_opens_at_the_topic_that_is_named(open_help) -> None:
    page = open_help("administrator:backups")

    assert page.book is Book.ADMINISTRATOR
    assert page.contents.current() == "backups"
    assert line_at_top(page) == "Backup copies"


def test_what_is_new_opens_by_its_name(open_help) -> None:
    page = open_help("new")

    assert page.contents.current() == __version__
    assert line_at_top(page) == __version__


def test_keys_go_from_text_to_text(open_help) -> None:
    page = open_help("today")
    control = Qt.KeyboardModifier.ControlModifier

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, control)
    assert page.book is Book.ADMINISTRATOR
    assert QApplication.focusWidget().text().strip() == "For whom this is"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, control)

    assert page.book is Book.HELP
    assert line_at_top(page) == "Today"  # where it was left


def test_a_search_goes_on_in_the_text_that_is_shown_next(open_help) -> None:
    page = open_help()
    page.search.line.setText("msiexec")
    assert page.search.count.text() == "No match. Try a shorter word."

    page.show_book(Book.ADMINISTRATOR)

    assert page.search.count.text() == "1 / 2"
    assert page.contents.current() == "install"


@pytest.mark.parametrize("book", list(Book))
def test_a_text_is_saved_as_pdf(open_help, monkeypatch, tmp_path, book: Book) -> None:
    asked = []

    def choose(_parent, _title, start: str, _kind) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(tmp_path / "guide.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page = open_help(f"{book}:" if book is not Book.HELP else "")

    page.save.click()

    assert (tmp_path / "guide.pdf").read_bytes().startswith(b"%PDF")
    assert asked == [f"kotoutus-desktop-{book}-en.pdf"]
    assert [message.text for message in page.bars.messages()] == ["Saved: guide.pdf"]


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("factor", [1.0, 1.5])
@pytest.mark.parametrize("focus", ["print", "administrator:install"])
def test_the_help_fits_a_small_window(open_help, focus: str, language: str, factor: float) -> None:
    set_interface_language(language)
    theme().apply(factor=factor)
    page = open_help(focus, size=(964, 640))

    assert clipped(page) == []
    assert page.reader.horizontalScrollBar().maximum() == 0
    assert page.minimumSizeHint().width() <= page.width()

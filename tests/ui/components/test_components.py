import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from walker import clipped, nameless

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.rules.section import INTERVIEW_HEADS, REVIEW, Section
from kotoutus_desktop.ui.components.buttons import Button, IconButton, MenuButton, Segments
from kotoutus_desktop.ui.components.chip import Chip, FilterChip
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import ElidedLabel, Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, clear
from kotoutus_desktop.ui.components.missing_list import MissingList, MissingRow
from kotoutus_desktop.ui.components.next_step import NextStep
from kotoutus_desktop.ui.components.progress import Progress, Step
from kotoutus_desktop.ui.components.section_link import SectionLink, section_text
from kotoutus_desktop.ui.components.side_panel import Beside, SidePanel
from kotoutus_desktop.ui.components.sidebar import Place, Sidebar
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.theme import theme

LONG = "osaamisen ja kotoutumisen palvelutarpeen arviointi, utbildning i läs- och skrivkunnighet"


@pytest.fixture
def window(qtbot):
    window = QWidget()
    Column(window)
    qtbot.addWidget(window)
    window.resize(420, 500)
    return window


def shown(window, *widgets):
    window.layout().put(*widgets, None)
    window.show()
    QApplication.processEvents()
    return widgets[0]


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_no_label_is_clipped_at_any_text_size(window, factor):
    theme().apply(factor=factor)
    missing = MissingList()
    missing.set_rows([MissingRow("a", LONG, INTERVIEW_HEADS, overdue=True)])
    step = NextStep()
    step.show_step(LONG, "Aloita", REVIEW)
    empty = EmptyState("users", "Ei vielä asiakkaita", LONG, Button("Lisää", "primary"))
    shown(window, wrapped(LONG, "title"), missing, step, empty, Chip("tulkki", "accent", "ear"))
    for _round in range(3):
        QApplication.processEvents()
    assert clipped(window) == []
    assert nameless(window) == []


def test_an_elided_line_tells_the_whole_in_its_tool_tip(window):
    label = shown(window, ElidedLabel(LONG))
    assert label.toolTip() == LONG
    assert label.minimumSizeHint().width() < 100


def test_an_arabic_name_stays_at_the_left():
    assert Label("أمل").alignment() & Qt.AlignmentFlag.AlignAbsolute


def test_every_icon_button_says_its_name_and_its_key():
    set_interface_language("en")
    button = IconButton("x", "Close", key="Ctrl+W")
    assert button.accessibleName() == "Close"
    assert button.toolTip() == "Close (Ctrl+W)"


def test_a_menu_button_does_what_its_menu_says(window):
    done = []
    button = shown(window, MenuButton("More"))
    button.act("Move to the bin", lambda: done.append(1), "trash").trigger()
    assert done == [1]


def test_segments_tell_what_was_chosen_and_not_what_was_set(qtbot, window):
    segments = shown(window, Segments([("own", "Own"), ("all", "All")], "own", name="Clients"))
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_value("all")
    with qtbot.waitSignal(segments.chosen) as caught:
        segments.findChildren(QPushButton)[0].click()
    assert caught.args == ["own"]
    assert segments.findChildren(QPushButton)[0].accessibleName() == "Clients: Own"


def test_a_filter_that_is_on_has_a_tick():
    chip = FilterChip("Own", on=True)
    assert not chip.icon().isNull()
    chip.setChecked(False)
    assert chip.icon().isNull()


def test_a_section_is_written_with_its_act_when_it_is_another_one():
    assert section_text(REVIEW).replace("\u00a0", " ") == "§ 22 subs. 1"
    assert "Decree 869/2024" in section_text(INTERVIEW_HEADS).replace("\u00a0", " ")
    assert section_text(Section("380/2023", "44")).startswith("380/2023")


def test_the_missing_lead_to_their_fields_and_their_sections(qtbot, window):
    missing = shown(window, MissingList())
    missing.set_rows([MissingRow("next_review", "Next review", REVIEW)])
    with qtbot.waitSignal(missing.chosen) as caught:
        missing.first_button.click()
    assert caught.args == ["next_review"]
    with qtbot.waitSignal(missing.why_asked) as caught:
        missing.findChild(SectionLink).click()
    assert caught.args == [MissingRow("next_review", "Next review", REVIEW)]


def test_progress_is_said_in_words():
    progress = Progress("Interview")
    progress.set_steps([Step.DONE, Step.NOW, Step.OPEN])
    assert progress.accessibleName() == "Interview: 1 / 3"


def test_the_next_step_is_one_click_or_control_enter(qtbot, window):
    step = shown(window, NextStep())
    step.show_step("Review the plan", "Start", REVIEW)
    window.activateWindow()
    with qtbot.waitSignal(step.acted):
        step.button.click()
    assert step.button.shortcut().toString() == "Ctrl+Return"
    step.show_quiet("Next: review 24.5.2027")
    assert step.button is None


def test_a_side_panel_gives_the_focus_back(window):
    button, panel = Button("Why"), SidePanel()
    shown(window, button, panel)
    window.activateWindow()
    button.setFocus()
    panel.open_with("Why this date?", QWidget())
    panel.close_button.setFocus()
    QTest.keyClick(panel.close_button, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert QApplication.focusWidget() is button


def test_a_panel_lies_over_a_narrow_page_and_beside_a_wide_one(window):
    page, panel = QWidget(), SidePanel()
    beside = shown(window, Beside(page, panel))
    beside.resize(900, 400)
    panel.open_with("Why?", QWidget())

    assert page.width() == 900
    assert panel.geometry().right() == beside.rect().right()

    beside.resize(1400, 400)
    assert page.width() == 1400 - panel.width()
    panel.close_panel()
    assert page.width() == 1400


def test_escape_on_the_page_closes_the_panel_beside_it(window):
    page, panel = Button("Page"), SidePanel()
    shown(window, Beside(page, panel))
    window.activateWindow()
    panel.open_with("Why?", QWidget())
    page.setFocus()

    QTest.keyClick(page, Qt.Key.Key_Escape)

    assert panel.isHidden()


def test_the_sidebar_keeps_its_names_when_it_is_narrow(qtbot, window):
    side = shown(window, Sidebar("Kotoutus Desktop", [Place("today", "Today", "home")]))
    side.set_count("today", 7)
    side.set_narrow(True)
    button = side.findChild(QPushButton)
    assert button.accessibleName() == "Today, 7"
    assert button.toolTip() == "Today (Ctrl+1)"
    with qtbot.waitSignal(side.went) as caught:
        button.click()
    assert caught.args == ["today"]


def test_a_name_of_three_hundred_letters_wraps_in_the_title(window):
    band = shown(window, TitleBand(large=True))
    band.set_title("Maria José " * 27, "أمل")
    for _round in range(4):
        QApplication.processEvents()
    assert clipped(band) == []


def test_what_was_cleared_is_gone(window):
    shown(window, Label("a"), Label("b"))
    clear(window.layout())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(Label) == []

"""The time line as a widget: bars that the keyboard reaches, drawn in every theme."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kotoutus_desktop.ui.components.timeline import Timeline
from kotoutus_desktop.ui.components.timeline_data import (
    Flag,
    Lane,
    LaneKind,
    Look,
    Mark,
    Span,
    TimelineData,
)
from kotoutus_desktop.ui.components.timeline_words import SentenceButton
from kotoutus_desktop.ui.theme import Mode, theme

OLDER = Lane(
    "Plan, older Act",
    LaneKind.OLDER_PLAN,
    (Span(date(2024, 5, 10), date(2025, 5, 10), "Plan 1", key="plan:1"),),
)
PLANS = Lane(
    "Plan",
    LaneKind.PLAN,
    (
        Span(
            date(2025, 5, 12),
            date(2026, 5, 1),
            "Plan 2",
            key="plan:2",
            marks=(Mark(date(2025, 11, 1)), Mark(date(2026, 4, 1), done=False)),
        ),
        Span(date(2026, 5, 2), date(2026, 5, 20), "Plan 3", Look.DASHED),
    ),
)
OBSTACLES = Lane(
    "Obstacles",
    LaneKind.OBSTACLE,
    (Span(date(2025, 6, 1), date(2025, 12, 31), "illness", Look.HATCHED),),
)
MAXIMUM = Lane(
    "Maximum",
    LaneKind.MAXIMUM,
    (
        Span(date(2024, 5, 10), date(2027, 5, 10), "all plans 3 years"),
        Span(date(2027, 5, 11), date(2027, 12, 10), "obstacles", Look.LIGHT, key="limits"),
    ),
)
FLAGS = (Flag(date(2026, 12, 1), "Review", "22 §"),)
DATA = TimelineData(date(2025, 11, 24), (OLDER, PLANS, OBSTACLES, MAXIMUM), FLAGS, "Limits")


@pytest.fixture
def line(qtbot, themed):
    """A time line with room for its picture, shown."""
    line = Timeline("Time line")
    qtbot.addWidget(line)
    line.set_data(DATA)
    line.resize(1000, 400)
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    yield line
    theme().apply(Mode.LIGHT, 1.0)


def spoken(line):
    bar = QApplication.focusWidget()
    return bar.accessibleName()


def test_a_time_line_is_words_where_it_is_narrow_and_for_readers(qtbot):
    line = Timeline("Time line")
    qtbot.addWidget(line)
    line.set_data(DATA)
    line.resize(900, 300)
    line.show()
    assert line.picture.isVisible()
    assert "Plan: Plan 2, 12.5.2025–1.5.2026" in line.picture.accessibleDescription()
    line.resize(400, 300)
    assert not line.picture.isVisible()
    assert line.words.isVisible()


def test_tab_stops_at_one_bar_and_arrows_reach_every_one(qtbot, line):
    bars = line.picture.bars()
    stops = [bar for bar in bars if bar.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [line.picture.tab_stop()] == [bars[0]]

    bars[0].setFocus()
    heard = [spoken(line)]
    for _step in range(len(bars) - 1):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        heard.append(spoken(line))

    assert heard == [lane.sentence(span) for lane in DATA.lanes for span in lane.spans]
    assert line.picture.tab_stop() is bars[-1]
    assert sum(bool(bar.focusPolicy() & Qt.FocusPolicy.TabFocus) for bar in bars) == 1


def test_up_and_down_go_between_lanes_and_home_and_end_to_the_ends(qtbot, line):
    line.picture.bars()[0].setFocus()
    places = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(QApplication.focusWidget(), key)
        places.append(spoken(line).split(":")[0])

    assert places == ["Plan", "Obstacles", "Plan", "Maximum", "Plan, older Act"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_open_what_a_bar_shows(qtbot, line, key):
    bar = line.picture.bars()[1]
    with qtbot.waitSignal(line.opened) as opened:
        qtbot.keyClick(bar, key)
    assert opened.args == ["plan:2"]


def test_a_click_opens_a_plan_and_a_bar_that_opens_nothing_stays_quiet(qtbot, line):
    told = []
    line.opened.connect(told.append)
    older, _second, draft = line.picture.bars()[:3]

    qtbot.mouseClick(draft, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(older, Qt.MouseButton.LeftButton)

    assert told == ["plan:1"]


def test_keys_of_the_page_pass_through_a_bar(qtbot, themed):
    pressed = []

    class Ground(QWidget):
        def keyPressEvent(self, event):
            pressed.append(event.key())

    ground = Ground()
    qtbot.addWidget(ground)
    line = Timeline("Time line")
    QVBoxLayout(ground).addWidget(line)
    line.set_data(DATA)
    ground.resize(1000, 400)
    ground.show()

    bar = line.picture.bars()[0]
    qtbot.keyClick(bar, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(bar, Qt.Key.Key_Escape)

    assert [key for key in pressed if key != Qt.Key.Key_Control] == [
        Qt.Key.Key_Return,
        Qt.Key.Key_Escape,
    ]


def test_the_keyboard_stays_where_it_was_when_the_case_is_read_again(line):
    line.picture.bars()[1].setFocus()

    line.set_data(TimelineData(date(2025, 12, 1), DATA.lanes, DATA.flags, "Limits"))

    assert spoken(line) == PLANS.sentence(PLANS.spans[0])


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_every_bar_is_seen_in_every_theme(line, mode, factor):
    theme().apply(mode, factor)
    line.resize(1000, line.picture.heightForWidth(1000))
    QApplication.processEvents()
    line.picture.bars()[1].setFocus()
    picture = line.picture.grab().toImage()

    ground = theme().color("surface").rgb()
    for bar in line.picture.bars():
        seen = {
            picture.pixel(x, y)
            for x in range(bar.x(), bar.x() + bar.width())
            for y in (bar.y(), bar.y() + bar.height() // 2)
        }
        assert seen - {ground}, bar.accessibleName()
        assert line.picture.rect().contains(bar.geometry())


def test_without_anything_to_show_there_is_no_bar(qtbot, themed):
    line = Timeline("Time line")
    qtbot.addWidget(line)
    line.set_data(TimelineData(date(2026, 1, 1), (), (), ""))

    assert line.picture.bars() == []
    assert line.picture.tab_stop() is None


@pytest.mark.parametrize("width", [700, 1000, 1300])
def test_the_picture_has_all_the_height_that_its_labels_need(line, width):
    theme().apply(Mode.LIGHT, 1.25)
    line.resize(width, line.heightForWidth(width))
    QApplication.processEvents()

    assert line.picture.y() == 0
    assert line.picture.height() >= line.picture.heightForWidth(width)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_sentences_open_what_they_tell_of_where_there_is_no_picture(qtbot, line, key):
    line.resize(400, 700)
    QApplication.processEvents()
    sentences = line.words.findChildren(SentenceButton)

    assert [button.accessibleName() for button in sentences] == [
        "Plan, older Act: Plan 1, 10.5.2024–10.5.2025",
        "Plan: Plan 2, 12.5.2025–1.5.2026",
        "Maximum: obstacles, 11.5.2027–10.12.2027",
    ]
    sentences[1].setFocus()
    with qtbot.waitSignal(line.opened) as opened:
        qtbot.keyClick(sentences[1], key)
    assert opened.args == ["plan:2"]
    assert sentences[1].height() >= sentences[1].heightForWidth(sentences[1].width())


def test_the_sentence_with_the_keyboard_has_a_ring(line):
    line.resize(400, 700)
    QApplication.processEvents()
    sentence = line.words.findChildren(SentenceButton)[0]
    plain = sentence.grab().toImage()

    sentence.setFocus()

    assert sentence.grab().toImage() != plain


def test_long_sentences_do_not_hold_the_time_line_wide(line):
    long = Span(date(2025, 1, 1), date(2025, 2, 1), "very " * 60 + "long", key="limits")
    line.set_data(
        TimelineData(DATA.today, (Lane("Maximum", LaneKind.MAXIMUM, (long,)),), (), "Limits")
    )
    line.resize(300, 700)
    QApplication.processEvents()

    assert line.width() == 300
    assert line.minimumSizeHint().width() < 300

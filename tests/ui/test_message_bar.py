import pytest
from PySide6.QtWidgets import QPushButton
from walker import clipped, nameless

from kotoutus_desktop.ui.message_bar import Act, Message, MessageBars, Tone


@pytest.fixture
def bars(qtbot):
    bars = MessageBars()
    qtbot.addWidget(bars)
    bars.resize(800, 200)
    bars.show()
    return bars


def texts(bars):
    return [message.text for message in bars.messages()]


def test_at_most_two_are_shown_and_the_graver_first(bars):
    bars.show_message(Message("info"))
    bars.show_message(Message("danger", Tone.DANGER))
    bars.show_message(Message("warning", Tone.WARNING))
    assert texts(bars) == ["danger", "warning"]
    bars.withdraw("")
    assert bars.messages() == []


def test_success_goes_after_twelve_seconds_or_the_next_act_and_a_warning_stays(bars):
    bars.show_message(Message("warning", Tone.WARNING))
    bars.show_success("done")
    assert bars._leaving.interval() == 12_000
    bars._leaving.timeout.emit()
    assert texts(bars) == ["warning"]
    bars.show_success("done again")
    bars.withdraw_successes()
    assert texts(bars) == ["warning"]


def test_undo_is_offered_once(bars):
    undone = []
    bars.show_success("The client was moved to the bin.", lambda: undone.append(1))
    [button] = [b for b in bars.findChildren(QPushButton) if b.accessibleName() == "Undo"]
    button.click()
    assert undone == [1]
    assert bars.messages() == []


def test_an_error_cannot_be_closed_and_the_same_error_is_shown_once(bars):
    bars.show_message(Message("full", Tone.DANGER, key="disk"))
    bars.show_message(Message("still full", Tone.DANGER, key="disk"))
    assert texts(bars) == ["still full"]
    names = [b.accessibleName() for b in bars.findChildren(QPushButton) if b.isVisible()]
    assert "Close the message" not in names


def test_no_message_takes_no_room(bars):
    bars.show_message(Message("info", key="a"))
    bars.withdraw("a")
    assert bars.isHidden()


def test_a_long_message_is_whole_and_everything_has_a_name(bars, qtbot):
    act = Act("Show help", lambda: None)
    bars.show_message(Message("Levytila on vähissä. " * 12, Tone.WARNING, (act,)))
    qtbot.waitUntil(lambda: clipped(bars) == [])
    assert nameless(bars) == []

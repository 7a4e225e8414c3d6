import pytest

from kotoutus_desktop import __version__
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.today.new_version import tell_new_version


@pytest.fixture
def page(qtbot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def bars(qtbot) -> MessageBars:
    bars = MessageBars()
    qtbot.addWidget(bars)
    return bars


def said(bars: MessageBars) -> list[str]:
    return [message.text for message in bars.messages()]


def test_nothing_is_new_at_the_very_first_start(preferences, page, bars) -> None:
    tell_new_version(preferences, page, bars)

    assert said(bars) == []
    assert preferences.version_seen == __version__


def test_another_version_is_told_once(preferences, page, bars, qtbot, tmp_path) -> None:
    preferences.version_seen = "0.0.9"

    tell_new_version(preferences, page, bars)
    assert said(bars) == [f"The program is now version {__version__}."]
    preferences.keep()

    later = MessageBars()
    qtbot.addWidget(later)
    tell_new_version(Preferences(tmp_path / "preferences.ini"), page, later)
    assert said(later) == []


def test_it_leads_to_what_is_new(preferences, page, bars, qtbot) -> None:
    preferences.version_seen = "0.0.9"
    tell_new_version(preferences, page, bars)

    with qtbot.waitSignal(page.navigate, timeout=100) as went:
        bars.messages()[0].acts[0].callback()

    assert went.args == [Destination(PageName.HELP, focus="new")]


def test_what_graver_messages_hide_is_told_again(preferences, page, bars) -> None:
    preferences.version_seen = "0.0.9"
    for number in range(2):
        bars.show_message(Message(f"Grave {number}", Tone.WARNING))

    tell_new_version(preferences, page, bars)

    assert preferences.version_seen == "0.0.9"

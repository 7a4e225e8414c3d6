import pytest

from kotoutus_desktop.ui.exchange.parts import NATIONAL
from kotoutus_desktop.ui.national.reminder import national_message
from kotoutus_desktop.ui.page import Page, PageName


@pytest.fixture
def page(qtbot):
    made = Page()
    qtbot.addWidget(made)
    return made


def test_today_says_what_nobody_began_to_enter(qtbot, workspace, page, reviewed, enter_all):
    message = national_message(workspace, page)

    assert message is not None
    assert "1 client" in message.text
    with qtbot.waitSignal(page.navigate) as led:
        message.acts[0].callback()
    assert (led.args[0].page, led.args[0].focus) == (PageName.EXCHANGE, NATIONAL)
    enter_all(reviewed)
    assert national_message(workspace, page) is None


def test_before_2027_today_says_nothing(workspace, page, planned):
    assert national_message(workspace, page) is None

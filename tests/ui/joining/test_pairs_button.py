import pytest

from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.joining.pairs_button import PairsWatch
from kotoutus_desktop.ui.page import Page, PageName


@pytest.fixture
def watch(qtbot, workspace):
    page = Page()
    qtbot.addWidget(page)
    button = Button("", "link")
    button.setParent(page)
    button.hide()
    page.show()
    return PairsWatch(workspace, button, page), button, page


def test_the_button_says_how_many_pairs_there_are_and_leads_there(qtbot, watch, twice):
    watching, button, page = watch

    watching.look()

    qtbot.waitUntil(button.isVisible)
    assert "1 pair registered twice?" in button.text()
    with qtbot.waitSignal(page.navigate) as led:
        button.click()
    assert led.args[0].page is PageName.PAIRS


def test_without_a_pair_there_is_no_button(watch, office):
    watching, button, _page = watch

    watching.show_count(0)

    assert not button.isVisible()

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.ui.orientation.course_page import CoursePage
from kotoutus_desktop.ui.orientation.parts import ON_COURSE
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.theme import theme


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("tab", [place.key for place in ON_COURSE])
def test_every_tab_can_be_read_beside_the_buttons_of_its_part(
    qtbot, workspace, course, language, factor, tab
):
    set_interface_language(language)
    theme().apply(factor=factor)
    destination = Destination(PageName.COURSE, record=course.id, focus=tab)
    page = CoursePage(workspace, destination)
    qtbot.addWidget(page)
    page.resize(964, 640)
    page.show()
    page.arrive(destination)
    QApplication.processEvents()

    assert cut(page.tabs, page.tabs.findChildren(QPushButton)) == []
    assert cut(page.band, [*page.part.acts(), page.more]) == []


def cut(room: QWidget, buttons: Sequence[QWidget]) -> list[str]:
    """Return the labels that are narrower than their words, lie outside, or under another."""
    shown = [button for button in buttons if button.isVisible()]
    return [
        button.text()
        for button in shown
        if button.width() < button.sizeHint().width()
        or not room.rect().contains(button.geometry())
        or any(button.geometry().intersects(other.geometry()) for other in shown if other != button)
    ]

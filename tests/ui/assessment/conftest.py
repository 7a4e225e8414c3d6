"""An assessment page in a window, for a client who speaks Arabic."""

from collections.abc import Callable

import pytest

from kotoutus_desktop.casework import register
from kotoutus_desktop.ui.assessment.assessment_page import AssessmentPage
from kotoutus_desktop.ui.page import Destination, PageName
from tests.casebook import registered


@pytest.fixture
def client(database, office, officer, make_client, today):
    client = make_client(number="")
    with database.transaction() as session:
        registered(session, client, officer, today)
    return client


@pytest.fixture
def open_page(qtbot, workspace, client) -> Callable[..., AssessmentPage]:
    """Open the page as the main window does."""

    def open_(focus: str = "", size: tuple[int, int] = (1300, 768), **of) -> AssessmentPage:
        destination = Destination(PageName.ASSESSMENT, **({"client": client.id} | of), focus=focus)
        page = AssessmentPage(workspace, destination)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.arrive(destination)
        return page

    return open_


@pytest.fixture
def page(open_page) -> AssessmentPage:
    return open_page()


@pytest.fixture
def kept(database, client) -> Callable[..., object]:
    """Read the assessment that the file holds."""

    def read():
        with database.reading() as session:
            return register.get_client(session, client.id).assessments[-1]

    return read

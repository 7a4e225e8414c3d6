"""A client at the stages that the pages of plan and review begin from."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.plans.plan_page import PlanPage
from kotoutus_desktop.ui.workspace import Workspace
from tests import casebook

NARROW = (900, 720)
"""Narrow enough for the paper to be folded away: these tests make no PDF."""


@pytest.fixture(autouse=True)
def in_finnish(plain_clothes: None) -> None:
    """The words of the phrases that these tests type are Finnish."""
    set_interface_language("fi")


@pytest.fixture
def assessed(
    database: Database,
    office: Office,
    officer: Officer,
    make_client: Callable[..., Client],
    today: date,
) -> UUID:
    """A client whose assessment is complete."""
    with database.transaction() as session:
        client = casebook.registered(session, make_client(), officer, today)
        casebook.assessed(session, client.id, officer, today)
    return client.id


@pytest.fixture
def planned(database: Database, assessed: UUID, officer: Officer, today: date) -> UUID:
    """A client with an agreed plan."""
    with database.transaction() as session:
        casebook.with_plan(session, assessed, officer, today)
    return assessed


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Return a function that shows a page and gives it the keyboard."""

    def show(page: QWidget, size: tuple[int, int] = NARROW) -> None:
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()

    return show


@pytest.fixture
def open_plan(workspace: Workspace, show: Callable[[QWidget], None]) -> Callable[..., PlanPage]:
    """Return a function that opens the page of a client's plan."""

    def open_plan(client: UUID, focus: str = "") -> PlanPage:
        destination = Destination(PageName.PLAN, client, focus=focus)
        page = PlanPage(workspace, destination)
        show(page)
        page.arrive(destination)
        return page

    return open_plan

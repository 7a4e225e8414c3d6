"""The page of statistics over a year with clients of several groups."""

from datetime import date

import pytest

from kotoutus_desktop.models.guidance import GuidanceContact, GuidanceTopic
from kotoutus_desktop.rules.facts import Protection
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.statistics.statistics_page import StatisticsPage
from tests import casebook

HERE = Destination(PageName.STATISTICS)


@pytest.fixture
def clients(database, office, officer, make_client, today):
    """Three clients: Amal in Utajärvi, Somaya in Oulu, and a victim of trafficking."""
    facts = (
        {"given_names": "Amal", "number": "U7-1"},
        {"given_names": "Somaya", "number": "U7-2", "service_language": "so"},
        {"given_names": "Zahra", "number": "U7-3", "trafficking_victim": True},
    )
    made = []
    with database.transaction() as session:
        for each in facts:
            client = make_client(**each, family_names="Esimerkki")
            client.protection = Protection.QUOTA_REFUGEE
            made.append(casebook.registered(session, client, officer, today))
        made[1].home_municipality = "564"
        session.add(GuidanceContact(given_on=date(2026, 5, 4), topic=GuidanceTopic.WORK))
    return made


@pytest.fixture
def open_page(qtbot, workspace, office):
    """Return a maker of the page, shown with its numbers."""

    def open_it(width=1280, height=800) -> StatisticsPage:
        page = StatisticsPage(workspace, HERE)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.arrive(HERE)
        qtbot.waitUntil(lambda: page.period is not None)
        return page

    return open_it


@pytest.fixture
def page(open_page, clients):
    return open_page()

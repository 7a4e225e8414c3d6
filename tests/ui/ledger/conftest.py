"""The page of the ledger over a winter in which a referral came too late."""

from datetime import date

import pytest

from kotoutus_desktop.rules.obligations import Rule
from kotoutus_desktop.ui.ledger.ledger_filters import DAYS
from kotoutus_desktop.ui.ledger.ledger_page import LedgerPage
from kotoutus_desktop.ui.page import Destination, PageName
from tests import casebook

HERE = Destination(PageName.LEDGER)


@pytest.fixture
def open_page(qtbot, workspace, office, clock):
    """Return a maker of the page two months later, shown with its numbers."""
    clock.forward(days=60)

    def open_it(width=1024) -> LedgerPage:
        page = LedgerPage(workspace, HERE)
        qtbot.addWidget(page)
        page.resize(width, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.arrive(HERE)
        qtbot.waitUntil(lambda: page.selection is not None)
        return page

    return open_it


@pytest.fixture
def late(database, office, officer, make_client, today):
    """A client who was not referred within the month."""
    with database.transaction() as session:
        client = casebook.registered(session, make_client(number=""), officer, today)
        casebook.assessed(session, client.id, officer, today)
        casebook.with_plan(session, client.id, officer, today)
    return client


@pytest.fixture
def show_days(qtbot):
    """Return a setter of the period."""

    def show(page, first, last):
        page.filters.period.set_value(DAYS)
        page.filters.first.set_value(first)
        page.filters.last.set_value(last)
        page.filters.show_button.click()
        wanted = page.filters.selection()
        qtbot.waitUntil(lambda: page.selection == wanted)

    return show


@pytest.fixture
def referral(open_page, late, show_days):
    """The page over the winter, and its line of referrals in December."""
    page = open_page()
    show_days(page, date(2026, 11, 1), date(2027, 3, 31))
    (line,) = [e for e in page.lines if e.rule is Rule.REFERRAL and e.month == (2026, 12)]
    return page, line

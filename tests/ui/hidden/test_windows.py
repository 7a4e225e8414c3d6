"""No list of the program tells where a restricted client is, not even to who opened the case."""

from datetime import date
from functools import partial

import pytest

from kotoutus_desktop.casework.ledger import ledger_rows
from kotoutus_desktop.casework.ledger_courses import Selection
from kotoutus_desktop.casework.reckon import keep_reckoned
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.ui.ledger.row_face import LedgerFace
from kotoutus_desktop.ui.ledger.rows_view import RowsView
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.pages import make_page
from tests.ui.hidden.reading import leaks, window_text
from tests.ui.hidden.world import MUNICIPALITY, OF_THE_COURSE, OF_THE_PERSON, SAMPLE, STREET, WHERE

OF_THE_CASE = {
    *("client", "intake", "assessment", "plan", "review", "referral", "print", "booking"),
    *("training", "journal", "guidance", "national", "join"),
}
"""Pages about one client, behind the door; what they print the other test reads."""
OF_NOBODY = {"course_form", "service_form", "path_form", "help"}
"""Forms and texts that show no client."""
LISTS = set(PageName) - OF_THE_CASE - OF_NOBODY


@pytest.fixture
def shown(qtbot, workspace):
    """Return what opens a page and gives its words, of every tab and part."""

    def show(name, world):
        about = name in (PageName.LOG, PageName.HAND_OVER, PageName.RESPONSIBILITY)
        client = world.client_id if about else None
        record = world.course_id if name is PageName.COURSE else None
        destination = Destination(name, client, record)
        page = make_page(workspace, destination)
        qtbot.addWidget(page)
        page.resize(1150, 768)
        page.show()
        page.arrive(destination)
        return "\n".join([window_text(page), *_further(page, name)])

    return show


def _further(page, name):
    """Yield the words of what a page shows only when it is asked for."""
    for ask in FURTHER.get(name, _tabs)(page):
        ask()
        typed = page.search.text() if hasattr(page, "search") else ""
        yield window_text(page).replace(typed, "") if typed else window_text(page)


def _tabs(page):
    return [partial(page.show_tab, key) for key in getattr(page, "_places", ())]


def _searches(page):
    return [partial(page.search.setText, typed) for typed in ("7654321", STREET, "Amal")]


FURTHER = {
    PageName.SETTINGS: lambda page: [partial(page.open_part, key) for key in page.parts],
    PageName.SPOT_CHECK: lambda page: [page.draw_by_lot, page.show_file],
    PageName.CLIENTS: _searches,
}


@pytest.mark.parametrize("restriction", SAMPLE)
def test_no_list_tells_where_a_restricted_client_is(make_world, workspace, shown, restriction):
    world = make_world(restriction)
    keep_reckoned(workspace.database, workspace.today())
    found = {}
    for name in sorted(LISTS):
        own_course = name in (PageName.COURSE, PageName.ORIENTATION, PageName.SERVICES)
        words = OF_THE_PERSON if own_course else (*OF_THE_PERSON, *OF_THE_COURSE)
        if name is PageName.SETTINGS:  # where every municipality can be chosen
            words = tuple(word for word in words if word != MUNICIPALITY)
        told = leaks(shown(name, world), words)
        if told:
            found[str(name)] = told
    assert found == {}


def test_the_number_of_the_client_is_seen_where_a_list_has_them(make_world, workspace, shown):
    world = make_world("non_disclosure")
    keep_reckoned(workspace.database, workspace.today())
    with workspace.database.reading() as session:
        number = get_client(session, world.client_id).number
    for name in (PageName.TODAY, PageName.CLIENTS, PageName.APPOINTMENTS, PageName.COURSE):
        assert number in shown(name, world), name


def test_of_a_usual_client_the_search_finds_what_it_searches_for(make_world, workspace, shown):
    world = make_world("")
    keep_reckoned(workspace.database, workspace.today())

    assert leaks(shown(PageName.TODAY, world), (STREET,))
    assert leaks(shown(PageName.LOG, world), (WHERE["phone"],))


@pytest.mark.parametrize("restriction", SAMPLE)
def test_the_rows_behind_a_number_of_monitoring_tell_no_place(
    make_world, workspace, qtbot, restriction
):
    make_world(restriction)
    today = workspace.today()
    selection = Selection(date(today.year - 1, 1, 1), date(today.year + 4, 12, 31))
    with workspace.database.reading() as session:
        rows = ledger_rows(session, selection, today)
    assert any(row.reason for row in rows)
    view = RowsView(LedgerFace(today))
    qtbot.addWidget(view)
    view.show_rows("All", rows)

    assert leaks(window_text(view), OF_THE_PERSON) == []

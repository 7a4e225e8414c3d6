from uuid import uuid4

import pytest

from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.ui.clients.client_list import ClientListPage
from kotoutus_desktop.ui.log import search_notes
from kotoutus_desktop.ui.log.search_notes import MOST_SHOWN, SearchNotes
from kotoutus_desktop.ui.page import Destination, PageName
from tests.models.history.conftest import rows

ONE, TWO = uuid4(), uuid4()


@pytest.fixture
def notes(qtbot, workspace, monkeypatch):
    monkeypatch.setattr(search_notes, "SETTLED_MS", 30)
    return SearchNotes(workspace, workspace)


def noted(database):
    database.write_notes()
    return rows(database, "SELECT case_id, detail FROM log_entry WHERE act = 'search' ORDER BY seq")


def test_a_search_is_noted_with_whom_it_showed_once_the_typing_rests(qtbot, notes, database):
    notes.found("a", [ONE, TWO])
    notes.found("am", [ONE])
    qtbot.waitUntil(lambda: len(noted(database)) == 2)

    assert noted(database) == [(None, "1"), (ONE.bytes, "")]


def test_the_same_result_again_is_noted_once(notes, database):
    for typed in ("am", "ama"):
        notes.found(typed, [ONE])
        notes.write()

    assert len(noted(database)) == 2


def test_of_more_than_a_screen_only_the_number_is_noted(notes, database):
    notes.found("a", [uuid4() for _ in range(MOST_SHOWN + 1)])
    notes.write()

    assert noted(database) == [(None, str(MOST_SHOWN + 1))]


def test_a_list_without_typing_is_no_search(notes, database):
    notes.found("", [ONE])
    notes.write()
    notes.found("am", [ONE])
    notes.found("", [ONE])
    notes.write()

    assert noted(database) == []


def test_the_list_of_clients_notes_what_was_searched_when_it_is_left(
    qtbot, workspace, database, office, officer, make_client, today
):
    client = make_client(officer_id=officer.id)
    with database.transaction() as session:
        store_client(session, client, today)
    page = ClientListPage(workspace, Destination(PageName.CLIENTS))
    qtbot.addWidget(page)
    page.show()
    page.arrive(Destination(PageName.CLIENTS, focus="Khatib"))
    page.leave()

    assert noted(database) == [(None, "1"), (client.id.bytes, "")]
    found = rows(database, "SELECT detail, subject FROM log_entry")
    assert not any("hatib" in value for row in found for value in row)

from datetime import date

import pytest
from sqlalchemy import event, insert

from kotoutus_desktop.casework.search import Filters
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.rules.facts import Protection, RightOfResidence
from kotoutus_desktop.ui.clients.client_list_face import Looks, client_columns, client_face
from kotoutus_desktop.ui.clients.client_list_source import BATCH, PAGE, ClientRows
from kotoutus_desktop.ui.components.row_list import RowList
from tests.bench.filling import record_nothing

CLIENTS = 10_000


@pytest.fixture
def crowd(database, office, officer):
    """An office of 10 000 registered clients."""
    rows = [
        {
            "id": uuid7(),
            "number": f"U7-{number:05d}",
            "family_names": f"Name {number:05d}",
            "given_names": "Given",
            "sort_name": f"name {number:05d}",
            "born": date(1990, 1, 1),
            "born_precision": Precision.DAY,
            "right_of_residence": RightOfResidence.PERMIT,
            "protection": Protection.QUOTA_REFUGEE,
            "service_language": "ar",
            "officer_id": officer.id,
            "citizenships": [],
            "other_languages": [],
            "reads": [],
        }
        for number in range(CLIENTS)
    ]
    record_nothing(database)
    with database.transaction() as session:
        session.execute(insert(Client), rows)


@pytest.fixture
def counted(database):
    """Return a counter of the statements that are sent to the file."""
    sent = []

    def note(*arguments):
        sent.append(arguments[2])

    event.listen(database._engine, "before_cursor_execute", note)
    yield sent
    event.remove(database._engine, "before_cursor_execute", note)


def test_ten_thousand_clients_are_counted_and_not_read(workspace, crowd, counted):
    rows = ClientRows(workspace, Filters())

    assert len(rows) == CLIENTS
    assert sum("SELECT client" in s or "count(" in s for s in counted) == 1


def test_a_row_far_down_reads_its_own_page_only(workspace, crowd, counted):
    rows = ClientRows(workspace, Filters())
    counted.clear()

    assert rows[7_777].row.family_names == "Name 07777"
    assert rows[7_778].row.family_names == "Name 07778"
    assert sum(s.startswith("SELECT") for s in counted) == 1
    assert len(rows._pages) == 1
    assert PAGE < 200


def test_where_cases_stand_is_worked_out_for_the_rows_that_are_seen(
    qtbot, workspace, crowd, counted
):
    known = {}
    rows = ClientRows(workspace, Filters(), known=known)
    looks = Looks(date(2026, 11, 24))
    shown = RowList(
        lambda listed: client_face(listed.row, rows.standing(listed), looks),
        client_columns(),
        name="Clients",
    )
    qtbot.addWidget(shown)
    shown.resize(1100, 600)
    shown.set_items(rows)
    shown.grab()

    assert len(known) <= 2 * BATCH
    assert len(rows._pages) == 1
    assert len(counted) < 40


def test_a_keystroke_keeps_what_is_known_of_the_cases(workspace, crowd):
    known = {}
    rows = ClientRows(workspace, Filters(), known=known)
    rows.standing(rows[0])
    before = dict(known)

    again = ClientRows(workspace, Filters(), known=known)
    again.standing(again[0])

    assert known == before
    assert len(before) == BATCH


def test_a_place_that_is_not_there_is_an_index_error(workspace, office):
    rows = ClientRows(workspace, Filters())

    with pytest.raises(IndexError):
        rows[0]
    assert list(rows[0:5]) == []

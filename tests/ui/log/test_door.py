import time

import pytest

from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.page import Destination, PageName
from tests.models.history.conftest import rows

WHY = "Rang up about the interpreter"


@pytest.fixture
def clients(database, office, officer, make_client):
    """A usual client and a restricted one, both in the care of the counsellor at the desk."""
    usual = make_client(officer_id=officer.id)
    hidden = make_client(number="U7-0215", non_disclosure=True, officer_id=officer.id)
    with database.transaction() as session:
        session.add_all([usual, hidden])
    return usual, hidden


@pytest.fixture
def window(qtbot, workspace, clients):
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    return window


def noted(database, act):
    database.write_notes()
    return rows(database, f"SELECT case_id, detail FROM log_entry WHERE act = '{act}'")


def test_a_restricted_case_opens_once_the_reason_is_written(window, clients, database):
    _usual, hidden = clients
    window.open(Destination(PageName.CLIENT, hidden.id))
    dialog = window.door.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert window.here.page is PageName.TODAY

    dialog.accept()
    assert dialog.isVisible()
    assert "why" in dialog.text.error.text()
    dialog.text.set_value(WHY)
    dialog.accept()

    assert window.here == Destination(PageName.CLIENT, hidden.id)
    assert noted(database, Act.RESTRICTED_OPEN) == [(hidden.id.bytes, WHY)]
    window.open(Destination(PageName.INTAKE, hidden.id))
    assert window.here.page is PageName.INTAKE


def test_who_turns_away_sees_nothing(window, clients, database):
    window.open(Destination(PageName.CLIENT, clients[1].id))
    window.door.dialog.reject()

    assert window.here.page is PageName.TODAY
    assert noted(database, Act.VIEW) == []


def test_who_is_not_let_in_is_told_whom_to_ask(window, clients, database):
    colleague = Officer(name="Olli Toinen")
    with database.transaction() as session:
        session.add(colleague)
    database.act_as(colleague.id)

    window.open(Destination(PageName.CLIENT, clients[1].id))

    assert window.door.dialog is None
    assert window.here.page is PageName.TODAY
    assert noted(database, Act.RESTRICTED_REFUSED) != []


def test_a_look_is_noted_once_a_visit(window, clients, database):
    usual, _hidden = clients
    window.open(Destination(PageName.CLIENT, usual.id))
    window.open(Destination(PageName.INTAKE, usual.id))
    assert noted(database, Act.VIEW) == [(usual.id.bytes, "")]
    window.open(Destination(PageName.TODAY))
    window.open(Destination(PageName.CLIENT, usual.id))

    assert len(noted(database, Act.VIEW)) == 2


def test_a_look_costs_the_window_less_than_ten_milliseconds(window, clients):
    start = time.perf_counter()
    window.door.saw(Destination(PageName.CLIENT, clients[0].id))

    assert time.perf_counter() - start < 0.010


def test_the_way_back_passes_the_door_too(window, clients, workspace, database):
    usual, _hidden = clients
    for place in (Destination(PageName.CLIENT, usual.id), Destination(PageName.CLIENTS)):
        window.open(place)
    with database.transaction() as session:
        session.get_one(type(usual), usual.id).restricted = True

    window.go_back()

    assert window.here.page is PageName.CLIENTS
    window.door.dialog.text.set_value(WHY)
    window.door.dialog.accept()
    assert window.here == Destination(PageName.CLIENT, usual.id)
    window.go_forward()
    assert window.here.page is PageName.CLIENTS

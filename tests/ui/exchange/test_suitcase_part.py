from datetime import timedelta

import pytest

from kotoutus_desktop.casework.exchange.packing import suitcases_out
from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.models.appointment import Appointment, AppointmentPurpose
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import keys_beside
from kotoutus_desktop.ui.exchange.exchange_page import ExchangePage
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.workspace import Workspace
from tests.conftest import KEY, TODAY


@pytest.fixture
def today_client(library, client):
    """The client has a time today."""
    with library.database.transaction() as session:
        session.add(
            Appointment(
                client_id=client,
                purpose=AppointmentPurpose.PLAN,
                held_on=TODAY,
                starts=540,
                minutes=60,
                booked_on=TODAY,
            )
        )
    return client


def pack(qtbot, part, place):
    with qtbot.waitSignal(part.said, timeout=60_000) as told:
        part.pack.pack_into(place)
    return told.args[0].text


@pytest.fixture
def stick(tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    return place


def the_file(stick):
    (found,) = stick.glob("*/*.kotoutus")
    return found


def test_todays_clients_stand_ready_and_are_packed(
    qtbot, with_keys, today_client, open_part, stick, library
):
    part = open_part("suitcase")
    assert list(part.pack.clients.chosen) == [today_client]
    assert part.pack.count.text() == "1 client"
    assert part.pack.until.day() == TODAY + timedelta(days=1)

    text = pack(qtbot, part, stick)

    assert "with 1 client" in text
    assert keys_beside(the_file(stick)).exists()
    assert part.out.isVisible()
    with library.database.reading() as session:
        assert suitcases_out(session)[0].cases == [today_client.hex]


def test_without_clients_or_with_a_day_that_is_over_the_field_says_so(
    qtbot, today_client, open_part, stick
):
    part = open_part("suitcase")
    part.pack.until.set_value(TODAY - timedelta(days=1))
    part.pack.pack_into(stick)
    qtbot.waitUntil(part.pack.until.has_error, timeout=30_000)

    part.pack.until.set_value(TODAY)
    part.pack.clients.chosen.clear()
    part.pack.pack_into(stick)
    qtbot.waitUntil(part.pack.clients.search.has_error, timeout=30_000)

    part.pack.until.set_value(None)
    part.pack.pack_into(stick)
    assert part.pack.until.has_error()
    assert list(stick.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(qtbot, today_client, open_part, stick):
    part = open_part("suitcase")

    text = pack(qtbot, part, stick / "not there")

    assert "Choose another" in text


def test_what_comes_back_is_shown_taken_and_deleted(
    qtbot, with_keys, today_client, open_part, stick, library
):
    part = open_part("suitcase")
    pack(qtbot, part, stick)
    path = the_file(stick)
    inside = Database(path, KEY, must_exist=True)
    with inside.transaction() as session:
        session.get_one(Client, today_client).phone = "050 1"
        store_client(session, Client(family_names="Uusi"), TODAY)
    inside.close()

    part.unpack.look_into(path)
    qtbot.waitUntil(lambda: part.unpack.path is not None, timeout=60_000)
    assert part.unpack.list.isVisible()
    assert "Hassan" in part.unpack.carried.text()
    assert library.read(today_client).phone != "050 1"

    with qtbot.waitSignal(part.said, timeout=60_000) as told:
        part.unpack.take_it()

    assert "unpacked and deleted" in told.args[0].text
    assert library.read(today_client).phone == "050 1"
    assert not path.parent.exists()
    assert "Hassan" in part.unpack.carried.text()
    assert part.unpack.open.isVisible()


def test_looking_and_leaving_it_takes_nothing(qtbot, with_keys, today_client, open_part, stick):
    part = open_part("suitcase")
    pack(qtbot, part, stick)
    part.unpack.look_into(the_file(stick))
    qtbot.waitUntil(lambda: part.unpack.path is not None, timeout=60_000)

    part.unpack.leave_it()

    assert the_file(stick).exists()
    assert not part.unpack.take.isVisible()


def test_what_is_no_suitcase_is_said(qtbot, library, open_part):
    part = open_part("suitcase")

    with qtbot.waitSignal(part.said, timeout=60_000) as told:
        part.unpack.look_into(library.database.path)

    assert "no suitcase" in told.args[0].text


def test_in_a_suitcase_nothing_is_packed(
    qtbot, with_keys, today_client, open_part, stick, officer, preferences, clock
):
    pack(qtbot, open_part("suitcase"), stick)
    inside = Database(the_file(stick), KEY, must_exist=True)
    workspace = Workspace(inside, officer.id, preferences, clock)
    page = ExchangePage(workspace, Destination(PageName.EXCHANGE))
    qtbot.addWidget(page)
    page.show()
    page.arrive(Destination(PageName.EXCHANGE, focus="suitcase"))

    assert page.part.nothing.isVisible()
    page.part.primary()
    inside.close()

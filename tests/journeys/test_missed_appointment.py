"""A time is booked, told, missed, judged, and its fee decided: by keyboard, on a real file."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from kotoutus_desktop.casework.appointments.fees import record_cap
from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.models.appointment import Appointment, FeeDecision, ToldHow
from kotoutus_desktop.ui.main_window import MainWindow
from tests.journeys.keyboard import CONTROL, Keyboard, back_in, settle, wait_for_dialog

BOOKED_ON, HELD_ON, AFTER = date(2026, 11, 24), date(2026, 11, 26), date(2026, 12, 1)


@pytest.fixture
def window(database, office, officer, make_client, open_window):
    with database.transaction() as session:
        store_client(session, make_client(officer_id=officer.id), BOOKED_ON)
        record_cap(session, date(2026, 1, 1), 6020, "999/2025")
    return open_window()


def one(database, kind):
    with database.reading() as session:
        return session.scalars(select(kind)).one()


def book(keys: Keyboard, window: MainWindow) -> None:
    """Book a time for the only client, who is told of it at once."""
    keys.press(Qt.Key.Key_6, CONTROL)
    keys.step()
    wait_for_dialog()
    keys.write("amal")
    keys.press(Qt.Key.Key_Return)
    settle(window, lambda: window.here.page == "booking")
    keys.to("Day")
    keys.press(Qt.Key.Key_A, CONTROL)
    keys.fill("Day", "26.11.2026")
    keys.fill("Begins", "9.30")
    keys.fill("Cost in euros, without tax", "88")
    keys.push("Told today, in the client’s language")
    keys.step()
    settle(window, lambda: window.here.page == "appointments")


def judge(keys: Keyboard, window: MainWindow) -> None:
    """Say no to both questions about the reason."""
    for question in ("Is the reason acceptable?", "Would a fee be unreasonable?"):
        keys.to(f"{question}: yes")
        keys.press(Qt.Key.Key_Right)
        keys.press(Qt.Key.Key_Space)
    keys.step()
    back_in(window)


def test_a_time_is_booked_and_its_fee_decided_without_the_mouse(window, database, clock) -> None:
    keys = Keyboard()
    book(keys, window)
    booked = one(database, Appointment)
    assert (booked.held_on, booked.starts, booked.interpreter_cost) == (HELD_ON, 570, 8800)
    assert (booked.fee_told_on, booked.told_how) == (BOOKED_ON, ToldHow.INTERPRETED)

    clock.day = AFTER
    window.page.refresh()
    keys.push("Did not come …")
    keys.write("Unohtui.")
    keys.step()
    back_in(window)
    keys.press(Qt.Key.Key_PageDown, CONTROL)
    keys.step()
    judge(keys, window)
    keys.step()
    wait_for_dialog()
    keys.step()
    back_in(window)

    decision = one(database, FeeDecision)
    assert (decision.amount, decision.cost, decision.decided_on) == (6020, 8800, AFTER)
    assert decision.due_on >= date(2026, 12, 10)

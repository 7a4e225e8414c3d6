"""A time is booked, told, missed, judged, and its fee decided: by keyboard, on a real file."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from kotoutus_desktop.casework.appointments.fees import record_cap
from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.appointment import Appointment, FeeDecision, ToldHow
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.theme import Mode, start_theme
from kotoutus_desktop.ui.workspace import Workspace
from tests.journeys.keyboard import CONTROL, Keyboard, wait_until

BOOKED_ON, HELD_ON, AFTER = date(2026, 11, 24), date(2026, 11, 26), date(2026, 12, 1)


class Clock:
    """A clock that the journey moves."""

    def __init__(self) -> None:
        self.day = BOOKED_ON

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 9, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(database, office, officer, make_client, clock, tmp_path, qtbot):
    set_interface_language("en")
    start_theme(Mode.LIGHT, 1.0)
    with database.transaction() as session:
        store_client(session, make_client(officer_id=officer.id), BOOKED_ON)
        record_cap(session, date(2026, 1, 1), 6020, "999/2025")
    preferences = Preferences(tmp_path / "preferences.ini")
    window = MainWindow(Workspace(database, officer.id, preferences, clock))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    wait_until(lambda: QApplication.focusWidget() is not None)
    yield window
    window.close()


def one(database, kind):
    with database.reading() as session:
        return session.scalars(select(kind)).one()


def settle(window: MainWindow, ready) -> None:
    """Wait for what a key leads to, and until the keyboard is somewhere again."""
    wait_until(ready)
    window.activateWindow()
    wait_until(lambda: QApplication.focusWidget() is not None)


def book(keys: Keyboard, window: MainWindow) -> None:
    """Book a time for the only client, who is told of it at once."""
    keys.press(Qt.Key.Key_6, CONTROL)
    keys.step()
    wait_until(lambda: QApplication.activeModalWidget() is not None)
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
    settle(window, lambda: QApplication.activeModalWidget() is None)


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
    settle(window, lambda: QApplication.activeModalWidget() is None)
    keys.press(Qt.Key.Key_PageDown, CONTROL)
    keys.step()
    judge(keys, window)
    keys.step()
    wait_until(lambda: QApplication.activeModalWidget() is not None)
    keys.step()
    settle(window, lambda: QApplication.activeModalWidget() is None)

    decision = one(database, FeeDecision)
    assert (decision.amount, decision.cost, decision.decided_on) == (6020, 8800, AFTER)
    assert decision.due_on >= date(2026, 12, 10)

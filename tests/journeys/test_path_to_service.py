"""From the catalogue over a path into a plan, and on to a service, by keyboard, on a real file."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from kotoutus_desktop.casework import agreement, register
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.rules.facts import GoalKind, MeasureKind
from kotoutus_desktop.rules.referrals import Ground, ReferralState
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.printing.print_page import PrintPage
from kotoutus_desktop.ui.words import enum_text
from tests import casebook
from tests.conftest import TODAY
from tests.journeys.keyboard import CONTROL, Keyboard, back_in, settle, wait_for_dialog, wait_until

LOOK_MS = 50
ANSWERS = {
    ReferralState.SENT: 0,
    ReferralState.ACCEPTED: 5,
    ReferralState.STARTED: 20,
    ReferralState.DONE: 150,
}


def test_a_path_becomes_a_plan_and_its_referral_is_done_without_the_mouse(
    database, office, officer, make_client, open_window, clock
) -> None:
    with database.transaction() as session:
        client = casebook.registered(session, make_client(), officer, TODAY)
        casebook.assessed(session, client.id, officer, TODAY)
    window, keys = open_window(), Keyboard()
    add_services(keys, window)
    begin_the_plan(keys, window)
    agree(database, client.id, officer)
    refer(keys, window, training_of(database, client.id))
    print_the_copy(keys, window)
    for state, days in ANSWERS.items():
        clock.day = TODAY + timedelta(days=days)
        answer(keys, window, state)

    with database.reading() as session:
        query = select(Referral).options(selectinload(Referral.steps))
        referral = session.scalars(query).one()
    assert referral.ground is Ground.PRODUCER
    assert referral.override_reason == ""
    assert [each.state for each in referral.steps] == list(ANSWERS)
    assert referral.steps[-1].happened_on == date(2027, 4, 23)


def when_asked(press: Callable[[], object]) -> None:
    """Answer the dialog that the next key opens: that key comes back when it is closed."""

    def look() -> None:
        dialog, here = QApplication.activeModalWidget(), QApplication.focusWidget()
        if dialog is not None and here is not None and dialog.isAncestorOf(here):
            press()
            return
        if dialog is not None:
            dialog.activateWindow()
        QTimer.singleShot(LOOK_MS, look)

    QTimer.singleShot(LOOK_MS, look)


def add_services(keys: Keyboard, window: MainWindow) -> None:
    """Begin the catalogue with the ready-made lists, paths too."""
    keys.press(Qt.Key.Key_7, CONTROL)
    when_asked(keys.step)
    keys.push("Add ready-made services")
    back_in(window)


def begin_the_plan(keys: Keyboard, window: MainWindow) -> None:
    """Open the only client, begin the plan, and take goals and services of a path."""
    open_client(keys, window)
    keys.step()
    settle(window, lambda: window.here.page == "plan")
    when_asked(lambda: keys.press(Qt.Key.Key_Return))
    keys.push("Goals from a path")
    back_in(window)
    plan = window.page.document.plan
    assert {GoalKind.LANGUAGE, GoalKind.EVERYDAY_LIFE} <= {goal.kind for goal in plan.goals}
    assert len([each for each in plan.measures if each.service_id]) > 2
    keys.press(Qt.Key.Key_1, CONTROL)
    settle(window, lambda: window.here.page == "today")


def agree(database, client_id, officer) -> None:
    """Fill in the rest and agree the plan: another journey does that by keyboard."""
    with database.transaction() as session:
        client = register.get_client(session, client_id)
        plan = client.plans[-1]
        casebook.fill_plan(plan, TODAY)
        for goal in plan.goals:
            goal.goal = casebook.text("Tavoite.")
        for measure in plan.measures:
            measure.suitability = casebook.text("Sopii tavoitteeseen.")
        office = register.the_office(session)
        ready = agreement.agree(session, client, plan, office, officer, TODAY)
        assert ready.is_ready, ready


def open_client(keys: Keyboard, window: MainWindow) -> None:
    """Open the only client from the list."""
    keys.press(Qt.Key.Key_2, CONTROL)
    keys.press(Qt.Key.Key_Return)
    settle(window, lambda: window.here.page == "client")


def training_of(database, client_id) -> str:
    """Return the name of the training that the path brought into the plan."""
    with database.reading() as session:
        plan = register.get_client(session, client_id).plans[-1]
        services = [
            session.get(Service, each.service_id) for each in plan.measures if each.service_id
        ]
        kind = MeasureKind.INTEGRATION_TRAINING
        return next(each.names["en"] for each in services if each.kind is kind)


def refer(keys: Keyboard, window: MainWindow, service: str) -> None:
    """Write a referral to a service of the path: the catalogue fills it in."""
    open_client(keys, window)
    keys.push("New referral")
    settle(window, lambda: window.here.page == "referral")
    keys.choose("Service of the catalogue", service)
    keys.to("Receiver")
    if not window.page.fields["receiver_name"].value():
        keys.write("Esimerkkiopisto")
    keys.step()
    page = window.page
    wrong = [name for name, field in page.fields.items() if field.has_error()]
    assert page.subject is not None, (wrong, [each.text for each in page.bars.messages()])


def print_the_copy(keys: Keyboard, window: MainWindow) -> None:
    """Look at the client's copy, and go back to the referral from the client's page."""
    keys.push("The client’s copy")
    settle(window, lambda: isinstance(window.page, PrintPage))
    page = window.page
    wait_until(lambda: bool(page.paper.content))
    open_client(keys, window)
    keys.to("Referrals")
    keys.press(Qt.Key.Key_Return)
    settle(window, lambda: window.here.page == "referral")


def answer(keys: Keyboard, window: MainWindow, state: ReferralState) -> None:
    """Record what the receiver answered today."""
    keys.push("Record what happened…")
    wait_for_dialog()
    keys.choose("What happened", enum_text(state))
    keys.step()
    back_in(window)

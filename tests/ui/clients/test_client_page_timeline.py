"""The time line on the client's page: reached by Tab, read aloud, opening what it shows."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.circumstances import ObstacleKind, ObstaclePeriod
from kotoutus_desktop.ui.page import Destination, PageName


def focus():
    return QApplication.focusWidget()


def bar_of(page, words):
    bars = page.frame.timeline.picture.bars()
    return next(bar for bar in bars if bar.span.text == words)


def test_tab_goes_from_the_head_of_the_card_to_the_bars_and_past_them(
    qtbot, register, agree, open_client
):
    client = register()
    agree(client)
    page = open_client(client)

    page.frame.why_button.setFocus()
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is page.frame.timeline.picture.bars()[0]

    qtbot.keyClick(focus(), Qt.Key.Key_Right)
    second = focus()
    assert second is page.frame.timeline.picture.bars()[1]
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert focus() not in page.frame.timeline.picture.bars()
    qtbot.keyClick(focus(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focus() is second


def test_enter_on_a_plan_opens_it(qtbot, register, agree, open_client):
    client = register()
    plan = agree(client)
    page = open_client(client)
    bar = bar_of(page, "Plan 1")
    bar.setFocus()

    with qtbot.waitSignal(page.navigate) as went:
        qtbot.keyClick(bar, Qt.Key.Key_Return)

    assert went.args == [Destination(PageName.PLAN, client.id, plan.id)]
    assert bar.accessibleName() == (
        "Plan: Plan 1, 24.11.2026–24.11.2027, next review planned for 24.5.2027"
    )


def test_a_limit_asks_why_it_is_so(qtbot, register, agree, open_client):
    client = register()
    agree(client)
    page = open_client(client)

    with qtbot.waitSignal(page.why_asked):
        qtbot.keyClick(bar_of(page, "all plans 2 years"), Qt.Key.Key_Return)


def test_an_obstacle_leads_to_its_list_on_the_intake(qtbot, register, agree, open_client, database):
    client = register()
    agree(client)
    with database.transaction() as session:
        get_client(session, client.id).obstacle_periods = [
            ObstaclePeriod(
                client_id=client.id,
                starts_on=date(2027, 1, 1),
                ends_on=date(2027, 2, 1),
                kind=ObstacleKind.ILLNESS,
            )
        ]
    page = open_client(client)

    with qtbot.waitSignal(page.navigate) as went:
        qtbot.mouseClick(bar_of(page, "illness"), Qt.MouseButton.LeftButton)

    assert went.args == [Destination(PageName.INTAKE, client.id, focus="obstacle_periods")]


def test_a_case_without_any_day_has_no_time_line(register, open_client):
    page = open_client(register(right_of_residence=None, first_granted=None, protection=None))

    assert not page.frame.timeline_card.isVisible()

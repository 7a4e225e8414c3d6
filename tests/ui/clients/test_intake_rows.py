from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from typing_keys import type_text

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.circumstances import BenefitKind
from tests.ui.clients.intake_steps import choose, opened, press, recorded, say, settle


@pytest.fixture
def page(qtbot, workspace, office):
    page = opened(qtbot, workspace)
    say(page, family_names="Noor")
    return page


def test_a_period_is_added_filled_and_recorded_by_keyboard(page, workspace):
    page.work.jobs.add_button.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    type_text(QApplication.focusWidget(), "1.4.2026")
    press(Qt.Key.Key_Tab)
    type_text(QApplication.focusWidget(), "30.6.2026")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (period,) = recorded(workspace).jobseeker_periods
    assert (period.starts_on, period.ends_on) == (date(2026, 4, 1), date(2026, 6, 30))
    assert not period.unemployed


def test_a_row_is_taken_away_by_keyboard_and_the_keyboard_stays_near(page):
    rows = page.work.jobs
    for _twice in range(2):
        rows.add_row()
    settle()
    rows.rows[0].cross.setFocus()
    press(Qt.Key.Key_Space)

    assert len(rows.rows) == 1
    assert rows.rows[0].cross.hasFocus()
    assert rows.rows[0].cross.accessibleName() == "Remove row 1"


def test_a_removed_period_is_forgotten_and_the_others_keep_their_identity(
    page, workspace, database
):
    for day in (date(2026, 1, 1), date(2026, 5, 1)):
        page.work.jobs.add_row().cells["starts_on"].set_value(day)
    page.record()
    with database.reading() as session:
        first, second = get_client(session, page.subject).jobseeker_periods
    page.work.jobs.rows[0].cross.click()
    page.record()

    with database.reading() as session:
        (left,) = get_client(session, page.subject).jobseeker_periods
    assert left.id == second.id != first.id


def test_an_empty_row_is_no_period(page, workspace):
    page.work.jobs.add_row()
    page.primary()

    assert recorded(workspace).jobseeker_periods == []


def test_a_row_without_its_first_day_says_what_to_write(page):
    choose(page.work.benefits.add_row().cells["kind"], "child home care")
    assert not page.record()

    assert page.work.benefits.error.text().startswith("Write the day on which the period began")


def test_a_period_that_ends_before_it_begins_is_refused_at_its_list(page):
    row = page.work.jobs.add_row()
    row.cells["starts_on"].set_value(date(2026, 5, 1))
    row.cells["ends_on"].set_value(date(2026, 4, 1))
    assert not page.record()

    assert "ends before it begins" in page.work.jobs.error.text()


def test_social_assistance_asks_whether_it_is_temporary_and_why(page, workspace):
    row = page.work.benefits.add_row()
    choose(row.cells["kind"], "social")
    row.cells["starts_on"].set_value(date(2026, 5, 1))
    settle()
    assert row.cells["not_temporary"].isVisibleTo(page)
    row.cells["not_temporary"].set_value("yes")
    row.cells["reason"].set_value("Yli puoli vuotta")
    page.record()

    (period,) = recorded(workspace).benefit_periods
    assert (period.kind, period.not_temporary) == (BenefitKind.SOCIAL_ASSISTANCE, True)


def test_home_care_allowance_asks_nothing_more(page):
    row = page.work.benefits.add_row()
    choose(row.cells["kind"], "child home care")
    settle()

    assert not row.cells["not_temporary"].isVisibleTo(page)

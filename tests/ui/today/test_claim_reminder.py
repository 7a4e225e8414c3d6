import pytest
from PySide6.QtWidgets import QPushButton
from sqlalchemy import select

from kotoutus_desktop.models.work_list import OwnTask
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.today.today_page import TodayPage
from tests import casebook


@pytest.fixture
def page(qtbot, workspace, database, office, officer, make_client, today):
    with database.transaction() as session:
        casebook.registered(session, make_client(number=""), officer, today)
    page = TodayPage(workspace, Destination(PageName.TODAY))
    qtbot.addWidget(page)
    page.show()
    page.arrive(Destination(PageName.TODAY))
    return page


def test_the_end_of_the_year_reminds_of_the_claim_until_it_is_a_task(page, database):
    (message,) = page.reminders.messages()
    buttons = page.reminders.findChildren(QPushButton)
    (make,) = [button for button in buttons if "Make it a task" in button.text()]
    assert message.text.startswith("Costs of 2024 are reimbursed only if applied for by 31.12.2026")

    make.click()

    with database.reading() as session:
        (task,) = session.scalars(select(OwnTask))
    assert task.text == "Apply for the reimbursement of costs of 2024 (§ 70 subs. 1)"
    assert page.reminders.messages() == []


def test_who_closed_the_reminder_is_not_reminded_again(page):
    page.reminders.withdraw("claim")
    page.arrive(Destination(PageName.TODAY))

    assert page.reminders.messages() == []

"""Own words about a restricted client on Today: not in the list, and behind the door."""

from datetime import timedelta

import pytest

from kotoutus_desktop.casework.own_tasks import TaskRow, add_task
from kotoutus_desktop.casework.restricted import open_restricted
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.today.today_page import TodayPage
from tests import casebook
from tests.ui.hidden.reading import window_text


@pytest.fixture
def page(qtbot, workspace, database, office, officer, make_client, today):
    client = make_client(number="", trafficking_victim=True)
    with database.transaction() as session:
        casebook.registered(session, client, officer, today)
        add_task(session, "Vie avain Piilokujalle", today, officer.id, today, client.id)
    database.visit.opened.clear()  # as after a lock
    page = TodayPage(workspace, Destination(PageName.TODAY))
    qtbot.addWidget(page)
    page.client = client
    page.show()
    page.arrive(Destination(PageName.TODAY))
    return page


def task_of(page):
    return next(e for rows in page.lists for e in rows.entries if isinstance(e, TaskRow))


def test_the_list_says_that_there_is_a_task_and_not_which(page):
    said = window_text(page)
    assert "Own task: its text is on the client's page" in said
    assert "Piilokuja" not in said


def test_a_task_of_a_shut_case_leads_to_the_client_where_the_reason_is_asked(page, qtbot):
    with qtbot.waitSignal(page.navigate) as asked:
        page.open_entry(task_of(page))

    assert asked.args == [Destination(PageName.CLIENT, client=page.client.id)]
    assert page.acts.dialog is None


def test_once_the_case_is_open_the_task_is_edited_in_place(page, database):
    with database.transaction() as session:
        open_restricted(session, page.client.id, "Rang up about a key")
    page.open_entry(task_of(page))

    assert page.acts.dialog.text.value() == "Vie avain Piilokujalle"


def test_ticking_it_says_nothing_of_what_it_was(page, qtbot):
    with qtbot.waitSignal(page.acts.done) as said:
        page.act(task_of(page))

    assert said.args == ["Done: Own task"]


def test_a_task_of_a_usual_client_is_told(database, office, officer, make_client, today):
    client = make_client(number="")
    with database.transaction() as session:
        casebook.registered(session, client, officer, today)
        task = add_task(session, "Soita", today + timedelta(days=1), officer.id, today, client.id)

    assert TaskRow(task).text == "Soita"

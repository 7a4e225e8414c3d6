from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from kotoutus_desktop.casework.due import what_is_due
from kotoutus_desktop.casework.own_tasks import add_task, open_tasks
from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.today.calendar_export import (
    CalendarDialog,
    calendar_days,
    save_calendar,
)
from kotoutus_desktop.ui.today.today_page import TodayPage
from tests import casebook


@pytest.fixture
def clients(database, office, officer, make_client, today):
    """One client as others are, and one under a non-disclosure order; a task about each."""
    with database.transaction() as session:
        plain = casebook.registered(session, make_client(number=""), officer, today)
        hidden = casebook.registered(
            session,
            make_client(number="", given_names="Salattu", non_disclosure=True, town="Kemi"),
            officer,
            today,
        )
        for client in (plain, hidden):
            add_task(session, "Soita Amalille", today, officer.id, today, client.id)
    return plain, hidden


@pytest.fixture
def entries(database, clients, today):
    with database.reading() as session:
        return [*what_is_due(session, today).rows, *open_tasks(session, today)]


def test_by_default_numbers_and_steps_are_told_and_no_names(entries, clients):
    told = " ".join(day.summary for day in calendar_days(entries, with_names=False))

    assert clients[0].number in told
    assert "Start the assessment" in told
    assert "own target" in told
    assert not {"Amal", "Khatib", "Soita", "Salattu"} & set(told.replace(":", " ").split())


def test_names_and_tasks_are_told_by_choice_but_never_of_who_is_not_to_be_found(entries, clients):
    days = calendar_days(entries, with_names=True)
    told = [day.summary for day in days]

    assert any("Amal Hassan Al-Khatib" in each for each in told)
    hidden = [each for each in told if clients[1].number in each]
    assert len(hidden) == 2
    assert not any(word in " ".join(hidden) for word in ("Salattu", "Soita", "Kemi", "Khatib"))


def test_the_same_thing_has_the_same_mark_each_time(entries):
    first, again = (calendar_days(entries, with_names=named) for named in (False, True))

    assert [day.uid for day in first] == [day.uid for day in again]
    assert len({day.uid for day in first}) == len(first)


def test_the_file_is_saved_whole(tmp_path, entries, clock):
    count = save_calendar(tmp_path / "paivat.ics", entries, clock(), with_names=False)

    text = (tmp_path / "paivat.ics").read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == count == 4
    assert text.endswith("END:VCALENDAR\r\n")


def test_a_folder_that_is_not_there_is_said(tmp_path, entries, clock):
    with pytest.raises(CannotWrite):
        save_calendar(tmp_path / "no" / "paivat.ics", entries, clock(), with_names=False)


def test_the_dialog_warns_when_names_are_chosen(qtbot, workspace):
    dialog = CalendarDialog(workspace, 1)
    qtbot.addWidget(dialog)
    assert not dialog.names.isChecked()
    assert dialog.warning.text() == ""

    dialog.names.setChecked(True)

    assert "non-disclosure" in dialog.warning.text()


@pytest.mark.parametrize("folder", ["", "no"])
def test_the_page_saves_what_it_shows_and_says_so(
    qtbot, workspace, clients, tmp_path, monkeypatch, folder
):
    path = tmp_path / folder / "paivat"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    monkeypatch.setattr(CalendarDialog, "exec", lambda _self: QDialog.DialogCode.Accepted)
    page = TodayPage(workspace, Destination(PageName.TODAY))
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    page.save_calendar()

    (message,) = page.bars.messages()
    assert ("4 days saved" in message.text) is (folder == "")
    assert path.with_suffix(".ics").exists() is (folder == "")


def test_what_lies_far_ahead_is_not_in_the_file(database, clients, officer, today):
    with database.transaction() as session:
        add_task(session, "Keväällä", today + timedelta(days=90), officer.id, today)
    with database.reading() as session:
        assert len(open_tasks(session, today)) == 2

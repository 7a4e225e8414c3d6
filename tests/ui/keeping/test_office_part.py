import json
import zipfile
from io import BytesIO

import pikepdf
import pytest
from PySide6.QtWidgets import QLabel

from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.key_slots import create_keys, keys_beside
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.keeping.office_part import OfficeExportPart
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.settings.settings_page import SettingsPage

CHEAP = Cost(64, 1, 1)
OWN, PASSWORD = "neljä sanaa on hyvä", "neljä outoa sanaa"
NAME = "office-20261124"


@pytest.fixture
def part(qtbot, workspace, office, officer, make_client):
    create_keys(keys_beside(workspace.database.path), OWN, officer.id.hex, CHEAP)
    with workspace.database.transaction() as session:
        session.add(make_client(street="Piilokuja 3"))
        session.add(make_client(number="U7-0215", street="Salakuja 1", non_disclosure=True))
    workspace.database.act_as(officer.id)
    bars = MessageBars()
    qtbot.addWidget(bars)
    part = OfficeExportPart(workspace, bars, CHEAP)
    qtbot.addWidget(part)
    part.own.set_value(OWN)
    return part


def save(qtbot, part, folder):
    """Save, and wait for the job."""
    job = part.save_to(folder)
    qtbot.waitUntil(lambda: job not in Job._running, timeout=20_000)  # it may be over by now


def exports(workspace):
    with workspace.database.reading() as session:
        query = LOG_ENTRY.select().where(LOG_ENTRY.c.act == "export")
        return [each.subject for each in session.execute(query)]


def test_the_archive_lies_in_the_locked_paper_of_its_schema(qtbot, part, tmp_path, workspace):
    part.password.set_value(PASSWORD)

    save(qtbot, part, tmp_path)

    content = (tmp_path / f"{NAME}.pdf").read_bytes()
    assert list(tmp_path.glob("*.zip")) == []
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(content))
    with pikepdf.open(BytesIO(content), password=PASSWORD) as document:
        archive = document.attachments[f"{NAME}.zip"].get_file().read_bytes()
    with zipfile.ZipFile(BytesIO(archive)) as inside:
        clients = json.loads(inside.read("office.json"))["tables"]["client"]
    assert [each["street"] for each in clients] == ["Piilokuja 3"]
    assert exports(workspace) == ["office_file"] * 2


def test_the_reason_takes_along_the_restricted_cases_one_was_let_in_to(qtbot, part, tmp_path):
    part.unlocked.set_value(True)
    part.reason.set_value("Moving to another program")

    save(qtbot, part, tmp_path)

    with zipfile.ZipFile(tmp_path / f"{NAME}.zip") as inside:
        assert "Salakuja 1" in inside.read("office.json").decode()
    assert (tmp_path / f"{NAME}.pdf").exists()


def test_without_a_password_it_is_saved_only_when_that_is_chosen(part, tmp_path, workspace):
    assert part.save_to(tmp_path) is None

    assert part.password.has_error()
    assert list(tmp_path.glob("office-*")) == []
    assert exports(workspace) == []


def test_a_wrong_passphrase_of_ones_own_exports_nothing(part, tmp_path):
    part.password.set_value(PASSWORD)
    part.own.set_value("jotakin aivan muuta")

    assert part.save_to(tmp_path) is None

    assert part.own.has_error()
    assert list(tmp_path.glob("office-*")) == []


def test_a_counsellor_does_not_see_it_in_the_settings(qtbot, workspace, office):
    pages = []
    for role in (Role.COUNSELLOR, Role.SUPERVISOR):
        workspace.show_to(role)
        page = SettingsPage(workspace, Destination(PageName.SETTINGS))
        qtbot.addWidget(page)
        pages.append("whole" in page.parts and "whole" in page.contents.keys())  # noqa: SIM118

    assert pages == [False, True]


def test_a_full_disk_or_a_missing_folder_is_said_and_nothing_is_noted(
    qtbot, part, tmp_path, workspace
):
    part.password.set_value(PASSWORD)

    save(qtbot, part, tmp_path / "not there")

    assert any("not there" in each.text() for each in part._bars.findChildren(QLabel))

    assert exports(workspace) == []

import json
from io import BytesIO

import pikepdf
import pytest
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.ui.clients.client_page_acts import ClientActs
from kotoutus_desktop.ui.keeping.held_dialog import HeldDialog
from tests.reading import pdf_text


@pytest.fixture
def client(database, office, make_client):
    client = make_client(street="Piilokuja 3")
    with database.transaction() as session:
        session.add(client)
    return client


@pytest.fixture
def opened(qtbot, workspace, client):
    page, said = QWidget(), []
    qtbot.addWidget(page)
    acts = ClientActs(workspace, client.id, page)
    acts.done.connect(said.append)
    yield acts.show_held(), said
    page.deleteLater()


def test_one_click_saves_paper_and_file_where_the_counsellor_says(opened, tmp_path, workspace):
    dialog, said = opened

    dialog.save_to(tmp_path)

    pdf, content = tmp_path / "U7-0214-20261124.pdf", tmp_path / "U7-0214-20261124.json"
    assert "Piilokuja 3" in pdf_text(pdf.read_bytes())
    assert json.loads(content.read_bytes())["records"]["client"][0]["street"] == "Piilokuja 3"
    assert pdf.stat().st_mode & 0o777 == content.stat().st_mode & 0o777 == 0o600
    assert said == ["Saved: U7-0214-20261124.pdf, U7-0214-20261124.json"]
    with workspace.database.reading() as session:
        query = LOG_ENTRY.select().where(LOG_ENTRY.c.act == "export")
        assert [each.subject for each in session.execute(query)] == ["access"]


def test_with_a_password_the_file_lies_inside_the_locked_paper(opened, tmp_path):
    dialog, _said = opened
    dialog.password.set_value("neljä outoa sanaa")

    dialog.save_to(tmp_path)

    assert [each.name for each in tmp_path.glob("U7*")] == ["U7-0214-20261124.pdf"]
    content = (tmp_path / "U7-0214-20261124.pdf").read_bytes()
    assert b"Piilokuja" not in content
    with pikepdf.open(BytesIO(content), password="neljä outoa sanaa") as document:
        held = document.attachments["U7-0214-20261124.json"].get_file().read_bytes()
    assert b"Piilokuja 3" in held


def test_what_goes_wrong_is_said_and_nothing_is_noted(opened, tmp_path, workspace):
    dialog, said = opened

    dialog.save_to(tmp_path / "not there")

    assert dialog.password.has_error()
    assert said == []
    with workspace.database.reading() as session:
        query = LOG_ENTRY.select().where(LOG_ENTRY.c.act == "export")
        assert session.execute(query).all() == []


def test_a_restricted_case_is_not_given_out_before_its_door(qtbot, workspace, client, tmp_path):
    with workspace.database.transaction() as session:
        session.get_one(Client, client.id).non_disclosure = True
    page = QWidget()
    qtbot.addWidget(page)
    dialog = HeldDialog(workspace, client.id, print, page)

    dialog.save_to(tmp_path)

    assert dialog.password.has_error()
    assert list(tmp_path.glob("U7*")) == []

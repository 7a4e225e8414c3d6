import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt

from kotoutus_desktop.casework.restricted import open_restricted
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.ui.clients.client_page import ClientPage
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.log import log_list
from kotoutus_desktop.ui.log.client_log_page import ClientLogPage
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.page import Destination, PageName
from tests.models.history.conftest import change, rows


@pytest.fixture
def add(database, office, officer, make_client, workspace):
    def add_it(**fields):
        client = make_client(**({"officer_id": officer.id, "phone": "040 1234567"} | fields))
        with database.transaction() as session:
            session.add(client)
        return client

    return add_it


@pytest.fixture
def open_log(qtbot, workspace):
    def open_it(client):
        page = ClientLogPage(workspace, Destination(PageName.LOG, client.id))
        qtbot.addWidget(page)
        page.resize(1150, 768)
        page.show()
        return page

    return open_it


def texts(page):
    return [label.text() for label in page.list.findChildren(Label) if label.isVisible()]


def look(database, client, act=Act.VIEW, subject="client"):
    database.note_soon(Note(act, client.id, subject, client.id))
    database.write_notes()


def pdf_words(path, password=None):
    with pdfium.PdfDocument(path, password=password) as document:
        return " ".join("".join(p.get_textpage().get_text_range() for p in document).split())


def test_the_menu_of_the_client_leads_to_the_log(qtbot, workspace, add):
    client = add()
    page = ClientPage(workspace, Destination(PageName.CLIENT, client.id))
    qtbot.addWidget(page)
    action = next(a for a in page.frame.head.menu().actions() if a.text() == "Log")
    with qtbot.waitSignal(page.navigate) as asked:
        action.trigger()

    assert asked.args == [Destination(PageName.LOG, client.id)]


def test_it_says_who_did_what_in_words_of_the_interface(open_log, add, database):
    client = add()
    change(database, Client, client.id, phone="050 765")
    look(database, client, Act.EXPORT, "calendar")

    said = texts(open_log(client))
    assert "Tuesday 24.11.2026" in said or any("20" in text for text in said[:1])
    assert "Exported: calendar file" in said
    assert "Client's data: changed" in said
    assert "Phone: 040 1234567 → 050 765" in said
    assert said.count("Maija Esimerkki") == 3
    assert not any("_" in text for text in said)


def test_reading_the_log_is_noted(qtbot, workspace, add, database, open_log):
    client = add()
    open_log(client)
    database.write_notes()

    assert rows(database, "SELECT case_id, subject FROM log_entry WHERE act = 'read_log'") == [
        (client.id.bytes, "log")
    ]


def test_chips_choose_among_the_lines(open_log, add, database, officer):
    client = add()
    look(database, client)
    page = open_log(client)
    page.choices.kind.set_value("looks")
    page.choices.changed.emit()
    assert "Opened: the client's page" in texts(page)
    assert "Client's data: recorded" not in texts(page)

    page.choices.kind.set_value("papers")
    page.choices.changed.emit()
    assert texts(page) == []
    assert page.nothing.isVisible()


def test_a_long_log_is_shown_in_parts(open_log, add, database, monkeypatch):
    monkeypatch.setattr(log_list, "SHOWN_AT_ONCE", 3)
    client = add()
    for _ in range(7):
        look(database, client)
    page = open_log(client)
    assert page.list.shown == 3

    page.list.findChildren(type(page.sheet_button))[-1].click()
    assert page.list.shown == 6


def test_the_sheet_is_saved_with_the_anchor_and_noted(
    qtbot, open_log, add, database, tmp_path, monkeypatch
):
    client = add()
    look(database, client)
    page = open_log(client)
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = page.dialog
    dialog.password.set_value("salainen sana")
    dialog.save_to(tmp_path / "loki.pdf")

    text = pdf_words(tmp_path / "loki.pdf", "salainen sana")
    assert "Asiakkaan tietojen loki" in text
    assert "Avasi: asiakkaan sivu" in text
    assert "Lokin tarkiste: " in text
    database.write_notes()
    qtbot.waitUntil(
        lambda: (
            rows(database, "SELECT subject FROM log_entry WHERE act = 'save'") == [("log_sheet",)]
        )
    )


def test_the_sheet_can_leave_out_who_works_here(open_log, add, database, tmp_path):
    client = add()
    page = open_log(client)
    page.open_sheet()
    page.dialog.nameless.set_value(True)
    page.dialog.official.set_value("sv")
    page.dialog.save_to(tmp_path / "logg.pdf")

    text = pdf_words(tmp_path / "logg.pdf")
    assert "Maija" not in text
    assert "Person 1 på kontoret" in text


def test_a_sheet_that_cannot_be_saved_says_so_and_is_not_noted(open_log, add, database, tmp_path):
    page = open_log(add())
    page.open_sheet()
    page.dialog.save_to(tmp_path / "nowhere" / "loki.pdf")

    assert page.dialog.isVisible()
    assert page.dialog.bars.isVisible()
    database.write_notes()
    assert rows(database, "SELECT 1 FROM log_entry WHERE act = 'save'") == []


def test_the_log_of_a_restricted_case_asks_for_the_reason_and_hides_where_they_are(
    qtbot, workspace, add, database, tmp_path
):
    client = add(non_disclosure=True, street="Salakuja 7")
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    window.open(Destination(PageName.LOG, client.id))
    assert window.here.page is PageName.TODAY
    window.door.dialog.text.set_value("Asked for the log")
    window.door.dialog.accept()

    page = window.page
    assert isinstance(page, ClientLogPage)
    assert "Street address: changed, not shown here" in texts(page)
    page.open_sheet()
    page.dialog.save_to(tmp_path / "loki.pdf")
    text = pdf_words(tmp_path / "loki.pdf")
    assert "Salakuja" not in text
    assert "040 1234567" not in text


def test_a_reason_given_today_opens_it_at_once(open_log, add, database):
    client = add(restricted=True)
    with database.transaction() as session:
        open_restricted(session, client.id, "Asked for the log")

    assert "Opened the restricted case: Asked for the log" in texts(open_log(client))

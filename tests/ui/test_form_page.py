import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import leave, type_text
from walker import nameless, never_reached, out_of_order

from kotoutus_desktop.casework.drafts import draft_of
from kotoutus_desktop.errors import CannotWrite, InvalidInput
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import LongTextField, TextField
from kotoutus_desktop.ui.form_page import FormPage


class NamePage(FormPage):
    """A small form of a client, as pages write them."""

    def __init__(self, workspace, client_id):
        super().__init__(workspace, "name", client_id)
        self.band.set_title("Name")
        self.add_section("Who")
        self.add("family_names", TextField("Family names"))
        self.add("given_names", TextField("Given names"))
        self.add_section("When")
        self.add("reached_on", DateField("Reached on", workspace.today))
        self.add("need_reason", LongTextField("Reason"))
        self.put(None)

    def load(self):
        with self.workspace.database.reading() as session:
            client = session.get_one(Client, self.subject)
            self.fields["family_names"].set_value(client.family_names)
            self.fields["given_names"].set_value(client.given_names)
            self.fields["reached_on"].set_value(client.reached_on)
            self.fields["need_reason"].set_value(client.need_reason)

    def store(self, session):
        client = session.get_one(Client, self.subject)
        if not self.fields["family_names"].value():
            raise InvalidInput("family_names", "Write the family names, or a dash.")
        client.family_names = self.fields["family_names"].value()
        client.given_names = self.fields["given_names"].value()
        client.reached_on = self.fields["reached_on"].day()
        client.need_reason = self.fields["need_reason"].value()

    def undo_text(self):
        return "Change the name"


@pytest.fixture
def client(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
    return client


@pytest.fixture
def page(qtbot, workspace, client):
    page = NamePage(workspace, client.id)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.open_form()
    page.show()
    return page


def stored(database, client):
    with database.reading() as session:
        return session.get_one(Client, client.id)


def kept(database, client):
    with database.reading() as session:
        draft = draft_of(session, "name", client.id)
        return draft.content if draft else None


def test_typing_is_kept_when_a_field_is_left_and_the_page_says_when(page, database, client):
    page.fields["given_names"].line.setText("")
    type_text(page.fields["given_names"].line, "Amal Hassan أمل")
    leave(page.fields["given_names"].line)
    assert kept(database, client)["given_names"] == "Amal Hassan أمل"
    assert page.band.note.text().startswith("Saved at")
    assert stored(database, client).given_names == "Amal Hassan"


def test_typing_is_kept_within_five_seconds_without_leaving(page, database, client):
    type_text(page.fields["given_names"].line, "x")
    assert page._timer.isActive()
    assert page._timer.interval() <= 5000
    page._timer.timeout.emit()
    assert kept(database, client)["given_names"] == "Amal Hassanx"


def test_recording_stores_the_form_and_forgets_its_draft(qtbot, page, database, client, workspace):
    type_text(page.fields["family_names"].line, " Noor")
    page.keep()
    with qtbot.waitSignals([page.recorded, workspace.changed]):
        assert page.record()
    assert stored(database, client).family_names == "Al-Khatib Noor"
    assert kept(database, client) is None


def test_what_is_recorded_can_be_undone(page, database, client, workspace):
    type_text(page.fields["family_names"].line, " Noor")
    page.record()
    assert workspace.undo_label() == "Change the name"
    workspace.undo()
    assert stored(database, client).family_names == "Al-Khatib"


def test_a_refusal_keeps_the_draft_shows_the_fault_and_counts_it(page, database, client):
    page.fields["family_names"].line.clear()
    type_text(page.fields["given_names"].line, "y")
    assert not page.record()
    assert page.fields["family_names"].has_error()
    assert kept(database, client)["family_names"] == ""
    assert stored(database, client).given_names == "Amal Hassan"
    assert "1 item to correct" in page.band.note.text()


def test_a_date_that_is_none_is_refused_at_its_field(page):
    type_text(page.fields["reached_on"].line, "31.2.2026")
    assert not page.record()
    assert page.fields["reached_on"].has_error()


def test_leaving_records_and_never_asks(page, database, client):
    type_text(page.fields["family_names"].line, " Noor")
    page.leave()
    assert stored(database, client).family_names == "Al-Khatib Noor"


def test_after_a_crash_the_form_opens_with_what_was_typed(qtbot, page, workspace, client):
    page.fields["reached_on"].restore("31.2.2026")
    page.note_change()
    page.keep()
    again = NamePage(workspace, client.id)
    qtbot.addWidget(again)
    assert again.open_form()
    assert again.fields["reached_on"].state() == "31.2.2026"


def test_loading_is_not_typing(page, database, client):
    page.keep()
    page.leave()
    assert kept(database, client) is None
    assert page.band.note.isHidden()


class FullDisk:
    """A database whose disk is full until told otherwise; the rest is the real one."""

    def __init__(self, database):
        self._database, self.full = database, True

    def transaction(self, label=None):
        if self.full:
            raise CannotWrite("The disk is full.")
        return self._database.transaction(label)

    def reading(self):
        return self._database.reading()


def test_a_full_disk_is_said_and_the_typing_goes_to_it_later(page, database, client, workspace):
    workspace.database = FullDisk(database)
    type_text(page.fields["given_names"].line, "z")
    assert not page.keep()
    assert "disk is full" in page.bars.messages()[0].text
    assert page.fields["given_names"].value() == "Amal Hassanz"
    workspace.database.full = False
    page._timer.timeout.emit()
    assert page.bars.messages() == []
    assert kept(database, client)["given_names"] == "Amal Hassanz"


def test_enter_goes_to_the_next_field_and_page_down_to_the_next_part(page):
    page.activateWindow()
    page.fields["family_names"].take_focus()
    QTest.keyClick(page.fields["family_names"].line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.fields["given_names"].line
    page.next_section()
    assert QApplication.focusWidget() is page.fields["reached_on"].line
    page.previous_section()
    assert QApplication.focusWidget() is page.fields["family_names"].line


def test_control_enter_records_from_any_field(page, database, client):
    page.activateWindow()
    page.fields["need_reason"].take_focus()
    type_text(page.fields["need_reason"].text, "Koska")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.fields["need_reason"].text, Qt.Key.Key_Return, control)
    assert stored(database, client).need_reason == "Koska"


def test_the_focused_field_is_scrolled_into_view(page):
    page.resize(600, 260)
    page.activateWindow()
    page.fields["need_reason"].take_focus()
    QApplication.processEvents()
    text = page.fields["need_reason"].text
    top = text.mapTo(page.body.viewport(), text.rect().topLeft()).y()
    assert 0 <= top < page.body.viewport().height()


def test_keyboard_and_reader_come_through_the_form(page):
    assert nameless(page) == []
    assert never_reached(page) == []
    assert out_of_order(page) == []

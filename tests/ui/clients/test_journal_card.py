"""The journal on the client's page."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.journal import Written, add_entry, journal_of
from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.models.journal import Confidentiality, JournalWay
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.ui.clients.journal_card import FEW, JournalCard
from kotoutus_desktop.ui.message_bar import MessageBars

TODAY = date(2026, 11, 24)


@pytest.fixture
def client(database, office, officer, make_client):
    client = make_client(officer_id=officer.id)
    with database.transaction() as session:
        store_client(session, client, TODAY)
    return client


@pytest.fixture
def card(workspace, client, qtbot):
    """The card with its bars, which live as long as it does."""
    bars = MessageBars()
    card = JournalCard(workspace, bars)
    card.bars = bars
    for widget in (bars, card):
        assert isinstance(widget, QWidget)
        qtbot.addWidget(widget)
    card.resize(400, 600)
    card.show()
    card.show_client(client.id)
    return card


def entries(database, client, reader):
    with database.reading() as session:
        return journal_of(session, client.id, reader.id)


def test_an_entry_is_written_with_its_level_and_undone(card, database, client, officer, workspace):
    dialog = card.ask()
    dialog.fields["text"].set_value("Sovittiin käynnistä.")
    dialog.fields["way"].set_value("telephone")
    dialog.fields["confidentiality"].set_value("counsellor")
    dialog.accept()

    (entry,) = entries(database, client, officer)
    assert (entry.way, entry.confidentiality) == ("telephone", "counsellor")
    assert entry.happened_on == TODAY
    workspace.undo()
    assert entries(database, client, officer) == []


def test_an_empty_entry_is_refused_at_its_text(card, database, client, officer):
    dialog = card.ask()
    dialog.accept()

    assert dialog.fields["text"].has_error()
    assert entries(database, client, officer) == []


def test_what_a_colleague_wrote_for_the_counsellor_is_shown_and_cannot_be_changed(
    card, database, client
):
    colleague = Officer(name="Anna Malli")
    with database.transaction() as session:
        session.add(colleague)
        session.flush()
        written = Written(TODAY, JournalWay.VISIT, "Huoli.", "", Confidentiality.COUNSELLOR)
        add_entry(session, client.id, written, colleague.id, TODAY)
    card.show_client(client.id)
    (entry,) = card._entries
    assert "only the writer" in card._face(entry).sentence

    dialog = card.ask(entry)
    dialog.fields["text"].set_value("Muutettu.")
    dialog.accept()
    assert "Only the writer" in dialog.refused.text()
    card._remove(entry)
    assert "Only the writer" in card.bars.messages()[0].text


def test_how_many_entries_are_hidden_from_somebody_is_no_secret(
    card, database, client, officer, workspace
):
    colleague = Officer(name="Anna Malli")
    with database.transaction() as session:
        session.add(colleague)
        session.flush()
        written = Written(TODAY, JournalWay.VISIT, "Huoli.", "", Confidentiality.COUNSELLOR)
        add_entry(session, client.id, written, officer.id, TODAY)
    workspace.officer_id = colleague.id
    card.show_client(client.id)

    assert card._entries == []
    assert card.hidden.text() == "1 entry is for the client’s own counsellor."


def test_the_older_ones_are_unfolded(card, database, client, officer):
    with database.transaction() as session:
        for number in range(FEW + 2):
            written = Written(date(2026, 11, 1 + number), JournalWay.VISIT, f"Käynti {number}.")
            add_entry(session, client.id, written, officer.id, TODAY)
    card.show_client(client.id)
    assert card.rows.model().rowCount() == FEW

    card.more.click()
    assert card.rows.model().rowCount() == FEW + 2
    assert card.more.isHidden()

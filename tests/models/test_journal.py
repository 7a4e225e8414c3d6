from datetime import date

from sqlalchemy import select

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.journal import Confidentiality, JournalEntry, JournalWay

DAY = date(2026, 11, 24)


def test_entries_are_for_the_office_unless_said_and_go_with_the_client(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        session.add(
            JournalEntry(
                client_id=client.id,
                happened_on=DAY,
                way=JournalWay.TELEPHONE,
                text="Sovittiin käynnistä koululla.",
                recorded_on=DAY,
            )
        )
    with database.reading() as session:
        entry = session.scalars(select(JournalEntry)).one()
    assert entry.confidentiality is Confidentiality.OFFICE

    with database.transaction() as session:
        session.delete(session.get_one(Client, client.id))
    with database.reading() as session:
        assert session.scalars(select(JournalEntry)).all() == []

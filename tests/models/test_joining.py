from datetime import date
from uuid import uuid4

from sqlalchemy import select

from kotoutus_desktop.models.joining import JoinedClient


def test_what_the_second_record_said_is_kept(database, make_client):
    client, joined = make_client(), uuid4()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        row = JoinedClient(
            client_id=client.id,
            joined_id=joined,
            number="U7-0300",
            seen={"phone": "040 1", "citizenships": ["760"]},
            joined_on=date(2026, 11, 24),
        )
        session.add(row)

    with database.reading() as session:
        stored = session.scalars(select(JoinedClient)).one()
    assert (stored.joined_id, stored.number) == (joined, "U7-0300")
    assert stored.seen["citizenships"] == ["760"]

from sqlalchemy import select

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.name_key import NameKey


def test_search_keys_go_with_their_client(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        session.add(NameKey(kind="f", key="amal", client_id=client.id))
    with database.transaction() as session:
        session.delete(session.get_one(Client, client.id))

    with database.reading() as session:
        assert session.scalars(select(NameKey)).all() == []

from sqlalchemy import func, select

from kotoutus_desktop.casework.name_index import index_clients
from kotoutus_desktop.casework.search import find_clients
from kotoutus_desktop.models.name_key import NameKey


def test_many_clients_are_found_by_their_new_names_and_not_by_the_old(database, make_client):
    clients = [make_client(given_names="Tsegay", family_names=f"Hassan{n}") for n in range(3)]
    with database.transaction() as session:
        session.add_all(clients)
        index_clients(session, clients)
        for client in clients:
            client.given_names = "Noora"
        index_clients(session, clients)

        assert {row.id for row in find_clients(session, "noora")} == {each.id for each in clients}
        assert find_clients(session, "tsegay") == []


def test_keys_that_stay_are_not_written_again(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        index_clients(session, [client])
        before = set(session.scalars(select(NameKey.id)))
        index_clients(session, [client])

        assert set(session.scalars(select(NameKey.id))) == before
        assert session.scalar(select(func.count(NameKey.id))) > 0

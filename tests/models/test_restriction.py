from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.restriction import RestrictedAccess


def test_access_goes_with_the_client(database, make_client, officer, today):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        session.add(RestrictedAccess(client_id=client.id, officer_id=officer.id, given_on=today))
    with database.transaction() as session:
        session.delete(session.get_one(Client, client.id))

    with database.reading() as session:
        assert session.query(RestrictedAccess).count() == 0

from datetime import date

from sqlalchemy import select

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.guidance import GuidanceContact, GuidanceReferral, GuidanceTopic

DAY = date(2026, 11, 24)


def test_a_count_without_names_stays_when_a_client_goes(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        session.add_all(
            [
                GuidanceContact(given_on=DAY, topic=GuidanceTopic.HOUSING, language="so"),
                GuidanceContact(
                    client_id=client.id, given_on=DAY, topic=GuidanceTopic.WORK, consented_on=DAY
                ),
            ]
        )
    with database.transaction() as session:
        session.delete(session.get_one(Client, client.id))

    with database.reading() as session:
        left = session.scalars(select(GuidanceContact)).one()
    assert left.topic is GuidanceTopic.HOUSING
    assert left.referral is GuidanceReferral.NOWHERE
    assert (left.name, left.consented_on) == ("", None)

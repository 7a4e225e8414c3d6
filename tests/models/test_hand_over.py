from datetime import date
from uuid import uuid4

from sqlalchemy import select

from kotoutus_desktop.models.hand_over import CountySetAside, HandOverTick
from kotoutus_desktop.rules.hand_over import Item

DAY = date(2026, 11, 24)


def test_ticks_and_reasons_are_kept_and_go_with_the_client(database, make_client):
    client, subject = make_client(), uuid4()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        session.add_all(
            [
                HandOverTick(client_id=client.id, flip="moved:x", item=Item.PLAN, done_on=DAY),
                CountySetAside(client_id=client.id, subject=subject, reason="Ei.", set_on=DAY),
            ]
        )

    with database.reading() as session:
        tick = session.scalars(select(HandOverTick)).one()
        aside = session.scalars(select(CountySetAside)).one()
    assert (tick.item, tick.officer_id) == (Item.PLAN, None)
    assert (aside.subject, aside.reason) == (subject, "Ei.")

    with database.transaction() as session:
        session.delete(session.get_one(type(client), client.id))
    with database.reading() as session:
        assert session.scalars(select(HandOverTick)).all() == []
        assert session.scalars(select(CountySetAside)).all() == []

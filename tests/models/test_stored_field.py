from datetime import date
from uuid import uuid4

from sqlalchemy import select

from kotoutus_desktop.models.stored_field import EnteredField
from kotoutus_desktop.rules.registers import Register
from kotoutus_desktop.rules.stored_fields import StoredField


def test_what_was_entered_is_kept_and_goes_with_the_client(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        entered = EnteredField(
            client_id=client.id,
            subject=uuid4(),
            field=StoredField.GOALS,
            register=Register.KOTO_AJ,
            value="Työhön",
            entered_on=date(2027, 1, 4),
        )
        session.add(entered)

    with database.reading() as session:
        stored = session.scalars(select(EnteredField)).one()
    assert (stored.field, stored.register, stored.value) == ("goals", "koto_aj", "Työhön")

    with database.transaction() as session:
        session.delete(session.get_one(type(client), client.id))
    with database.reading() as session:
        assert session.scalars(select(EnteredField)).all() == []

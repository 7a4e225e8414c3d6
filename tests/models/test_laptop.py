from datetime import date

from sqlalchemy import select

from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.laptop import KnownLaptop, OwnLaptop, SharedCase


def test_the_secrets_of_a_laptop_are_not_shown_in_a_traceback(database):
    own = OwnLaptop(replica=uuid7(), name="Kirjasto", secret="AGE-SECRET", signing_seed=b"seed")

    assert "SECRET" not in repr(own)
    assert "seed" not in repr(own)


def test_what_a_laptop_has_is_forgotten_with_it(database):
    with database.transaction() as session:
        known = KnownLaptop(
            name="A", recipient="age1", signing_key=b"k", paired_on=date(2026, 11, 24)
        )
        session.add(known)
        session.flush()
        session.add(SharedCase(laptop_id=known.id, case_id=uuid7(), operations=3))

    with database.transaction() as session:
        session.delete(session.get_one(KnownLaptop, known.id))
        session.flush()

        assert session.scalars(select(SharedCase)).all() == []


def test_whom_a_laptop_trusts_is_not_sent_to_others(database):
    with database.transaction() as session:
        session.add(
            KnownLaptop(name="A", recipient="a", signing_key=b"k", paired_on=date(2026, 11, 24))
        )

    with database.reading() as session:
        told = session.connection().exec_driver_sql("SELECT subject FROM operation").scalars()
        assert "known_laptop" not in set(told)

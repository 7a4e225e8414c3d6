from datetime import UTC, datetime

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.log_tables import case_column
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.retention import Erasure, ErasureGround, RetentionHold
from kotoutus_desktop.rules.retention import HoldKind


def test_a_hold_goes_with_the_case(database, make_client, today):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        session.add(
            RetentionHold(client_id=client.id, kind=HoldKind.APPEAL, reason="HaO", made_on=today)
        )
    with database.transaction() as session:
        session.delete(session.get_one(Client, client.id))

    with database.reading() as session:
        assert session.query(RetentionHold).count() == 0


def test_what_is_left_of_an_erased_case_belongs_to_the_office(database):
    with database.transaction() as session:
        session.add(
            Erasure(
                number="U7-0214",
                ground=ErasureGround.RETENTION,
                erased_at=datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
            )
        )

    with database.reading() as session:
        assert session.query(Erasure).one().number == "U7-0214"
    assert case_column(Erasure.__table__) is None


def test_a_case_is_kept_for_four_years_unless_the_office_says_otherwise():
    assert Office(municipality="889", name_fi="Utajärven kunta").retention_years == 4

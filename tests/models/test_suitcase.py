from datetime import UTC, datetime, timedelta

from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.suitcase import Suitcase

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_the_key_of_a_suitcase_is_not_shown_in_a_traceback():
    packed = Suitcase(
        inside=False,
        name="a.kotoutus",
        prefix="K3",
        cases=[uuid7().hex],
        packed_at=NOW,
        expires_at=NOW + timedelta(days=1),
        key=b"secret",
    )

    assert "secret" not in repr(packed)


def test_what_was_packed_here_is_not_sent_to_others(database):
    with database.transaction() as session:
        session.add(
            Suitcase(
                inside=False,
                name="a.kotoutus",
                prefix="K3",
                cases=[],
                packed_at=NOW,
                expires_at=NOW,
            )
        )

    with database.reading() as session:
        told = session.connection().exec_driver_sql("SELECT subject FROM operation").scalars()
        assert "suitcase" not in set(told)

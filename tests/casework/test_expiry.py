from datetime import UTC, datetime, timedelta

import pytest

from kotoutus_desktop.casework.expiry import SuitcaseExpired, require_not_expired
from kotoutus_desktop.models.history.noting import Act, Note, milliseconds, note
from kotoutus_desktop.models.suitcase import Suitcase

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def suitcase(database):
    """A suitcase that opens until tomorrow."""
    with database.transaction() as session:
        session.add(
            Suitcase(
                inside=True,
                name="a.kotoutus",
                prefix="K3",
                cases=[],
                packed_at=NOW,
                expires_at=NOW + timedelta(days=1),
            )
        )
    return database


def test_an_office_file_never_expires(database):
    with database.reading() as session:
        require_not_expired(session, NOW + timedelta(days=9999))


def test_a_suitcase_opens_until_its_time_is_over(suitcase):
    with suitcase.reading() as session:
        require_not_expired(session, NOW + timedelta(hours=23))
        with pytest.raises(SuitcaseExpired) as refused:
            require_not_expired(session, NOW + timedelta(days=1))

    assert "office" in refused.value.message


def test_a_clock_that_was_set_back_opens_nothing(suitcase):
    later = milliseconds() + 10**13
    with suitcase.transaction() as session:
        note(session.connection(), Note(Act.LOCK, at=later))

    with suitcase.reading() as session, pytest.raises(SuitcaseExpired):
        require_not_expired(session, NOW)


def test_what_was_packed_here_does_not_lock_the_office(database):
    with database.transaction() as session:
        session.add(
            Suitcase(inside=False, name="a", prefix="K3", cases=[], packed_at=NOW, expires_at=NOW)
        )

    with database.reading() as session:
        require_not_expired(session, NOW + timedelta(days=30))

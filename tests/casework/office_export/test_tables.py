import pytest

from kotoutus_desktop.casework.office_export.tables import (
    LEFT_OUT,
    exported_tables,
    open_with_reason,
    shut_cases,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.office import Officer


def test_every_table_is_exported_or_says_why_not():
    there = {table.name for table in exported_tables()}

    assert there.isdisjoint(LEFT_OUT)
    assert there | set(LEFT_OUT) == set(Model.metadata.tables)


@pytest.fixture
def restricted(database, office, officer, make_client):
    """One's own restricted case, and one of a colleague."""
    with database.transaction() as session:
        colleague = Officer(name="Kalle Muu")
        session.add(colleague)
        session.flush()
        own = make_client(restricted=True, officer_id=officer.id)
        other = make_client(number="U7-2", restricted=True, officer_id=colleague.id)
        session.add_all([own, other])
    database.act_as(officer.id)
    return own.id, other.id


def test_a_reason_opens_what_one_may_open_and_nothing_else(database, restricted):
    own, other = restricted
    with database.reading() as session:
        before = shut_cases(session)
    with database.transaction() as session:
        open_with_reason(session, "Moving to another program")
    with database.reading() as session:
        after = shut_cases(session)

    assert (before, after) == ({own, other}, {other})


def test_a_reason_of_one_letter_opens_nothing(database, restricted):
    with pytest.raises(InvalidInput), database.transaction() as session:
        open_with_reason(session, "x")

    with database.reading() as session:
        assert shut_cases(session) == set(restricted)

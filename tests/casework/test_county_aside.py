from uuid import uuid4

import pytest

from kotoutus_desktop.casework.county_aside import asides_of, ask_again, set_aside, set_aside_of
from kotoutus_desktop.errors import InvalidInput


def test_a_prompt_is_set_aside_with_a_reason_that_is_kept(database, client, officer, today):
    subject = uuid4()
    with database.transaction() as session:
        set_aside(session, client.id, subject, "  Alue on jo mukana. ", officer.id, today)
        set_aside(session, client.id, subject, "Ei tarvetta.", officer.id, today)

    with database.reading() as session:
        kept = set_aside_of(session, subject)
        assert kept is not None
        assert (kept.reason, kept.set_on, kept.officer_id) == ("Ei tarvetta.", today, officer.id)
        assert set_aside_of(session, uuid4()) is None
        assert asides_of(session, client.id) == {subject}

    with database.transaction() as session:
        ask_again(session, subject)
    with database.reading() as session:
        assert set_aside_of(session, subject) is None


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501])
def test_a_prompt_is_not_set_aside_without_a_reason(database, client, officer, today, reason):
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        set_aside(session, client.id, uuid4(), reason, officer.id, today)

    assert refused.value.field == "reason"

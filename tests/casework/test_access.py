from datetime import date

import pytest

from kotoutus_desktop.casework.access import (
    access_to,
    give_access,
    may_let_in,
    take_access_back,
)
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.restricted import NotLetIn, ReasonNeeded, let_in, open_restricted
from kotoutus_desktop.errors import InvalidInput, NotAllowed
from kotoutus_desktop.models.key_slots import create_keys, give_first_passphrase, keys_beside
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.models.office import Officer
from tests.models.history.conftest import rows

WHY = "Stands in for me in December"
CHEAP = Cost(memory=64, passes=1, lanes=1)


@pytest.fixture
def colleague(database):
    other = Officer(name="Olli Toinen")
    with database.transaction() as session:
        session.add(other)
    return other


@pytest.fixture
def hidden(database, office, officer, make_client):
    client = make_client(non_disclosure=True, officer_id=officer.id)
    with database.transaction() as session:
        session.add(client)
    return client


@pytest.fixture
def works(database, hidden):
    """Let a counsellor unlock the file anew and open the case, where they may."""

    def unlock(officer, role=Role.COUNSELLOR, *, opens=True):
        database.act_as(officer.id)
        database.visit.role = role
        database.visit.opened.clear()
        if opens:
            with database.transaction() as session:
                open_restricted(session, hidden.id, "Rang up about a key")

    return unlock


def give(database, client, officer, reason=WHY, today=date(2026, 11, 24)):
    with database.transaction() as session:
        give_access(session, client.id, officer.id if officer else None, reason, today)


def seen(database, client):
    with database.reading() as session:
        return access_to(session, client.id, database.path)


def test_the_own_counsellor_lets_a_colleague_in_and_the_log_keeps_why(
    database, hidden, officer, colleague, works, today
):
    works(officer)
    assert seen(database, hidden).others == [(colleague.id, "Olli Toinen")]
    give(database, hidden, colleague)

    found = seen(database, hidden)
    assert found.counsellor == "Maija Esimerkki"
    assert [(each.name, each.by, each.on) for each in found.inside] == [
        ("Olli Toinen", "Maija Esimerkki", today)
    ]
    assert found.others == []
    noted = rows(database, "SELECT actor, case_id, row, detail FROM log_entry WHERE act = 'let_in'")
    assert noted == [(officer.id.bytes, hidden.id.bytes, colleague.id.bytes, WHY)]


def test_an_access_is_taken_back_with_a_reason(database, hidden, officer, colleague, works, today):
    works(officer)
    give(database, hidden, colleague)
    (access,) = seen(database, hidden).inside
    with pytest.raises(InvalidInput), database.transaction() as session:
        take_access_back(session, hidden.id, access.id, "no", today)
    with database.transaction() as session:
        take_access_back(session, hidden.id, access.id, "The holiday is over", today)

    assert seen(database, hidden).inside == []
    noted = rows(database, "SELECT row, detail FROM log_entry WHERE act = 'shut_out'")
    assert noted == [(colleague.id.bytes, "The holiday is over")]
    works(colleague, opens=False)
    with pytest.raises(NotLetIn), database.reading() as session:
        get_client(session, hidden.id)


@pytest.mark.parametrize(("role", "may"), [(Role.COUNSELLOR, False), (Role.SUPERVISOR, True)])
def test_who_was_let_in_lets_others_in_only_as_a_supervisor(
    database, hidden, officer, colleague, works, today, role, may
):
    works(officer)
    give(database, hidden, colleague)
    works(colleague, role)
    with database.reading() as session:
        assert may_let_in(session, hidden.id) is may
    if not may:
        with pytest.raises(NotAllowed):
            seen(database, hidden)


def test_a_supervisor_who_is_not_in_lets_nobody_in(database, hidden, colleague, works):
    works(colleague, Role.SUPERVISOR, opens=False)
    with database.reading() as session:
        assert not may_let_in(session, hidden.id)
    with pytest.raises(NotLetIn):
        give(database, hidden, colleague)


def test_nobody_decides_without_having_said_why_they_open_the_case(
    database, hidden, officer, colleague, works
):
    works(officer, opens=False)
    with pytest.raises(ReasonNeeded):
        give(database, hidden, colleague)


@pytest.mark.parametrize(
    ("who", "reason", "field"), [(None, WHY, "officer"), ("colleague", " . ", "reason")]
)
def test_a_person_and_a_reason_are_asked_for(
    database, hidden, officer, colleague, works, who, reason, field
):
    works(officer)
    with pytest.raises(InvalidInput) as refused:
        give(database, hidden, colleague if who else None, reason)
    assert refused.value.field == field
    assert seen(database, hidden).inside == []


def test_whoever_takes_their_own_access_back_is_out_at_once(
    database, hidden, officer, colleague, works, today
):
    works(officer)
    give(database, hidden, colleague)
    works(colleague, Role.SUPERVISOR)
    (access,) = seen(database, hidden).inside
    with database.transaction() as session:
        take_access_back(session, hidden.id, access.id, "I moved to other tasks", today)

    with pytest.raises(NotLetIn), database.reading() as session:
        get_client(session, hidden.id)


def test_a_trainer_is_not_offered(database, hidden, officer, colleague, works):
    keys = keys_beside(database.path)
    key, _code = create_keys(keys, "kolme hyvää sanaa", officer.id.hex, CHEAP)
    give_first_passphrase(keys, key, colleague.id.hex, Role.TRAINER, CHEAP)
    works(officer)

    assert seen(database, hidden).others == []


def test_a_case_that_is_not_restricted_has_no_such_list(
    database, office, officer, make_client, today
):
    usual = make_client(number="U7-0300", officer_id=officer.id)
    with database.transaction() as session:
        session.add(usual)
        let_in(session, usual.id, officer.id, today)
    database.act_as(officer.id)
    with database.reading() as session:
        assert not may_let_in(session, usual.id)

from contextlib import contextmanager

import pytest

from kotoutus_desktop.casework.register import get_client, store_client
from kotoutus_desktop.casework.restricted import (
    NotLetIn,
    ReasonNeeded,
    let_in,
    let_in_to,
    may_open,
    open_restricted,
    shut_out,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.office import Officer
from tests.models.history.conftest import rows

WHY = "Rang up about the interpreter"


@pytest.fixture
def colleague(database):
    other = Officer(name="Olli Toinen")
    with database.transaction() as session:
        session.add(other)
    return other


@pytest.fixture(params=["non_disclosure", "trafficking_victim", "restricted"])
def hidden(request, database, office, officer, make_client):
    client = make_client(**{request.param: True}, officer_id=officer.id)
    with database.transaction() as session:
        session.add(client)
    return client


@pytest.fixture
def works(database):
    """Let a counsellor unlock the file anew."""

    def unlock(officer):
        database.act_as(officer.id if officer else None)
        database.visit.opened.clear()

    return unlock


@contextmanager
def refused(kind):
    with pytest.raises(kind) as caught:
        yield caught


def read(database, client):
    with database.reading() as session:
        return get_client(session, client.id)


def test_the_own_counsellor_says_why_once_until_the_file_is_locked(
    database, hidden, officer, works
):
    works(officer)
    with refused(ReasonNeeded) as needed:
        read(database, hidden)
    assert needed.value.client_id == hidden.id

    with database.transaction() as session:
        open_restricted(session, hidden.id, WHY)

    assert read(database, hidden).id == hidden.id
    assert read(database, hidden).id == hidden.id
    works(officer)
    with refused(ReasonNeeded):
        read(database, hidden)


def test_nobody_else_comes_in_and_the_attempt_is_noted(database, hidden, colleague, works):
    works(colleague)
    with refused(NotLetIn):
        read(database, hidden)
    with refused(NotLetIn), database.transaction() as session:
        open_restricted(session, hidden.id, WHY)
    database.write_notes()

    found = rows(database, "SELECT actor, case_id FROM log_entry WHERE act = 'restricted_refused'")
    assert found == [(colleague.id.bytes, hidden.id.bytes)]


def test_whoever_has_not_said_who_they_are_is_nobody(database, hidden, works):
    works(None)
    with refused(NotLetIn):
        read(database, hidden)


def test_the_reason_is_kept_in_the_log_with_who_gave_it(database, hidden, officer, works):
    works(officer)
    with database.transaction() as session:
        open_restricted(session, hidden.id, f"  {WHY}\n")

    found = rows(
        database, "SELECT actor, case_id, detail FROM log_entry WHERE act = 'restricted_open'"
    )
    assert found == [(officer.id.bytes, hidden.id.bytes, WHY)]


@pytest.mark.parametrize("reason", ["", "   ", ". . . . . .", "abc", "a" * 501])
def test_a_reason_that_is_none_opens_nothing(database, hidden, officer, works, reason):
    works(officer)
    with refused(InvalidInput), database.transaction() as session:
        open_restricted(session, hidden.id, reason)
    with refused(ReasonNeeded):
        read(database, hidden)


def test_a_reason_that_could_not_be_stored_opens_nothing(database, hidden, officer, works):
    works(officer)
    with pytest.raises(ZeroDivisionError), database.transaction() as session:  # noqa: PT012 - one act
        open_restricted(session, hidden.id, WHY)
        1 / 0  # noqa: B018 - the disk is full
    with refused(ReasonNeeded):
        read(database, hidden)


def test_who_is_let_in_may_open_until_it_is_taken_back(
    database, hidden, officer, colleague, works, today
):
    works(officer)
    with database.transaction() as session:
        let_in(session, hidden.id, colleague.id, today)
        let_in(session, hidden.id, colleague.id, today)
        (access,) = let_in_to(session, hidden.id)
    assert (access.name, access.by, access.on) == ("Olli Toinen", "Maija Esimerkki", today)
    works(colleague)
    with refused(ReasonNeeded):
        read(database, hidden)

    with database.transaction() as session:
        shut_out(session, access.id, today)

    with refused(NotLetIn):
        read(database, hidden)


def test_a_case_whose_counsellor_left_can_be_taken_over(
    database, hidden, officer, colleague, works
):
    works(colleague)
    with database.transaction() as session:
        session.get_one(Officer, officer.id).active = False
        assert may_open(session, hidden.id, colleague.id)


def test_whoever_marks_a_case_goes_on_with_it(
    database, office, officer, colleague, make_client, works, today
):
    client = make_client(officer_id=officer.id)
    with database.transaction() as session:
        session.add(client)
    works(colleague)
    with database.transaction() as session:
        found = get_client(session, client.id)
        found.non_disclosure = True
        store_client(session, found, today)

    assert read(database, client).non_disclosure
    with database.reading() as session:
        assert [each.name for each in let_in_to(session, client.id)] == ["Olli Toinen"]


def test_a_usual_case_is_open_to_everybody(database, office, officer, make_client, works):
    client = make_client(officer_id=officer.id)
    with database.transaction() as session:
        session.add(client)
    works(None)

    assert read(database, client).id == client.id

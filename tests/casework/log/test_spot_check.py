import random
from datetime import timedelta

import pytest

from kotoutus_desktop.casework.log.spot_check import (
    AT_RANDOM,
    CheckScope,
    Ground,
    chosen_check,
    of_the_file,
    random_check,
)
from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.casework.restricted import open_restricted
from kotoutus_desktop.errors import NotAllowed
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.models.office import Officer
from tests.models.history.conftest import change, rows


@pytest.fixture
def colleague(database):
    other = Officer(name="Olli Toinen")
    with database.transaction() as session:
        session.add(other)
    return other


@pytest.fixture
def add(database, office, officer, make_client, today):
    """Return what registers a client and can be found."""

    def add_it(**fields):
        client = make_client(**({"officer_id": officer.id} | fields))
        with database.transaction() as session:
            store_client(session, client, today)
        return client

    return add_it


@pytest.fixture
def scope(database):
    """The days around now, by the clock that the log writes."""

    def of(who=None, shift=0):
        from datetime import datetime

        today = datetime.now().astimezone().date() + timedelta(days=shift)
        return CheckScope(today, today, who)

    return of


def look(database, client, officer, act=Act.VIEW, detail=""):
    note = Note(act, client.id, "client", client.id, detail, actor=officer.id)
    database.note_soon(note)
    database.write_notes()


def checked(database, scope, typed="U7", **how):
    with database.reading() as session:
        return chosen_check(session, scope, typed, **how)


def grounds(check):
    return [look.ground for look in check.cases[0].looks]


def test_a_look_at_an_own_client_speaks_for_itself_and_a_colleagues_does_not(
    database, add, officer, colleague, scope
):
    client = add()
    look(database, client, officer)
    look(database, client, colleague)

    check = checked(database, scope())
    assert grounds(check) == [Ground.NONE, Ground.OWN_CLIENT]
    assert check.cases[0].unexplained == 1
    assert check.cases[0].name == "Amal Hassan Al-Khatib"


def test_who_recorded_something_the_same_day_had_work_with_the_client(
    database, add, colleague, scope
):
    client = add()
    look(database, client, colleague)
    database.act_as(colleague.id)
    change(database, Client, client.id, dialect="levanttilainen")

    assert grounds(checked(database, scope())) == [Ground.RECORDED]


def test_who_was_only_seen_in_a_list_needs_no_question(database, add, colleague, scope):
    client = add()
    look(database, client, colleague, Act.SEARCH)

    check = checked(database, scope())
    assert grounds(check) == [Ground.SEEN_IN_LIST]
    assert check.cases[0].unexplained == 0


def test_looks_are_those_of_the_days_and_the_person(database, add, officer, colleague, scope):
    client = add()
    look(database, client, officer)
    look(database, client, colleague)

    assert len(checked(database, scope(colleague.id)).cases[0].looks) == 1
    assert checked(database, scope(shift=-1)).cases[0].looks == ()
    assert checked(database, scope(shift=1)).cases[0].looks == ()


def test_a_random_check_draws_among_those_who_were_looked_at(database, add, officer, scope):
    clients = [add(number=f"U7-{number:04}") for number in range(AT_RANDOM + 4)]
    add(number="U7-9999")
    for client in clients:
        look(database, client, officer)

    with database.reading() as session:
        first = random_check(session, scope(), random.Random(1))
        second = random_check(session, scope(), random.Random(2))
    numbers = [{case.number for case in check.cases} for check in (first, second)]
    assert len(numbers[0]) == AT_RANDOM
    assert numbers[0] != numbers[1]
    assert "U7-9999" not in numbers[0] | numbers[1]


def test_a_restricted_case_is_left_out_until_it_was_opened_with_a_reason(
    database, add, officer, scope
):
    client = add(non_disclosure=True)
    look(database, client, officer)
    database.act_as(officer.id)
    with database.reading() as session:
        assert random_check(session, scope()).left_out == 1
    assert (checked(database, scope()).cases, checked(database, scope()).left_out) == ((), 1)

    with database.transaction() as session:
        open_restricted(session, client.id, "Spot check of November")

    check = checked(database, scope())
    assert check.cases[0].name == ""
    assert grounds(check) == [Ground.REASON, Ground.OWN_CLIENT]


def test_an_attempt_that_was_refused_is_shown_as_one(database, add, colleague, scope):
    client = add()
    look(database, client, colleague, Act.RESTRICTED_REFUSED)

    assert grounds(checked(database, scope())) == [Ground.NOT_LET_IN]


def test_the_check_is_noted_for_every_client_that_it_showed(database, add, officer, scope):
    client = add()
    checked(database, scope())
    database.write_notes()

    found = rows(database, "SELECT case_id, subject FROM log_entry WHERE act = 'read_log'")
    assert found == [(client.id.bytes, "spot_check")]


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.TRAINER])
def test_counsellors_and_trainers_check_nobody(database, scope, role):
    database.show_to(role)
    with pytest.raises(NotAllowed):
        checked(database, scope())
    with pytest.raises(NotAllowed), database.reading() as session:
        random_check(session, scope())


def test_what_was_done_to_the_file_stands_by_itself(database, add, officer, scope):
    look(database, add(), officer)
    database.note_soon(Note(Act.UNLOCK_FAILED, detail="2"))
    database.write_notes()

    days = scope()
    with database.reading() as session:
        assert [line.act for line in of_the_file(session, days.first, days.last)] == [
            Act.UNLOCK_FAILED
        ]

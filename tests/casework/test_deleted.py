from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, text

from kotoutus_desktop.casework.deleted import empty_bin, in_the_bin, put_back
from kotoutus_desktop.casework.restricted import ReasonNeeded
from kotoutus_desktop.casework.search import find_clients
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.history.sealing import first_broken_link
from kotoutus_desktop.models.laptop import KnownLaptop, SharedCase
from kotoutus_desktop.models.plan import Goal, Measure, Plan
from kotoutus_desktop.models.retention import Erasure, ErasureGround
from kotoutus_desktop.models.subkeys import subkey
from kotoutus_desktop.phrases.wording import Wording
from tests.conftest import KEY

NOW = datetime.now(UTC)  # the history goes by the clock of the computer
LATER = NOW + timedelta(days=31)


@pytest.fixture
def client(database, office, officer, make_client):
    database.act_as(officer.id)
    client = make_client(officer_id=officer.id)
    client.contacts = [
        Contact(client_id=client.id, learned_on=date(2026, 11, 20), channel=ContactChannel.SELF)
    ]
    goal = Goal(client_id=client.id, goal=Wording.free("Opin suomea.", "fi"))
    goal.measures = [
        Measure(client_id=client.id, provider="Kansalaisopisto"),
        Measure(client_id=client.id),
    ]
    client.plans = [Plan(client_id=client.id, goals=[goal])]
    with database.transaction() as session:
        session.add(client)
    return client


def delete(database, kind):
    with database.transaction() as session:
        session.delete(session.scalars(select(kind)).first())


def listed(database, now=NOW):
    with database.reading() as session:
        return in_the_bin(session, now)


def back(database, row, now=NOW):
    with database.transaction() as session:
        return put_back(session, row, now)


def count(database, kind):
    with database.reading() as session:
        return session.query(kind).count()


def test_a_deleted_goal_comes_back_with_its_measures_as_they_were(database, client, officer):
    delete(database, Goal)
    (item,) = listed(database)
    assert (item.subject, item.number, item.with_it) == ("goal", "U7-0214", 2)
    assert (item.actor, item.client_id) == (officer.id, client.id)

    assert back(database, item.row) == 3

    with database.reading() as session:
        goal = session.query(Goal).one()
        assert goal.id == item.row
        assert goal.goal == Wording.free("Opin suomea.", "fi")
        assert sorted(each.provider for each in goal.measures) == ["", "Kansalaisopisto"]
    assert listed(database) == []


def test_what_was_deleted_earlier_by_itself_is_an_item_of_its_own(database, client):
    with database.transaction() as session:
        measure = session.scalars(select(Measure).where(Measure.provider != "")).one()
        session.delete(measure)
    with database.transaction() as session:
        earlier = "UPDATE operation SET at = at - 60000 WHERE subject = 'measure'"
        session.execute(text(f"{earlier} AND fields LIKE '%-%1}}'"))
    delete(database, Goal)

    goal, measure = listed(database)

    assert (goal.subject, goal.with_it, measure.subject) == ("goal", 1, "measure")
    with pytest.raises(KotoutusError):
        back(database, measure.row)
    back(database, goal.row)
    back(database, measure.row)
    assert count(database, Measure) == 2


def test_a_whole_case_comes_back_and_is_found_again(database, client):
    delete(database, Client)
    (item,) = listed(database)
    assert (item.subject, item.number, item.with_it) == ("client", "U7-0214", 5)

    back(database, item.row)

    assert (count(database, Contact), count(database, Measure)) == (1, 2)
    with database.reading() as session:
        assert [row.number for row in find_clients(session, "Amal")] == ["U7-0214"]


def test_what_came_back_can_be_deleted_and_brought_back_again(database, client):
    for _round in range(2):
        delete(database, Contact)
        (item,) = listed(database)
        back(database, item.row)

    assert count(database, Contact) == 1
    with pytest.raises(KotoutusError):
        back(database, item.row)


def test_after_thirty_days_nothing_comes_back_and_the_history_forgets_it(database, client):
    delete(database, Goal)
    assert len(listed(database, NOW + timedelta(days=29))) == 1
    assert listed(database, LATER) == []

    with database.transaction() as session:
        assert empty_bin(session, NOW + timedelta(days=29)) == 0
        assert empty_bin(session, LATER) == 3

    with database.reading() as session:
        left = str(session.execute(text("SELECT fields FROM operation")).all())
    assert "Opin suomea" not in left
    assert "Amal" in left
    with database.transaction() as session:
        assert empty_bin(session, LATER) == 0


def test_the_log_stays_whole_when_the_bin_is_emptied(database, client):
    delete(database, Contact)
    with database.transaction() as session:
        empty_bin(session, LATER)

    raw = connect(database.path, KEY)
    try:
        assert first_broken_link(raw, subkey(KEY, "log")) is None
        found = raw.execute("SELECT subject, detail FROM log_entry WHERE act = 'erase'").fetchall()
    finally:
        raw.close()
    assert found == [("bin", "1")]


def test_a_case_that_lay_in_the_bin_is_erased_and_its_number_says_so(database, client):
    delete(database, Client)

    with database.transaction() as session:
        empty_bin(session, LATER)

    with database.reading() as session:
        left = session.query(Erasure).one()
        rest = str(session.execute(text("SELECT fields FROM operation")).all())
    assert (left.number, left.ground) == ("U7-0214", ErasureGround.BIN)
    assert "Amal" not in rest


def test_what_another_laptop_may_still_write_about_is_not_forgotten(database, client):
    delete(database, Contact)
    laptop = KnownLaptop(
        name="Toinen", recipient="age1", signing_key=bytes(32), paired_on=date(2026, 1, 1)
    )
    with database.transaction() as session:
        session.add(laptop)
        session.flush()
        session.add(SharedCase(laptop_id=laptop.id, case_id=client.id, operations=1))
    with database.transaction() as session:
        assert empty_bin(session, LATER) == 0

    with database.transaction() as session:
        session.get_one(KnownLaptop, laptop.id).received_at = NOW + timedelta(days=1)
        assert empty_bin(session, LATER) == 1


def test_a_restricted_case_tells_only_its_number_and_comes_back_by_its_door(database, client):
    delete(database, Goal)
    with database.transaction() as session:
        session.get_one(Client, client.id).non_disclosure = True

    (item,) = listed(database)

    assert (item.number, item.values) == ("U7-0214", {})
    with pytest.raises(ReasonNeeded):
        back(database, item.row)

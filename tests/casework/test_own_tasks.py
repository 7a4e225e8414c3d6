from datetime import timedelta

import pytest

from kotoutus_desktop.casework.own_tasks import (
    add_task,
    change_task,
    open_tasks,
    remove_task,
    tasks_of,
    tick,
)
from kotoutus_desktop.casework.search import Filters
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.office import Officer


@pytest.fixture
def task(database, client, officer, today):
    """A task about a client for the day after tomorrow."""
    with database.transaction("Add a task") as session:
        return add_task(
            session, " Soita  kouluun. ", today + timedelta(days=2), officer.id, today, client.id
        )


def texts(database, today, filters=Filters()):  # noqa: B008 - never changed
    with database.reading() as session:
        return [row.task.text for row in open_tasks(session, today, filters)]


def test_a_task_is_listed_with_its_client(database, task, client, today):
    with database.reading() as session:
        (row,) = open_tasks(session, today)

    assert (row.task.text, row.client.id) == ("Soita kouluun.", client.id)


def test_a_task_needs_no_client(database, officer, today):
    with database.transaction() as session:
        add_task(session, "Tilaa esitteitä.", today, officer.id, today)

    with database.reading() as session:
        (row,) = open_tasks(session, today)
    assert row.client is None


@pytest.mark.parametrize(("days", "listed"), [(-29, False), (-28, True), (40, True)])
def test_a_task_is_listed_from_thirty_days_before_until_it_is_done(
    database, task, today, days, listed
):
    assert bool(texts(database, today + timedelta(days=days))) is listed


def test_the_soonest_comes_first(database, task, officer, today):
    with database.transaction() as session:
        add_task(session, "Ensin tämä.", today, officer.id, today)

    assert texts(database, today) == ["Ensin tämä.", "Soita kouluun."]


def test_a_ticked_task_is_gone_and_comes_back_when_that_is_undone(database, task, today):
    with database.transaction("Tick") as session:
        tick(session, task.id, today)
    assert texts(database, today) == []

    database.undo()

    assert texts(database, today) == ["Soita kouluun."]


def test_a_task_is_corrected_and_removed(database, task, client, today):
    with database.transaction() as session:
        change_task(session, task.id, "Soita kotiin.", today)
    assert texts(database, today) == ["Soita kotiin."]
    with database.reading() as session:
        assert [each.text for each in tasks_of(session, client.id)] == ["Soita kotiin."]

    with database.transaction() as session:
        remove_task(session, task.id)
    assert texts(database, today) == []


@pytest.mark.parametrize(("text", "field"), [("  ", "text"), ("x" * 301, "text"), ("Soita", "day")])
def test_a_task_says_what_and_when(database, officer, today, text, field):
    day = None if field == "day" else today
    with pytest.raises(InvalidInput) as refused, database.transaction() as session:
        add_task(session, text, day, officer.id, today)

    assert refused.value.field == ("due_on" if field == "day" else field)


def test_tasks_are_filtered_by_whose_they_are_and_by_the_client(database, task, officer, today):
    other = Officer(name="Pekka Esimerkki")
    with database.transaction() as session:
        session.add(other)
        session.flush()
        add_task(session, "Toisen työ.", today, other.id, today)

    assert texts(database, today, Filters(officer_id=officer.id)) == ["Soita kouluun."]
    assert texts(database, today, Filters(language="ar")) == ["Soita kouluun."]
    assert texts(database, today, Filters(language="so")) == []
    assert texts(database, today, Filters(municipality="889")) == ["Soita kouluun."]

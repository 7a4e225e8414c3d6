from datetime import date

import pytest

from kotoutus_desktop.casework.claims import claim_to_plan
from kotoutus_desktop.casework.own_tasks import add_task, tick
from kotoutus_desktop.casework.register import get_client

DAY = date(2026, 11, 24)


def year(database, on=DAY):
    with database.reading() as session:
        return claim_to_plan(session, on)


@pytest.mark.parametrize(
    ("on", "claimed"),
    [
        (date(2026, 10, 1), None),
        (date(2026, 10, 2), 2024),
        (date(2026, 12, 31), 2024),
        (date(2027, 1, 1), None),
    ],
)
def test_costs_are_claimed_within_two_years_from_their_year(database, client, on, claimed):
    assert year(database, on) == claimed


def test_nothing_is_claimed_where_nobody_can_have_caused_costs(database, client):
    with database.transaction() as session:
        get_client(session, client.id).protection = None

    assert year(database) is None


@pytest.mark.parametrize("text", ["Hae korvaukset vuodelta 2024 (70 §)", "Claim for 2024 (§ 70)"])
def test_a_task_about_it_is_enough_also_when_it_is_done(database, client, officer, text):
    with database.transaction() as session:
        task = add_task(session, text, date(2026, 12, 31), officer.id, DAY)
    assert year(database) is None
    with database.transaction() as session:
        tick(session, task.id, DAY)

    assert year(database) is None


def test_another_task_of_that_day_is_not_it(database, client, officer):
    with database.transaction() as session:
        add_task(session, "Tilinpäätös", date(2026, 12, 31), officer.id, DAY)

    assert year(database) == 2024

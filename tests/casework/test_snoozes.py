from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework.due import what_is_due
from kotoutus_desktop.casework.plans import draw_up, refer
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.snoozes import put_off, reasons_of, record_lateness, wake
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.rules.due import StepKind
from tests import casebook


def due(database, on):
    with database.reading() as session:
        return what_is_due(session, on)


def first(database, on):
    return due(database, on).rows[0]


@pytest.fixture
def snooze(database, officer, today):
    """Return a function that puts off the first row."""

    def snooze(row, days=7, reason="Asiakas on matkalla.", on=today):
        with database.transaction("Snooze") as session:
            return put_off(session, row, on + timedelta(days=days), reason, officer.id, on)

    return snooze


def test_what_is_put_off_is_out_of_the_way_until_its_day(database, client, today, snooze):
    snooze(first(database, today))

    asleep = due(database, today)
    assert (asleep.rows, [row.snooze.reason for row in asleep.snoozed]) == (
        [],
        ["Asiakas on matkalla."],
    )
    assert due(database, today + timedelta(days=6)).rows == []
    awake = due(database, today + timedelta(days=7))
    assert (len(awake.rows), awake.snoozed) == (1, [])


def test_it_can_be_woken_before(database, client, today, snooze):
    snooze(first(database, today))
    with database.transaction("Wake") as session:
        wake(session, due(database, today).snoozed[0], today)

    assert len(due(database, today).rows) == 1


def test_a_second_snooze_takes_the_place_of_the_first(database, client, today, snooze):
    row = first(database, today)
    snooze(row, 30)
    snooze(row, 2)

    assert len(due(database, today + timedelta(days=2)).rows) == 1


def test_putting_off_is_undone(database, client, today, snooze):
    snooze(first(database, today))
    database.undo()

    assert len(due(database, today).rows) == 1


@pytest.mark.parametrize(
    ("days", "reason", "field"),
    [(0, "Syy", "until"), (367, "Syy", "until"), (7, " \n ", "reason"), (7, "x" * 501, "reason")],
)
def test_a_day_to_come_and_a_reason_are_asked_for(
    database, client, today, snooze, days, reason, field
):
    with pytest.raises(InvalidInput) as refused:
        snooze(first(database, today), days, reason)

    assert refused.value.field == field
    assert len(due(database, today).rows) == 1


def test_what_is_overdue_by_the_act_stays_counted_while_it_sleeps(database, planned, today, snooze):
    later = today + timedelta(days=60)
    before = due(database, later)
    assert before.rows[0].item.kind is StepKind.REFER_TO_SERVICE
    assert before.count_overdue() == 1

    snooze(before.rows[0], on=later)

    assert due(database, later).count_overdue() == 1
    assert due(database, later).rows == []


def test_what_follows_is_not_put_off_with_it(database, planned, today, snooze):
    later = today + timedelta(days=175)
    (review,) = [r for r in due(database, later).rows if r.item.kind is StepKind.REVIEW_PLAN]
    snooze(review, on=later)
    with database.transaction() as session:
        plan = get_client(session, planned.id).plans[0]
        refer(session, plan, plan.measures[0].id, today)

    assert [row.item.kind for row in due(database, later).rows] == []
    assert [row.item.kind for row in due(database, later).snoozed] == [StepKind.REVIEW_PLAN]


def test_a_reason_of_lateness_stays_with_the_step(database, planned, officer, today):
    later = today + timedelta(days=60)
    with database.transaction("Reason") as session:
        record_lateness(session, first(database, later), " Tulkkia  ei saatu. ", officer.id, later)

    assert first(database, later).lateness.reason == "Tulkkia ei saatu."
    with database.reading() as session:
        (reason,) = reasons_of(session, planned.id)
    assert (reason.kind, reason.recorded_on) == (StepKind.REFER_TO_SERVICE, later)


def test_a_reason_of_lateness_says_something(database, planned, officer, today):
    later = today + timedelta(days=60)
    with pytest.raises(InvalidInput), database.transaction() as session:
        record_lateness(session, first(database, later), "", officer.id, later)


def test_a_draft_agreed_too_late_is_a_first_plan_made_too_late(database, assessed, officer, today):
    with database.transaction() as session:
        client = get_client(session, assessed.id)
        draw_up(session, client, officer.id, today, casebook.NOW)
    later = date(2029, 4, 1)
    row = first(database, later)
    assert (row.item.kind, row.item.overdue) == (StepKind.AGREE_PLAN, True)
    with database.transaction() as session:
        record_lateness(session, row, "Tulkki perui.", officer.id, later)

    with database.reading() as session:
        assert reasons_of(session, assessed.id)[0].kind is StepKind.MAKE_PLAN
    assert first(database, later).lateness is not None

from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework.due import EVERYBODY, due_rows, is_without_delay, what_is_due
from kotoutus_desktop.casework.plans import refer
from kotoutus_desktop.casework.reckon import keep_reckoned
from kotoutus_desktop.casework.register import get_client, store_client
from kotoutus_desktop.casework.search import Filters
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.rules.due import StepKind
from tests import casebook


def kinds(database, on, officer_id=None):
    with database.reading() as session:
        return [row.item.kind for row in due_rows(session, on, officer_id)]


def test_an_empty_office_has_nothing_to_do(database, office, today):
    assert kinds(database, today) == []


def test_whoever_waits_for_an_assessment_is_listed(database, client, today):
    assert kinds(database, today) == [StepKind.START_ASSESSMENT]


def test_a_service_without_referral_is_listed(database, planned, today):
    assert kinds(database, today) == [StepKind.REFER_TO_SERVICE]


@pytest.mark.parametrize(("days", "listed"), [(31, False), (30, True), (0, True), (-1, True)])
def test_a_review_is_listed_from_thirty_days_before(database, planned, today, days, listed):
    with database.transaction() as session:
        plan = get_client(session, planned.id).plans[0]
        refer(session, plan, plan.measures[0].id, today)
    on = date(2027, 5, 24) - timedelta(days=days)

    assert (StepKind.REVIEW_PLAN in kinds(database, on)) is listed


def test_own_clients_only_when_asked(database, client, officer, make_client, today):
    other = Officer(name="Pekka Esimerkki")
    with database.transaction() as session:
        session.add(other)
        session.flush()
        store_client(session, make_client(number="", officer_id=other.id), today)

    assert len(kinds(database, today)) == 2
    assert len(kinds(database, today, officer.id)) == 1


def test_the_most_overdue_comes_first(database, planned, make_client, officer, today):
    with database.transaction() as session:
        late = make_client(number="", officer_id=officer.id, first_granted=date(2023, 12, 1))
        store_client(session, late, today)

    with database.reading() as session:
        rows = due_rows(session, date(2027, 2, 1))
    days = [row.item.due for row in rows if row.item.due]
    assert days == sorted(days)


@pytest.fixture
def register(database, office, officer, make_client, today):
    """Return a maker of registered clients, who became known some days ago."""

    def register(days=0, **fields):
        with database.transaction() as session:
            client = casebook.registered(session, make_client(number="", **fields), officer, today)
            client.created_at = casebook.NOW - timedelta(days=days)
        return client

    return register


def listed(database, on, filters=EVERYBODY):
    with database.reading() as session:
        return what_is_due(session, on, filters)


def test_who_has_waited_longest_comes_first_and_is_told_since_when(database, register, today):
    register(2)
    longest = register(30)
    rows = listed(database, today).rows

    assert rows[0].client.id == longest.id
    assert [(today - row.waits_since).days for row in rows] == [30, 2]


def test_the_offices_own_target_is_never_counted_as_overdue(database, register, today):
    register(60)
    due = listed(database, today)

    assert due.rows[0].item.overdue
    assert is_without_delay(due.rows[0].item)
    assert due.count_overdue() == 0


@pytest.mark.parametrize(("days", "shown"), [(181, False), (180, True), (0, True)])
def test_the_three_years_are_shown_from_half_a_year_before(database, register, today, days, shown):
    register(first_granted=date(2024, 6, 1))
    on = date(2027, 6, 1) - timedelta(days=days)

    found = [row.item.kind for row in listed(database, on).rows]
    assert (StepKind.THREE_YEARS_END in found) is shown


def test_a_birthday_that_ends_a_status_is_shown_ninety_days_before(database, register, today):
    register(born=date(2009, 2, 1), came_unaccompanied=True)
    shown = [
        StepKind.TURNS_18 in [row.item.kind for row in listed(database, on).rows]
        for on in (date(2026, 11, 2), date(2026, 11, 3), date(2027, 2, 1), date(2027, 2, 2))
    ]

    assert shown == [False, True, True, False]


def test_filters_leave_out_others_and_tell_no_place_of_who_is_not_to_be_found(
    database, register, officer, today
):
    arabic = register(service_language="ar")
    register(service_language="so", home_municipality="564")
    register(service_language="so", non_disclosure=True)

    def ids(**filters):
        return [row.client.id for row in listed(database, today, Filters(**filters)).rows]

    assert ids(language="ar") == [arabic.id]
    assert ids(municipality="889") == [arabic.id]
    assert len(ids(language="so")) == 2
    assert len(ids(officer_id=officer.id)) == 3


def test_filters_hold_for_what_was_kept_as_well(database, register, today):
    register(service_language="ar")
    register(service_language="so")
    keep_reckoned(database, today)

    assert len(listed(database, today, Filters(language="so")).rows) == 1

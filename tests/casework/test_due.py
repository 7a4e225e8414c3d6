from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework.due import due_rows
from kotoutus_desktop.casework.plans import refer
from kotoutus_desktop.casework.register import get_client, store_client
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.rules.due import StepKind


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

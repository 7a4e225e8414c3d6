from datetime import date

import pytest

from kotoutus_desktop.casework import reviews
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.models.plan import Plan, PlanState, ReviewTrigger
from tests.casebook import text

HELD = date(2027, 5, 20)


@pytest.fixture
def review(database, planned, officer):
    """A plan and its review, filled."""
    with database.transaction() as session:
        plan = get_client(session, planned.id).plans[0]
        review = reviews.open_review(session, plan, officer.id, ReviewTrigger.SIX_MONTHS)
        review.reviewed_on = HELD
        review.participation = review.progress = text("On käynyt kurssilla.")
        review.hindrances = review.changes = text("Ei ole.")
        review.next_review_on = date(2027, 11, 20)
        return plan, review


def test_a_review_is_completed_and_moves_the_next_one(database, review):
    plan, held = review
    with database.transaction() as session:
        assert reviews.complete_review(session, plan, held, HELD) == []

    assert held.completed
    assert (plan.state, plan.next_review_on) == (PlanState.REVIEWED, date(2027, 11, 20))


def test_a_review_says_what_is_missing(review):
    plan, held = review
    held.progress, held.source = text(""), SourceKind.PRODUCER

    assert [each.key for each in reviews.missing(plan, held)] == ["progress", "sources"]


def test_a_plan_made_with_the_county_is_reviewed_with_it(review):
    plan, held = review
    plan.county_joined, held.county_joined = True, False

    assert [each.key for each in reviews.missing(plan, held)] == ["county"]


def test_a_half_done_review_is_gone_on_with(database, review, officer):
    plan, held = review
    with database.transaction() as session:
        again = reviews.open_review(session, plan, officer.id, ReviewTrigger.REQUEST)

    assert again is held


def test_a_draft_is_edited_not_reviewed(database, client, officer):
    plan = Plan(client_id=client.id)

    with pytest.raises(KotoutusError), database.transaction() as session:
        reviews.open_review(session, plan, officer.id, ReviewTrigger.REQUEST)


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("reviewed_on", date(2027, 5, 21)),
        ("reviewed_on", date(2026, 11, 23)),
        ("next_review_on", HELD),
        ("next_review_on", date(2027, 11, 21)),
    ],
)
def test_impossible_days_are_refused_by_field(review, field, day):
    plan, held = review
    setattr(held, field, day)

    with pytest.raises(InvalidInput) as refused:
        reviews.check_dates(plan, held, HELD)

    assert refused.value.field == field

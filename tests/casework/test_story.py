from datetime import date

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.story import EventKind, story
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import ClosingReason
from kotoutus_desktop.models.plan import Review


def kinds(client, papers=()):
    return [event.kind for event in story(client, papers)]


def test_a_new_client_has_no_story_yet(make_client):
    assert kinds(make_client()) == []


def test_the_story_tells_the_newest_first(database, planned, today):
    with database.reading() as session:
        client = get_client(session, planned.id)
    client.contacts.append(
        Contact(client_id=client.id, learned_on=date(2026, 11, 5), channel=ContactChannel.SELF)
    )
    client.plans[0].measures[0].referred_on = date(2026, 12, 12)

    assert kinds(client) == [
        EventKind.REFERRED,
        EventKind.PLAN_AGREED,
        EventKind.ASSESSMENT_COMPLETED,
        EventKind.ASSESSMENT_STARTED,
        EventKind.CONTACT,
    ]


def test_reviews_endings_and_closing_are_told(database, planned, today):
    with database.reading() as session:
        client = get_client(session, planned.id)
    plan = client.plans[0]
    plan.reviews.append(Review(client_id=client.id, reviewed_on=date(2027, 5, 20), completed=True))
    plan.ended_on, plan.copy_given_on = date(2027, 9, 1), today
    client.closed_on, client.closing_reason = date(2027, 9, 2), ClosingReason.PLAN_ENDED

    told = kinds(client)
    assert told[:3] == [EventKind.CLOSED, EventKind.PLAN_ENDED, EventKind.REVIEWED]
    assert EventKind.COPY_GIVEN in told


def test_what_carried_over_is_not_told_twice(database, planned, today):
    with database.reading() as session:
        client = get_client(session, planned.id)
    measure = client.plans[0].measures[0]
    measure.referred_on, measure.carried_from = date(2026, 12, 1), measure.id

    assert EventKind.REFERRED not in kinds(client)

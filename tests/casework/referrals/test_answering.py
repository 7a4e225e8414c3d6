from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework.due import what_is_due
from kotoutus_desktop.casework.overview import overview
from kotoutus_desktop.casework.referrals.answering import new_step, record_step
from kotoutus_desktop.casework.referrals.making import get_referral
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.plan import MeasureState
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.referrals import ReferralState


@pytest.fixture
def record(with_client, referral):
    """Return what records a state of the referral on a day; the day is also that of recording."""

    def recorded(state, on, reason="", today=None):
        def act(session, client, origin):
            found = get_referral(session, referral.id)
            step = new_step(found, state, on, origin.officer_id, today or on)
            step.reason = reason
            record_step(session, client, found, step)

        with_client(act)

    return recorded


def test_what_is_sent_is_a_referral_of_the_measure_and_the_measure_follows(
    database, client, record, today
):
    record(ReferralState.SENT, today)
    record(ReferralState.STARTED, today + timedelta(days=9))

    with database.reading() as session:
        measure = overview(session, client.id, today).client.plans[-1].goals[1].measures[0]
        assert (measure.referred_on, measure.state) == (today, MeasureState.STARTED)


@pytest.mark.parametrize(
    ("state", "days", "reason", "field"),
    [
        (ReferralState.DONE, 1, "", "state"),
        (ReferralState.SENT, 1, "", "state"),
        (ReferralState.REFUSED, 1, "", "reason"),
        (ReferralState.REFUSED, 1, "ei", "reason"),
        (ReferralState.SEEN, -1, "", "happened_on"),
        (ReferralState.SEEN, 9, "", "happened_on"),
    ],
)
def test_what_cannot_follow_is_refused_at_its_field(record, today, state, days, reason, field):
    record(ReferralState.SENT, today)

    with pytest.raises(InvalidInput) as refusal:
        record(state, today + timedelta(days=days), reason, today + timedelta(days=5))
    assert refusal.value.field == field


def test_every_answer_is_kept_with_day_reason_and_who_recorded_it(
    database, referral, record, officer, today
):
    record(ReferralState.SENT, today)
    record(ReferralState.REFUSED, today + timedelta(days=3), "Ryhmä on täynnä.")

    with database.reading() as session:
        found = get_referral(session, referral.id)
        assert [(s.state, s.happened_on, s.reason, s.officer_id) for s in found.steps] == [
            (ReferralState.SENT, today, "", officer.id),
            (ReferralState.REFUSED, today + timedelta(days=3), "Ryhmä on täynnä.", officer.id),
        ]


def test_a_referral_is_not_sent_after_its_ground_is_gone(with_client, record, today):
    def act(_session, client, _origin):
        client.plans[-1].ended_on = today

    with_client(act)

    with pytest.raises(InvalidInput) as refusal:
        record(ReferralState.SENT, today + timedelta(days=1))
    assert refusal.value.field == "ground"


def asked_for(database, day: date) -> list[tuple[date | None, bool]]:
    with database.reading() as session:
        rows = what_is_due(session, day).rows
    found = [row.item for row in rows if row.item.kind is StepKind.ASK_FOR_ANSWER]
    return [(item.due, item.overdue) for item in found]


def test_today_asks_for_the_answer_until_it_comes(database, record, today):
    due = today + timedelta(days=14)
    assert asked_for(database, today) == []

    record(ReferralState.SENT, today)
    assert asked_for(database, today) == [(due, False)]
    record(ReferralState.SEEN, today)
    assert asked_for(database, due + timedelta(days=1)) == [(due, True)]

    record(ReferralState.WAITING, today)
    assert asked_for(database, due) == []

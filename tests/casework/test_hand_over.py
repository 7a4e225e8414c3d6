from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework.hand_over import (
    Done,
    hand_over_facts,
    hand_overs,
    status_history,
    tick,
    untick,
)
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.models.circumstances import Contact, ContactChannel, JobseekerPeriod
from kotoutus_desktop.models.client import ClosingReason
from kotoutus_desktop.rules.hand_over import Item
from kotoutus_desktop.rules.status_flips import Change
from tests import casebook

LATER = timedelta(days=30)


@pytest.fixture
def lists(database):
    """Return the hand-over lists of a client on a day."""

    def read(client, on):
        with database.reading() as session:
            stored = get_client(session, client.id)
            return hand_overs(session, stored, the_office(session), on)

    return read


@pytest.fixture
def jobseeker(database, planned, today):
    """A client with a plan who became a jobseeker a week after it was agreed."""
    with database.transaction() as session:
        client = get_client(session, planned.id)
        starts = today + timedelta(days=7)
        client.jobseeker_periods = [JobseekerPeriod(client_id=client.id, starts_on=starts)]
    return planned


def test_becoming_a_jobseeker_offers_a_list(lists, jobseeker, today):
    [found] = lists(jobseeker, today + LATER)

    assert found.flip.change is Change.BECAME_JOBSEEKER
    assert found.flip.on == today + timedelta(days=7)
    assert [line.item for line in found.lines][:3] == [Item.ASSESSMENT, Item.PLAN, Item.REFERRALS]
    assert not found.is_complete
    assert lists(jobseeker, today) == []


def test_ticks_say_who_and_when_and_belong_to_one_change(
    database, lists, jobseeker, officer, today
):
    [before] = lists(jobseeker, today + LATER)
    for line in before.lines:
        with database.transaction() as session:
            tick(session, jobseeker.id, before.flip.key, line.item, officer.id, today)
            tick(session, jobseeker.id, before.flip.key, line.item, officer.id, today + LATER)

    [after] = lists(jobseeker, today + LATER)
    assert after.is_complete
    assert after.done[Item.PLAN] == Done(today, "Maija Esimerkki")

    with database.transaction() as session:
        untick(session, jobseeker.id, before.flip.key, Item.PLAN)
        client = get_client(session, jobseeker.id)
        client.jobseeker_periods[0].ends_on = today + timedelta(days=20)
    [other] = lists(jobseeker, today + LATER)
    assert other.flip.change is Change.STOPPED_BEING_JOBSEEKER
    assert other.done == {}


def test_where_the_client_lived_is_read_from_the_frozen_plan(database, lists, planned, today):
    with database.transaction() as session:
        get_client(session, planned.id).home_municipality = "564"

    [found] = lists(planned, today)

    assert (found.flip.change, found.flip.on) == (Change.MOVED, None)
    assert Item.CONSENT in [line.item for line in found.lines]


def test_under_a_non_disclosure_order_the_frozen_plan_names_no_place(
    database, assessed, officer, today
):
    with database.transaction() as session:
        get_client(session, assessed.id).non_disclosure = True
        database.visit.officer = officer.id
        database.visit.opened.add(assessed.id)
        casebook.with_plan(session, assessed.id, officer, today)
    with database.reading() as session:
        history = status_history(get_client(session, assessed.id), today)

    assert history.lived_in == ""


def test_a_case_that_was_closed_for_a_move_is_known(database, planned, today):
    with database.transaction() as session:
        client = get_client(session, planned.id)
        client.closed_on, client.closing_reason = today, ClosingReason.MOVED_AWAY
        history = status_history(client, today)

    assert history.moved_away
    assert history.closed_on == today


def test_the_office_knows_a_person_from_the_first_contact_on(database, client, today):
    with database.transaction() as session:
        stored = get_client(session, client.id)
        assert status_history(stored, today).since == date(2026, 11, 24)
        stored.contacts = [
            Contact(client_id=client.id, learned_on=date(2026, 8, 1), channel=ContactChannel.SELF)
        ]
        assert status_history(stored, today).since == date(2026, 8, 1)
        stored.contacts, stored.created_at = [], None
        assert status_history(stored, today).since == today


def test_what_decides_the_lines_is_read_from_the_records(
    database, office, client, jobseeker, today
):
    with database.transaction() as session:
        stored = get_client(session, jobseeker.id)
        facts = hand_over_facts(stored, office, today)
        assert (facts.assessed, facts.plan_valid, facts.referrals_open) == (True, True, True)
        for measure in stored.plans[0].measures:
            measure.referred_on = today
        stored.plans[0].unfinished_studies = True
        stored.came_unaccompanied, stored.born = True, date(2010, 1, 1)
        facts = hand_over_facts(stored, office, today)
        assert (facts.referrals_open, facts.studies, facts.young) == (False, True, True)
        stored.plans, stored.assessments = [], []
        bare = hand_over_facts(stored, office, today)
        assert (bare.assessed, bare.plan_valid, bare.referrals_open) == (False, False, False)

"""A client with an agreed plan, and referrals of it."""

import pytest

from kotoutus_desktop.casework.referrals.making import (
    Origin,
    empty_referral,
    referral_from_measure,
    store_referral,
)
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.rules.referrals import Ground, Receiver
from tests import casebook


@pytest.fixture
def client(database, office, officer, make_client, today):
    with database.transaction() as session:
        client = casebook.registered(session, make_client(), officer, today)
        casebook.assessed(session, client.id, officer, today)
        casebook.with_plan(session, client.id, officer, today)
    return client


@pytest.fixture
def with_client(database, client, officer, today):
    """Call a function with the session, the client and the origin of referrals, and keep it."""

    def call(act):
        with database.transaction() as session:
            found = get_client(session, client.id)
            return act(session, found, Origin(found, officer.id, today))

    return call


@pytest.fixture
def referral(with_client, today):
    """Return a stored referral to the school of the plan."""

    def act(session, client, origin):
        measure = client.plans[-1].goals[1].measures[0]
        referral = referral_from_measure(session, origin, measure.id)
        store_referral(session, client, referral, today)
        return referral

    return with_client(act)


@pytest.fixture
def make_referral():
    """Return a maker of referrals by hand, right but for what is named; not stored."""

    def make(origin, receiver=Receiver.ASSOCIATION, ground=Ground.CLIENT_ONLY, **fields):
        made = empty_referral(origin, receiver)
        made.ground, made.receiver_name = ground, "Monikko ry"
        made.what = casebook.text("Kielikahvila")
        for name, value in fields.items():
            setattr(made, name, value)
        return made

    return make

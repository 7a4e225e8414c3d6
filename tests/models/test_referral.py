from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.referral import Referral, ReferralStep
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.referrals import Ground, Receiver, ReferralState

DAY = date(2026, 11, 24)


@pytest.fixture
def client(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        referral = Referral(
            client_id=client.id,
            receiver=Receiver.SCHOOL,
            receiver_name="Utajärven kansalaisopisto",
            what=Wording.free("Kotoutumiskoulutus", "fi"),
            ground=Ground.PRODUCER,
            made_on=DAY,
        )
        session.add(referral)
        for state, day in ((ReferralState.SEEN, 26), (ReferralState.SENT, 25)):
            step = ReferralStep(
                client_id=client.id, state=state, happened_on=date(2026, 11, day), recorded_on=DAY
            )
            referral.steps.append(step)
    return client


def test_a_referral_stands_where_its_latest_step_is(database, client):
    with database.reading() as session:
        referral = session.scalars(select(Referral)).one()

        assert referral.state is ReferralState.SEEN
        assert referral.sent_on == date(2026, 11, 25)
        assert referral.what == Wording.free("Kotoutumiskoulutus", "fi")


def test_a_referral_that_was_not_sent_has_no_state():
    referral = Referral(client_id=None, made_on=DAY)

    assert (referral.state, referral.sent_on) == (None, None)


def test_referrals_go_with_the_client(database, client):
    with database.transaction() as session:
        session.delete(session.get_one(Client, client.id))

    with database.reading() as session:
        assert session.scalars(select(Referral)).all() == []
        assert session.scalars(select(ReferralStep)).all() == []

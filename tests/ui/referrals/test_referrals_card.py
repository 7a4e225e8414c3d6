"""Referrals on the client's page, and the step on Today that asks for an answer."""

from datetime import timedelta
from uuid import UUID

import pytest

from kotoutus_desktop.casework.referrals.answering import new_step, record_step
from kotoutus_desktop.casework.referrals.making import (
    Origin,
    referral_from_measure,
    referrals_of,
    store_referral,
)
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.referrals import ReferralState
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.referrals.referral_words import answer_text, is_late
from kotoutus_desktop.ui.referrals.referrals_card import ReferralsCard
from kotoutus_desktop.ui.steps import destination_of
from tests import casebook


@pytest.fixture
def client(database, office, officer, make_client, today):
    with database.transaction() as session:
        client = casebook.registered(session, make_client(), officer, today)
        casebook.assessed(session, client.id, officer, today)
        casebook.with_plan(session, client.id, officer, today)
        found = get_client(session, client.id)
        measure = found.plans[-1].goals[1].measures[0]
        referral = referral_from_measure(session, Origin(found, officer.id, today), measure.id)
        store_referral(session, found, referral, today)
        sent = new_step(referral, ReferralState.SENT, today, officer.id, today)
        record_step(session, found, referral, sent)
    return client


@pytest.fixture
def referral(database, client):
    with database.reading() as session:
        return referrals_of(session, client.id)[0]


def test_a_referral_on_the_card_opens(qtbot, workspace, client, referral):
    card = ReferralsCard(workspace)
    qtbot.addWidget(card)
    card.show_client(client.id, Phrasebook(workspace, "ar", "fi"))
    assert not card.rows.isHidden()
    with qtbot.waitSignal(card.wanted) as asked:
        card.rows.opened.emit(referral)

    assert asked.args[0] == Destination(PageName.REFERRAL, client.id, referral.id)


def test_a_referral_is_late_when_its_day_has_passed_without_an_answer(referral, today):
    later = today + timedelta(days=15)

    assert (is_late(referral, today), is_late(referral, later)) == (False, True)
    assert answer_text(referral, later).startswith("no answer")


def test_the_step_on_today_leads_to_its_referral(client):
    key = UUID(int=7)

    there = destination_of(StepKind.ASK_FOR_ANSWER, client.id, str(key))
    assert there == Destination(PageName.REFERRAL, client.id, key)
    assert destination_of(StepKind.ASK_FOR_ANSWER, client.id).page is PageName.CLIENT

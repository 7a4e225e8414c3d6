from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from kotoutus_desktop.casework.attachments import content_of
from kotoutus_desktop.casework.training.periods import missing_of
from kotoutus_desktop.demo.filling import fill
from kotoutus_desktop.models.attachment import Attachment
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.models.training import LevelOccasion, Skill, Training
from kotoutus_desktop.rules.referrals import ReferralState

TODAY = date(2026, 11, 24)


def referrals(database):
    with database.reading() as session:
        return session.scalars(select(Referral).options(selectinload(Referral.steps))).all()


def trainings(database):
    with database.reading() as session:
        return session.scalars(select(Training).options(selectinload(Training.levels))).all()


def test_referrals_stand_in_many_states(filled):
    states = {each.state for each in referrals(filled)}

    assert states >= {
        *(ReferralState.SENT, ReferralState.WAITING, ReferralState.STARTED),
        *(ReferralState.DONE, ReferralState.REFUSED),
    }
    assert any(
        each.state is ReferralState.SENT and each.answer_by < TODAY for each in referrals(filled)
    ), "one whose answer is late"


def test_training_runs_and_is_over_with_levels_of_both_tests(filled):
    found = trainings(filled)
    over = [each for each in found if each.ends_on and each.ends_on < TODAY]
    running = [each for each in found if each not in over]

    assert over
    assert running
    final = {each.level(LevelOccasion.FINAL_TEST, Skill.LISTENING) for each in over}
    assert final == {"B1.1"}
    assert all(each.level(LevelOccasion.ENTRY, Skill.READING) for each in found)
    assert all(each.onward for each in over)
    assert not any(missing_of(each, TODAY) for each in over)


def test_nothing_of_a_hidden_client_is_followed(filled):
    with filled.reading() as session:
        hidden = set(session.scalars(select(Client.id).where(Client.hides_place)))

    assert hidden
    assert hidden.isdisjoint(each.client_id for each in [*referrals(filled), *trainings(filled)])


def test_a_scan_lies_with_one_of_them_and_can_be_looked_at(filled):
    with filled.reading() as session:
        (scan,) = session.scalars(select(Attachment)).all()
        assert content_of(session, scan)


@pytest.mark.parametrize("day", [date(2027, 3, 31)])
def test_on_another_day_the_same_stands_there(tmp_path, day):
    database = Database(tmp_path / "demo.kotoutus", bytes(32))
    fill(database, day, datetime.combine(day, time(12), UTC))

    assert len({each.state for each in referrals(database)}) >= 4
    assert trainings(database)
    database.close()

from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.appointments.fees import facts_of
from kotoutus_desktop.demo.booking import TIMES
from kotoutus_desktop.models.appointment import Appointment, AppointmentState
from kotoutus_desktop.reference.holidays import is_day_off
from kotoutus_desktop.rules.fee_chain import FeeLink, fee_gaps

TODAY = date(2026, 11, 24)


@pytest.fixture
def times(filled):
    with filled.reading() as session:
        return session.scalars(select(Appointment).order_by(Appointment.held_on)).all()


def test_there_are_times_before_today_today_and_later_on_working_days(times):
    assert len(times) == len(TIMES)
    assert {each.held_on < TODAY for each in times} == {True, False}
    assert sum(each.held_on == TODAY for each in times) == 3
    assert not any(is_day_off(each.held_on) for each in times)


def test_the_times_that_were_missed_show_a_whole_chain_but_for_the_judgement_and_a_gap(
    filled, times
):
    missed = [each for each in times if each.state is AppointmentState.MISSED]
    with filled.reading() as session:
        gaps = [fee_gaps(facts_of(session, each)) for each in missed]
    assert (FeeLink.NO_EXCUSE, FeeLink.NOT_UNREASONABLE) in gaps
    assert any(FeeLink.FEE_TOLD in each for each in gaps)

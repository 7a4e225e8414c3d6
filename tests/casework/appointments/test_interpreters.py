from datetime import date

import pytest

from kotoutus_desktop.casework.appointments.interpreters import Grouping, interpreter_report
from kotoutus_desktop.models.appointment import AppointmentState, InterpreterKind

TODAY, FIRST, LAST = date(2026, 11, 24), date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def interpreted(database, make_time):
    """Return what stores an interpreted time of an hour that the client came to."""

    def make(**fields):
        usual = {
            "held_on": date(2026, 11, 12),
            "interpreter_kind": InterpreterKind.VIDEO,
            "interpreter_language": "ar",
            "interpreter_agency": "Tulkkitie",
            "interpreter_cost": 5000,
            "state": AppointmentState.CAME,
        }
        time = make_time(**(usual | fields))
        with database.transaction() as session:
            session.add(time)
        return time

    return make


@pytest.fixture
def report(database):
    def make():
        with database.reading() as session:
            return interpreter_report(session, FIRST, LAST, TODAY)

    return make


def test_hours_are_those_that_are_paid_and_costs_those_that_are_known(interpreted, report):
    interpreted()
    interpreted(interpreter_minutes=120, interpreter_cost=None)

    whole = report().whole
    assert (whole.used, whole.minutes, whole.cost, whole.unknown) == (2, 180, 5000, 1)


def test_who_did_not_come_and_what_was_cancelled_at_a_cost_is_not_used(interpreted, report):
    interpreted(state=AppointmentState.MISSED)
    interpreted(state=AppointmentState.CANCELLED)
    interpreted(state=AppointmentState.CANCELLED, interpreter_cost=None)

    assert (report().whole.used, report().whole.unused) == (0, 2)


def test_only_marked_times_with_an_interpreter_in_the_period_count(interpreted, report):
    interpreted(state=AppointmentState.BOOKED)
    interpreted(state=AppointmentState.BOOKED, held_on=date(2026, 12, 1))
    interpreted(interpreter_kind=None)
    interpreted(held_on=date(2025, 12, 31))

    assert report().whole.times == 0
    assert report().unmarked == 1


def test_each_grouping_adds_up_to_the_whole(interpreted, report):
    interpreted()
    interpreted(interpreter_language="so", interpreter_agency=" Toinen ")
    interpreted(held_on=date(2026, 3, 2), interpreter_agency="")

    found = report()
    for lines in found.lines.values():
        assert sum(line.minutes for line in lines) == found.whole.minutes
        assert sum(line.cost for line in lines) == found.whole.cost
    assert [line.key for line in found.lines[Grouping.MONTH]] == ["2026-03", "2026-11"]
    assert [line.key for line in found.lines[Grouping.LANGUAGE]] == ["ar", "so"]
    assert [line.key for line in found.lines[Grouping.AGENCY]] == ["", "Toinen", "Tulkkitie"]

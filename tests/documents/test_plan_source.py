from collections.abc import Callable
from datetime import date

import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.plan_source import PlanSource, period
from kotoutus_desktop.documents.said import Day, Words
from kotoutus_desktop.documents.words import MEASURES

Make = Callable[..., PlanSource]


@pytest.mark.parametrize(
    ("born", "minor"),
    [(date(2008, 11, 24), False), (date(2008, 11, 25), True), (None, False)],
)
def test_a_client_is_a_minor_until_the_eighteenth_birthday(
    make_source: Make, case: Case, born: date | None, minor: bool
) -> None:
    case.client.born = born

    assert make_source().client_is_minor is minor


def test_an_interpreter_is_known_from_the_client_or_the_plan(make_source: Make, case: Case) -> None:
    assert case.plan is not None
    case.plan.rights_interpreted = case.client.interpreter_needed = False
    assert make_source().is_interpreted
    case.plan.participants.clear()
    assert not make_source().is_interpreted


def test_a_time_may_be_open_at_either_end() -> None:
    first, last = date(2027, 1, 1), date(2027, 2, 1)

    assert period(first, None) == Words(MEASURES.starting, {"start": Day(first)})
    assert period(None, last) == Words(MEASURES.ending, {"end": Day(last)})
    assert period(first, first) == Day(first)
    assert period(None, None) is None

from collections.abc import Callable
from datetime import date

import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.plan_source import PlanSource, named, period
from kotoutus_desktop.documents.rows import Line
from kotoutus_desktop.documents.said import Day, Plain, Words
from kotoutus_desktop.documents.words import MEASURES
from kotoutus_desktop.phrases.wording import Wording

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


def test_a_text_that_the_office_has_in_one_language_stands_for_both(make_source: Make) -> None:
    assert make_source(official="sv").official_text("kunta", "kommun") == "kommun"
    assert make_source(official="sv").official_text("kunta", "") == "kunta"
    assert make_source(official="fi").official_text("", "kommun") == "kommun"


def test_a_place_is_not_told_under_non_disclosure(make_source: Make, hidden_case: Case) -> None:
    wording = Wording.of("P-030", language="ar", hours="70", place="Piilolan kirjasto")

    assert make_source().wording(wording) == wording
    assert make_source(hidden_case).wording(wording).slots == {
        "language": "ar",
        "hours": "70",
        "place": "–",
    }


def test_what_is_empty_gives_no_line(make_source: Make) -> None:
    assert make_source().lines(Wording()) == []
    assert make_source().typed("  ", MEASURES.extent) == []
    assert named(" ", MEASURES.provider) == []
    assert named(" OSAO ", MEASURES.provider) == [Line(Plain("OSAO"), MEASURES.provider)]


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

from collections.abc import Callable

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.plan_source import PlanSource
from kotoutus_desktop.documents.rows import Line
from kotoutus_desktop.documents.said import Plain
from kotoutus_desktop.documents.source import named
from kotoutus_desktop.documents.words import MEASURES
from kotoutus_desktop.phrases.wording import Wording

Make = Callable[..., PlanSource]


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

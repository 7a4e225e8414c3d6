from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.course_schedule import course_schedule
from kotoutus_desktop.documents.course_schedule_pdf import course_schedule_pdf
from kotoutus_desktop.models.orientation import Course
from tests.documents.conftest import case_of, squashed
from tests.documents.courses import course, pages, strays
from tests.typesetting.reading import by_pdfium
from tests.typesetting.tree import faults_of


def printed(case: Case, of: Course | None = None, **edition: Any) -> bytes:
    wanted = {"official": "fi", "other": "ar"} | edition
    records = (case.office, case.officer, case.client, of or course())
    return course_schedule_pdf(course_schedule(*records, **wanted))


def left_of(pdf: bytes, text: str) -> float:
    """Return how far from the left edge of the first page a text begins."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    found = page.search(text).get_next()
    assert found is not None, text
    return float(page.get_charbox(found[0])[0])


@pytest.mark.parametrize("other", ["ar", "ti", "th", None])
def test_a_course_of_twelve_weeks_is_one_page_without_fault(case: Case, other: str | None) -> None:
    pdf = printed(case, other=other)

    assert pages(pdf) == 1
    assert faults_of(pdf) == []


def test_the_week_runs_as_the_language_does(case: Case) -> None:
    arabic, somali = printed(case), printed(case, other="so")

    assert left_of(arabic, "tiistai") > left_of(arabic, "torstai")
    assert left_of(somali, "tiistai") < left_of(somali, "torstai")


def test_what_the_office_typed_stands_there_and_says_its_language(case: Case) -> None:
    case.client.interpreter_needed = False
    text = squashed(by_pdfium(printed(case, other="so")))

    assert squashed("Kirjasto on torin reunalla.") in text
    assert squashed("af Finnish oo keliya") in text


def test_large_print_has_as_many_pages_as_it_takes(case: Case) -> None:
    pdf = printed(case, large=True)

    assert pages(pdf) > 1
    assert faults_of(pdf) == []


def test_the_same_course_gives_the_same_bytes(case: Case) -> None:
    of = course()

    assert printed(case, of) == printed(case, of)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    meetings=some.integers(0, 50),
    place=some.text("abcdefgh åÄ,1", max_size=200),
    large=some.booleans(),
    other=some.sampled_from(["ar", "my", "so", None]),
)
def test_nothing_leaves_the_page(meetings: int, place: str, large: bool, other: str | None) -> None:
    case = case_of("two_surnames_year_only.json")
    of = course(meetings)
    of.place = place.strip()
    for meeting in of.meetings[:1]:
        meeting.place = place.strip()

    assert strays(printed(case, of, other=other, large=large)) == []

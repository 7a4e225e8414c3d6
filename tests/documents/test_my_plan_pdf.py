"""My plan is one page in every language, however much the plan holds."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.columns import Column
from kotoutus_desktop.documents.my_plan import MyPlan, my_plan
from kotoutus_desktop.documents.my_plan_pdf import MOST_BOXES, UNDER, my_plan_pdf
from kotoutus_desktop.errors import NotPrintable
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.phrases.library import Library

Read = Callable[[bytes], list[str]]
Elements = Callable[[bytes], list[tuple[str, str, str]]]
every_language = pytest.mark.parametrize("language", CLIENT_LANGUAGES)


def made(case: Case, **edition: Any) -> MyPlan:
    assert case.plan is not None
    wanted: Any = {"official": "fi", "other": "sv", "library": case.library, **edition}
    return my_plan(case.office, case.officer, case.client, case.plan, **wanted)


def crowded(page: MyPlan) -> MyPlan:
    """Return the page with eight measures."""
    others = [replace(box, number=f"4.{n}") for n, box in enumerate(page.measures, start=1)]
    return replace(page, measures=(*page.measures, *others))


def sizes(content: bytes) -> list[float]:
    """Return the sizes of the letters of the text on the first page, the smallest first."""
    document = pypdfium2.PdfDocument(content)
    (page, *_others) = document
    drawn = page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    found = sorted(each.get_font_size() for each in drawn)
    page.close()
    document.close()
    return found


def figures(content: bytes) -> list[str]:
    with pikepdf.open(BytesIO(content)) as document:
        elements = [each for each in document.objects if isinstance(each, pikepdf.Dictionary)]
        return [str(each.Alt) for each in elements if each.get("/S") == "/Figure"]


@every_language
def test_it_is_one_page_with_its_pictures(case: Case, language: str, elements: Elements) -> None:
    official = "sv" if language == "fi" else "fi"

    page = made(case, official=official, other=language)

    content = my_plan_pdf(crowded(replace(page, sheet=replace(page.sheet, in_english=True))))

    with pikepdf.open(BytesIO(content)) as document:
        assert len(document.pages) == 1
    counted = Counter(tag for tag, _, _ in elements(content))
    assert counted["H1"] == 1
    assert counted["H2"] == 2
    assert counted["Figure"] >= 7


@every_language
def test_in_large_print_it_is_as_large_as_it_says_and_whole(
    case: Case, language: str, read_pdf: Read
) -> None:
    official = "sv" if language == "fi" else "fi"
    page = crowded(made(case, official=official, other=language, large=True))
    content = my_plan_pdf(replace(page, sheet=replace(page.sheet, in_english=True)))

    pages = read_pdf(content)

    text = "".join(pages).replace("\xa0", " ")
    assert len(pages) > 1
    assert all(box.number in text for box in page.measures)
    assert page.phone in text
    assert sizes(content)[0] >= 1.6 * UNDER
    for number, shown in enumerate(pages[1:], start=2):
        assert case.client.given_names in shown, number


@pytest.mark.parametrize("language", ["es", "et", "fr", "ku", "ru", "so", "sq", "tr", "uk", "vi"])
def test_no_word_of_a_date_is_cut_in_large_print(case: Case, language: str, read_pdf: Read) -> None:
    page = made(case, other=language, large=True)
    sheet = replace(page.sheet, in_english=True)

    text = "".join(read_pdf(my_plan_pdf(replace(page, sheet=sheet))))

    column = Column(sheet, language)
    dates = [column.say(date) for box in page.measures for date in box.dates]
    assert dates
    assert [word for date in dates for word in date.split() if word not in text] == []


def test_at_most_six_boxes_stand_on_it_and_the_rest_by_number(case: Case, read_pdf: Read) -> None:
    page = crowded(made(case, other=None))

    (text,) = read_pdf(my_plan_pdf(page))

    assert len(page.measures) == MOST_BOXES + 2
    assert "Numerot suunnitelmassa: 4.3 ja 4.4" in text
    assert "\n4.2" in text


def test_pictures_say_what_they_stand_for(case: Case) -> None:
    said = figures(my_plan_pdf(made(case, other=None)))

    assert {"Kotoutumiskoulutus", "Kuka auttaa minua", "Seuraava tapaaminen"} <= set(said)
    assert "Puhelin: +358 40 555 0101" in said


def test_both_languages_stand_on_it(case: Case, read_pdf: Read) -> None:
    (text,) = read_pdf(my_plan_pdf(made(case)))

    for words in ("Min plan", "Minun suunnitelmani", "Maija Esimerkki", "Alkaa: 11.1.2027"):
        assert words in text


def test_what_only_repeats_the_kind_is_left_out(case: Case, read_pdf: Read) -> None:
    (text,) = read_pdf(my_plan_pdf(made(case, other=None)))

    assert text.count("Kotoutumiskoulutus") == 1


def test_a_long_date_is_divided_between_its_words(hidden_case: Case, read_pdf: Read) -> None:
    (text,) = read_pdf(my_plan_pdf(made(hidden_case, other="es")))

    assert text.count("noviembre") == 1


def test_no_place_is_printed_under_non_disclosure(hidden_case: Case, read_pdf: Read) -> None:
    (text,) = read_pdf(my_plan_pdf(made(hidden_case)))

    assert hidden_case.plan is not None
    for measure in hidden_case.plan.measures:
        for hidden in (measure.provider, measure.what.slots.get("place", "")):
            assert not hidden or hidden not in text
    for hidden in (hidden_case.client.street, hidden_case.client.town, hidden_case.client.phone):
        assert not hidden or hidden not in text


def test_a_plan_without_measures_and_dates_is_still_a_page(case: Case, read_pdf: Read) -> None:
    assert case.plan is not None
    case.plan.goals.clear()
    case.plan.next_review_on = None

    (text,) = read_pdf(my_plan_pdf(made(case)))

    assert "Min plan" in text
    assert "Vad jag gör" not in text


def test_a_page_with_gaps_is_not_drawn(case: Case) -> None:
    with pytest.raises(NotPrintable):
        my_plan_pdf(made(case, library=Library([])))


def test_the_same_plan_has_the_same_bytes(case: Case) -> None:
    assert my_plan_pdf(made(case)) == my_plan_pdf(made(case))

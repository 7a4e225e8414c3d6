"""A form has every question in both languages, boxes to cross and lines to write on."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.blank_form import BlankForm, intake_form, plan_form
from kotoutus_desktop.documents.blank_form_pdf import LINE_HEIGHT, MILLIMETRE, blank_form_pdf
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.words import HEAD
from kotoutus_desktop.errors import NotPrintable
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES, documents_catalog

Read = Callable[[bytes], list[str]]
Elements = Callable[[bytes], list[tuple[str, str, str]]]
Make = Callable[..., BlankForm]
every_language = pytest.mark.parametrize("language", CLIENT_LANGUAGES)
FOOTER = 50.0
SIDE = 36.0
both_forms = pytest.mark.parametrize("make", [intake_form, plan_form])


@every_language
@both_forms
def test_a_form_is_a_few_pages_in_every_language(
    case: Case, make: Make, language: str, elements: Elements
) -> None:
    official = "sv" if language == "fi" else "fi"
    form = make(case.office, official=official, other=language, client=case.client)

    content = blank_form_pdf(replace(form, sheet=replace(form.sheet, in_english=True)))

    with pikepdf.open(BytesIO(content)) as document:
        assert 2 <= len(document.pages) <= 4
    counted = Counter(tag for tag, _, _ in elements(content))
    assert counted["H1"] == 2
    assert counted["H2"] == 2 * len(form.sections)
    choices = [question.choices for part in form.sections for question in part.questions]
    assert counted["Figure"] == sum(map(len, choices))


@both_forms
def test_every_question_stands_in_both_languages(
    case: Case, make: Make, read_pdf: Read, squash: Callable[[str], str]
) -> None:
    form = make(case.office, official="fi", other="sv")

    text = squash("".join(read_pdf(blank_form_pdf(form))))

    for language in ("fi", "sv"):
        for section in form.sections:
            for question in section.questions:
                said = documents_catalog(language).text(question.text)
                assert said is not None
                assert squash(said) in text


@pytest.mark.parametrize("language", ["ar", "my", "ru", "th", "ur"])
@both_forms
def test_a_form_in_large_print_has_everything_and_keeps_to_the_page(
    case: Case, make: Make, language: str, elements: Elements
) -> None:
    usual = make(case.office, official="fi", other=language, client=case.client)
    large = make(case.office, official="fi", other=language, client=case.client, large=True)

    content = blank_form_pdf(large)

    assert [text for *_, text in elements(content)] == [
        text for *_, text in elements(blank_form_pdf(usual))
    ]
    document = pypdfium2.PdfDocument(content)
    assert 4 <= len(document) <= 9
    for page in document:
        texts = page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
        right = max(text.get_bounds()[2] for text in texts)
        assert right < page.get_width() - SIDE
        page.close()
    document.close()


def test_a_form_in_one_language_is_made_too(case: Case, read_pdf: Read) -> None:
    text = "".join(read_pdf(blank_form_pdf(intake_form(case.office, official="sv", other=None))))

    assert "Ja" in text
    assert "Kyllä" not in text


def test_there_is_room_for_a_line_of_handwriting() -> None:
    assert LINE_HEIGHT / MILLIMETRE >= 8


@both_forms
def test_a_question_is_not_parted_from_its_lines(case: Case, make: Make) -> None:
    content = blank_form_pdf(make(case.office, official="fi", other="sv"))

    document = pypdfium2.PdfDocument(content)
    for page in list(document)[:-1]:
        lowest = {pypdfium2.raw.FPDF_PAGEOBJ_TEXT: 1000.0, pypdfium2.raw.FPDF_PAGEOBJ_PATH: 1000.0}
        for drawn in page.get_objects():
            bottom = drawn.get_bounds()[1]
            if bottom > FOOTER:
                lowest[drawn.type] = min(lowest.get(drawn.type, 1000.0), bottom)
        assert lowest[pypdfium2.raw.FPDF_PAGEOBJ_PATH] < lowest[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
        page.close()
    document.close()


@both_forms
def test_no_name_is_printed_under_non_disclosure(
    hidden_case: Case, make: Make, read_pdf: Read
) -> None:
    client = hidden_case.client
    form = make(hidden_case.office, official="fi", other="uk", client=client)

    shown = replace(form, sheet=replace(form.sheet, languages=("fi",), notes=()))
    text = "".join(read_pdf(blank_form_pdf(shown)))

    assert client.number in text
    assert client.family_names not in text
    assert not client.phone or client.phone not in text


def test_a_form_with_gaps_is_not_drawn(case: Case) -> None:
    form = intake_form(case.office, official="fi", other="sv")
    broken = replace(form, sheet=replace(form.sheet, title=Words(HEAD.title + "?")))

    with pytest.raises(NotPrintable):
        blank_form_pdf(broken)


def test_the_same_form_has_the_same_bytes(case: Case) -> None:
    form = intake_form(case.office, official="fi", other="sv")

    assert blank_form_pdf(form) == blank_form_pdf(form)

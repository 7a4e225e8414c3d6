"""Every paper in every language, as a screen reader meets it.

The usual run takes the plan and one more paper in each language, the other papers, official
languages and large print by turns; -m whole takes all that there are.
"""

from datetime import date
from functools import cache
from io import BytesIO
from itertools import product

import pikepdf
import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents import words
from kotoutus_desktop.documents.recovery_sheet import RecoverySheet, recovery_sheet_pdf
from kotoutus_desktop.documents.specimen import specimen_pdf
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES, documents_catalog
from kotoutus_desktop.typesetting.writing import writing_of
from tests.documents.conftest import squashed
from tests.documents.papers import PAPERS
from tests.typesetting.reading import spoken
from tests.typesetting.tree import elements, faults_of

OFFICIAL = ("fi", "sv")
OTHERS = [name for name in PAPERS if name != "plan"]
FEWEST_KNOWN_TEXTS = 4


def every_paper() -> list[object]:
    """Return all papers of all editions; those that the usual run leaves out are marked."""
    made = []
    for place, language in enumerate(CLIENT_LANGUAGES):
        officials = [official for official in OFFICIAL if official != language]
        usual = {("plan", officials[place % len(officials)], place % 4 > 1)}
        other = OTHERS[place % len(OTHERS)]
        usual.add((other, officials[-1 - place % len(officials)], place % 4 < 2))
        for edition in product(PAPERS, officials, (False, True)):
            marks = () if edition in usual else pytest.mark.whole
            made.append(pytest.param(*edition, language, marks=marks))
    return made


@cache
def fixed_texts(language: str) -> dict[str, str]:
    """Return the fixed texts of a language without gaps, as they are found on paper."""
    said = [documents_catalog(language).text(text) or "" for text in words.every_text()]
    return {squashed(text): language for text in said if "{" not in text}


def wrongly_tagged(pdf: bytes, official: str, language: str) -> list[tuple[str, str, str]]:
    """Return what is said in one of two languages and tagged as something else."""
    first, second = fixed_texts(official), fixed_texts(language)
    alone = {text: first.get(text) or second[text] for text in first.keys() ^ second.keys()}
    told = [(tag, spoken_in, squashed(text).rstrip(":")) for tag, spoken_in, text in spoken(pdf)]
    known = [(alone[text], each) for each in told for text in [each[2]] if text in alone]
    for each in (official, language):
        assert sum(wanted == each for wanted, _ in known) >= FEWEST_KNOWN_TEXTS, each
    return [each for wanted, each in known if each[1] != writing_of(wanted).tag]


@pytest.mark.parametrize(("name", "official", "large", "language"), every_paper())
def test_a_paper_is_tagged_without_fault_and_each_text_in_its_language(
    case: Case, name: str, official: str, large: bool, language: str
) -> None:
    pdf = PAPERS[name](case, official=official, other=language, large=large)

    assert faults_of(pdf) == []
    assert wrongly_tagged(pdf, official, language) == []


@pytest.mark.parametrize(
    "language",
    [
        pytest.param(language, marks=() if place % 4 == 0 else pytest.mark.whole)
        for place, language in enumerate(CLIENT_LANGUAGES)
    ],
)
def test_the_specimen_is_tagged_without_fault(language: str) -> None:
    assert faults_of(specimen_pdf(language)) == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_recovery_sheet_is_tagged_without_fault(language: str) -> None:
    set_interface_language(language)
    sheet = RecoverySheet("2QDV7-DWTT8", "Utajärvi", "asiakkaat.kotoutus", date(2026, 11, 24))

    pdf = recovery_sheet_pdf(sheet)

    assert faults_of(pdf) == []
    assert {spoken_in for _, spoken_in, _ in spoken(pdf)} == {language}


@pytest.mark.parametrize(("other", "tag"), [("ar", "ar"), ("so", "und-Arab"), ("ur", "ur")])
def test_a_name_in_arabic_letters_is_no_finnish(case: Case, other: str, tag: str) -> None:
    pdf = PAPERS["plan"](case, official="fi", other=other)

    names = {told for _, told, text in spoken(pdf) if text == case.client.own_script_name}

    assert names == {tag}


def test_a_text_that_does_not_say_its_language_is_found(case: Case) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(PAPERS["invitation"](case, official="fi", other="so"))) as document:
        for each, language in list(elements(document.Root.StructTreeRoot)):
            if language == "so":
                del each.Lang
        document.save(target)

    assert ("H1", "fi", "Casuumadballan") in wrongly_tagged(target.getvalue(), "fi", "so")

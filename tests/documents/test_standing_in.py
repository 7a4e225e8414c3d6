"""A text that was reviewed and is out of date: it blocks, or stands in English by choice."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kotoutus_desktop.documents.problems import ProblemKind, problems
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.documents.words import GOALS, HEAD
from kotoutus_desktop.errors import NotPrintable
from kotoutus_desktop.phrases.catalog import OfficeLayer, lay_over
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.wording import Wording

Make = Callable[..., Sheet]
PHRASE = "P-030"


@pytest.fixture(autouse=True)
def stale() -> Iterator[None]:
    """A phrase and two fixed texts are out of date in Russian and Arabic."""
    phrase = library().get(PHRASE)
    keys = {(PHRASE, phrase.english), (None, GOALS.goal), (None, HEAD.title)}
    layer = OfficeLayer(stale=frozenset(keys))
    lay_over(lambda language: layer if language in ("ru", "ar") else OfficeLayer())
    yield
    lay_over(lambda _language: OfficeLayer())


@pytest.fixture
def make(make_sheet: Make, case) -> Make:
    case.plan.measures[1].what = Wording.of(PHRASE, language="fi", hours="70", place="Kirjasto")
    return make_sheet


@pytest.mark.parametrize("language", ["ru", "ar"])
def test_what_is_out_of_date_is_named_and_blocks(make: Make, language: str) -> None:
    found = [each for each in problems(make(other=language)) if each.blocks]

    assert {each.kind for each in found} == {ProblemKind.STALE}
    assert {each.language for each in found} == {language}
    assert ("2.2", PHRASE) in {(each.row, each.what) for each in found}
    with pytest.raises(NotPrintable):
        sheet_pdf(make(other=language))


@pytest.mark.parametrize("language", ["ru", "ar"])
@pytest.mark.parametrize("only_other", [False, True])
def test_english_stands_in_where_the_counsellor_chose_so(
    make: Make, read_pdf, squash, language: str, only_other: bool
) -> None:
    sheet = replace(make(other=language, only_other=only_other), in_english=True)
    found = problems(sheet)

    assert not [each for each in found if each.blocks]
    assert ("2.2", PHRASE) in {
        (each.row, each.what) for each in found if each.kind is ProblemKind.IN_ENGLISH
    }
    text = squash("".join(read_pdf(sheet_pdf(sheet))))
    english = library().get(PHRASE).pattern("en").partition("{")[0]
    assert squash(english) in text
    assert squash(HEAD.title) in text
    if language == "ru":
        assert squash("(английский)") in text


def test_the_official_column_never_stands_in_english(make: Make) -> None:
    sheet = replace(make(other="ru"), in_english=True)

    assert not [each for each in problems(sheet) if each.language == "fi" and each.blocks]
    kinds = {each.kind for each in problems(sheet) if each.language == "fi"}
    assert ProblemKind.IN_ENGLISH not in kinds


def test_without_a_gap_nothing_changes(make_sheet: Make) -> None:
    lay_over(lambda _language: OfficeLayer())

    plain = make_sheet(other="ru")
    assert sheet_pdf(plain) == sheet_pdf(replace(plain, in_english=True))

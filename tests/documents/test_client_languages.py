"""The same plan in every client language: every letter has a glyph, and the text is copied out."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from kotoutus_desktop.documents import words
from kotoutus_desktop.documents.columns import Column
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.phrases.catalog import (
    CLIENT_LANGUAGES,
    RIGHT_TO_LEFT,
    documents_catalog,
    phrase_catalog,
)
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.typesetting import missing_characters

Read = Callable[[bytes], list[str]]
Elements = Callable[[bytes], list[tuple[str, str, str]]]
Squash = Callable[[str], str]
LEFT_TO_RIGHT_SHARE, RIGHT_TO_LEFT_SHARE = 0.99, 0.9
every_language = pytest.mark.parametrize("language", CLIENT_LANGUAGES)


def share_wanted(language: str) -> float:
    return RIGHT_TO_LEFT_SHARE if language in RIGHT_TO_LEFT else LEFT_TO_RIGHT_SHARE


def sheet_in(make_sheet: Callable[..., Sheet], language: str) -> Sheet:
    return make_sheet(official="sv" if language == "fi" else "fi", other=language)


def statements(sheet: Sheet, language: str) -> list[str]:
    """Return what a column says of the plan itself."""
    column = Column(sheet, language)
    lines = [line for part in sheet.parts for row in part.rows for line in row.lines]
    return [spoken.text for line in lines for spoken in column.spoken(line)]


@every_language
def test_every_message_and_phrase_has_its_glyphs(language: str) -> None:
    fixed, phrases = documents_catalog(language), phrase_catalog(language)
    texts = [fixed.text(text) or "" for text in words.every_text()]
    texts += [phrases.text(each.english, each.code) or "" for each in library().phrases]

    assert all(texts)
    assert missing_characters("".join(texts), language) == set()


@every_language
def test_the_words_of_the_plan_can_be_copied(
    make_sheet: Callable[..., Sheet], read_pdf: Read, squash: Squash, language: str
) -> None:
    sheet = sheet_in(make_sheet, language)

    printed = squash("".join(read_pdf(sheet_pdf(sheet))))

    said = {squash(word) for text in statements(sheet, language) for word in text.split()}
    found = [word for word in said if word in printed]
    assert len(found) / len(said) >= share_wanted(language), said - set(found)


@every_language
def test_the_structure_says_everything_in_the_language(
    make_sheet: Callable[..., Sheet], elements: Elements, squash: Squash, language: str
) -> None:
    sheet = sheet_in(make_sheet, language)

    content = sheet_pdf(sheet)

    found = elements(content)
    assert found[0][0] == "Document"
    assert [tag for tag, _, _ in found].count("Table") == len(sheet.parts)
    if language in RIGHT_TO_LEFT:
        in_order = [squash(text) for _, _, text in found]
        for text in statements(sheet, language):
            assert any(squash(text) in element for element in in_order), text
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            assert unmarked_text(page) == 0


def unmarked_text(page: pikepdf.Page) -> int:
    """Return how many times text is drawn outside all marked content."""
    depth = unmarked = 0
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        depth += (name in ("BDC", "BMC")) - (name == "EMC")
        unmarked += depth == 0 and name in ("Tj", "TJ")
    return unmarked

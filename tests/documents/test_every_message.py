"""Every message and phrase of every language, printed and read again by two readers of PDF."""

import re
from pathlib import Path

import pytest

from kotoutus_desktop.documents import words
from kotoutus_desktop.phrases.catalog import (
    CLIENT_LANGUAGES,
    RIGHT_TO_LEFT,
    documents_catalog,
    phrase_catalog,
)
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.typesetting import (
    Paragraph,
    build_pdf,
    isolate_latin_pieces,
    missing_characters,
    style_for,
)
from tests.typesetting.reading import HAS_POPPLER, by_pdfium, by_poppler, inked

SHARE = 0.99
LANGUAGES = (*CLIENT_LANGUAGES, "fi", "sv", "en")
_SLOT = re.compile(r"\{\w+\}")
# signs at the edge of a right-to-left word are told apart from it by poppler
_SIGNS = re.compile(r"[^\w\s\u200c\u064b-\u0655\u0670\u0900-\u0dff\u0e00-\u0e7f\u1000-\u109f]")

every_language = pytest.mark.parametrize("language", dict.fromkeys(LANGUAGES))


def every_message(language: str) -> list[str]:
    """Return everything that the catalogs of a language say, with a number in each gap."""
    fixed, phrases = documents_catalog(language), phrase_catalog(language)
    texts = [fixed.text(text) or "" for text in words.every_text()]
    texts += [phrases.text(each.english, each.code) or "" for each in library().phrases]
    return [_SLOT.sub("12", text) for text in texts]


def printed(texts: list[str], language: str) -> bytes:
    style = style_for(language, 10.5)
    story = [Paragraph(isolate_latin_pieces(text, language), style) for text in texts]
    return build_pdf(story, title="Plan", language=language)


def words_of(texts: list[str]) -> list[str]:
    said = (inked(word) for text in texts for word in _SIGNS.sub(" ", text).split())
    return [word for word in said if word]


def share_found(wanted: list[str], read: str) -> float:
    text = inked(read)
    return sum(word in text for word in wanted) / len(wanted)


@every_language
def test_every_message_is_printed_and_its_words_are_found_again(
    language: str, tmp_path: Path
) -> None:
    texts = every_message(language)
    assert all(texts)
    assert missing_characters("".join(texts), language) == set()

    pdf, wanted = printed(texts, language), words_of(texts)

    shares = [share_found(wanted, by_pdfium(pdf))]
    if HAS_POPPLER:
        shares.append(share_found(wanted, by_poppler(pdf, tmp_path)))
    # poppler in raw mode sets what stands in right-to-left text as it likes
    assert (max if language in RIGHT_TO_LEFT else min)(shares) >= SHARE

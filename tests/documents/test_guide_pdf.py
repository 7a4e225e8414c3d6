from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest

from kotoutus_desktop.documents.guide_pdf import guide_pdf
from kotoutus_desktop.i18n import INTERFACE_LANGUAGES
from kotoutus_desktop.typesetting import missing_characters
from kotoutus_desktop.ui.help.books import Book, read_book
from tests.typesetting.tree import faults_of

VERSION = "Kotoutus Desktop 1.2.3"


def made_of(book: Book, language: str) -> bytes:
    text = read_book(book, language)
    return guide_pdf(text.text, f"Title of {book}", VERSION, text.language)


def pages_of(made: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(made)]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("book", [Book.HELP, Book.ADMINISTRATOR])
def test_a_text_is_soundly_tagged_in_each_language(book: Book, language: str) -> None:
    assert faults_of(made_of(book, language)) == []


def test_the_paper_says_what_it_is_of_which_version_and_on_which_page() -> None:
    first, *_rest, last = pages_of(made_of(Book.ADMINISTRATOR, "fi"))

    assert first.startswith("Title of administrator")
    assert VERSION in first
    assert "Sivu 1/" in first
    assert f"Sivu {len(_rest) + 2}/" in last


def test_no_mark_of_the_source_is_printed() -> None:
    text = "\n".join(pages_of(made_of(Book.ADMINISTRATOR, "en")))

    assert "**" not in text
    assert "`" not in text
    assert "{#" not in text
    assert "| " not in text
    assert "%LOCALAPPDATA%\\kotoutus-desktop" in text


def test_every_topic_is_in_the_outline() -> None:
    with (
        pikepdf.open(BytesIO(made_of(Book.ADMINISTRATOR, "sv"))) as pdf,
        pdf.open_outline() as tree,
    ):
        titles = [item.title for item in tree.root[0].children]

    topics = read_book(Book.ADMINISTRATOR, "sv").entries
    assert titles == [entry.label for entry in topics]


def test_every_letter_can_be_printed() -> None:
    for book in Book:
        for language in INTERFACE_LANGUAGES:
            text = read_book(book, language)
            assert missing_characters(text.text, text.language) == set()


def test_the_same_text_gives_the_same_bytes() -> None:
    assert made_of(Book.NEW, "en") == made_of(Book.NEW, "fi")

import pytest

from kotoutus_desktop import __version__
from kotoutus_desktop.i18n import INTERFACE_LANGUAGES
from kotoutus_desktop.ui.help.books import Book, read_book
from kotoutus_desktop.ui.help.topics import ICONS

every_language = pytest.mark.parametrize("language", INTERFACE_LANGUAGES)


@every_language
def test_each_text_begins_with_its_first_topic_and_shows_no_anchor(language: str) -> None:
    for book in Book:
        read = read_book(book, language)
        assert read.text.lstrip().startswith(f"## {read.entries[0].label}\n")
        assert "{#" not in read.text


@every_language
def test_topics_stand_in_the_order_of_the_text(language: str) -> None:
    for book in Book:
        read = read_book(book, language)
        headings = [line[3:] for line in read.text.splitlines() if line.startswith("## ")]
        assert [entry.label for entry in read.entries] == headings


def test_the_help_has_the_topics_of_the_pages() -> None:
    assert [entry.key for entry in read_book(Book.HELP, "fi").entries] == list(ICONS)


def test_what_is_new_is_told_by_version_in_english() -> None:
    read = read_book(Book.NEW, "fi")

    assert read.language == "en"
    assert read.entries[0].key == __version__


def test_a_language_without_a_guide_reads_the_english_one() -> None:
    assert read_book(Book.ADMINISTRATOR, "ar") == read_book(Book.ADMINISTRATOR, "en")

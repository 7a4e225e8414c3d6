"""The help says the same in every language, leads nowhere wrong, and names no key that is not."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
import pytest
from PySide6.QtGui import QKeySequence

from kotoutus_desktop.assets import RESOURCES, TRANSLATIONS
from kotoutus_desktop.i18n import INTERFACE_LANGUAGES
from kotoutus_desktop.ui.help.topics import ICONS, guidance
from kotoutus_desktop.ui.page import PageName

UI = Path(__file__).parent.parent / "kotoutus_desktop" / "ui"
IN_CODE = {
    "Vaihto": "Shift",
    "Skift": "Shift",
    "Välilyönti": "Space",
    "Mellanslag": "Space",
    "Sarkain": "Tab",
    "Tabb": "Tab",
    "Askelpalautin": "Backspace",
    "Backsteg": "Backspace",
    "Enter": "Return",
    "PgDn": "PageDown",
    "PgUp": "PageUp",
    "Esc": "Escape",
    "↓": "Down",
    "↑": "Up",
    "←": "Left",
    "→": "Right",
}
OF_QT = {"Tab", "Shift+F10"}  # Qt itself listens to these
LISTENED = re.compile(r"^(Ctrl|Alt|Shift|F\d)\S*$")
KEY = re.compile(r"(Ctrl|Alt|Shift)\+.+|F\d+|[A-Z0-9]\d*")
NAMED_KEYS = {*IN_CODE.values(), *IN_CODE, "Delete", "PageDown", "PageUp"}
BOOKS = ("help", "administrator")

every_language = pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
every_book = pytest.mark.parametrize("book", BOOKS)


def source(language: str, book: str = "help") -> str:
    return (RESOURCES / "guidance" / f"{book}-{language}.md").read_text("utf-8")


def headings(language: str, book: str = "help") -> list[tuple[int, str]]:
    """Depth and anchor of every heading."""
    lines = re.findall(r"^(#+) .*?(?: \{#(\w+)\})?$", source(language, book), re.MULTILINE)
    return [(len(depth), anchor) for depth, anchor in lines]


@cache
def interface_words(language: str) -> frozenset[str]:
    """Everything that the interface says in a language, as `plain_name` writes it."""
    catalog = "fi" if language == "en" else language  # the English words are the ids
    words = set()
    for entry in polib.pofile(str(TRANSLATIONS / catalog / "LC_MESSAGES" / "interface.po")):
        said = (entry.msgstr, *entry.msgstr_plural.values())
        words |= {entry.msgid, entry.msgid_plural} if language == "en" else set(said)
    return frozenset(plain_name(each) for each in words if each)


def plain_name(text: str) -> str:
    """Write a name without what a sentence may change: capitals, dots, the kind of apostrophe."""
    return text.replace("\u2019", "'").replace("\u00a0", " ").strip(" \u2026.:").casefold()


def is_key(name: str) -> bool:
    return name in NAMED_KEYS or bool(KEY.fullmatch(in_code(name)))


def unknown_names(text: str, language: str) -> Iterator[str]:
    """Yield what is set in bold and is neither a key nor a word of the interface.

    "Settings, Locking" is a way: each of its steps has to be there.
    """
    words = interface_words(language)
    for name in re.findall(r"\*\*(.+?)\*\*", text):
        if not is_key(name) and plain_name(name) not in words:
            yield from (step for step in name.split(", ") if plain_name(step) not in words)


def keys(language: str) -> list[list[str]]:
    """Keys of every row of the tables, as code writes them."""
    cells = re.findall(r"^\| (\*\*.+?) \|", source(language), re.MULTILINE)
    return [[in_code(key) for key in re.findall(r"\*\*(.+?)\*\*", cell)] for cell in cells]


def in_code(key: str) -> str:
    last = "+" if key.endswith("++") else key.rpartition("+")[2]
    first = [part for part in key.removesuffix(last).split("+") if part]
    return "+".join(IN_CODE.get(part, part) for part in [*first, last])


def listened() -> tuple[set[str], set[str]]:
    """Sequences written out in the interface, and the single keys it asks for."""
    sequences, single = set(), set()
    for path in sorted(UI.rglob("*.py")):
        if path.is_relative_to(UI / "help") and path.name == "topics.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if LISTENED.match(node.value):
                    sequences.add(QKeySequence(node.value).toString())
            elif isinstance(node, ast.Attribute) and node.attr.startswith("Key_"):
                single.add(node.attr.removeprefix("Key_"))
    return sequences, single


@every_language
def test_headings_are_the_same_in_every_language(language: str) -> None:
    assert headings(language) == headings("en")
    assert [anchor for _depth, anchor in headings(language)[1:]] == list(ICONS)


@every_language
def test_headings_of_the_guide_are_the_same_in_every_language(language: str) -> None:
    book = "administrator"

    assert headings(language, book) == headings("en", book)
    assert all(anchor for _depth, anchor in headings(language, book)[1:])


@every_language
@every_book
def test_every_window_and_button_that_is_named_exists_under_that_name(
    book: str, language: str
) -> None:
    assert list(unknown_names(source(language, book), language)) == []


def test_a_name_that_the_interface_does_not_say_is_noticed() -> None:
    text = "Press **Ctrl+I**, or **Settings, Locking** and **Save as parchment**; **Lock …** too."

    assert list(unknown_names(text, "en")) == ["Save as parchment"]
    assert list(unknown_names("**Settings**", "fi")) == ["Settings"]


@every_language
def test_every_page_has_a_topic(language: str) -> None:
    anchors = {topic.anchor for topic in guidance(language)[1]}

    assert {str(page) for page in PageName} <= anchors


@every_language
def test_no_link_leads_nowhere(language: str) -> None:
    targets = re.findall(r"\]\((.*?)\)", source(language))

    assert targets
    assert {target.removeprefix("#") for target in targets} <= set(ICONS)
    assert all(target.startswith("#") for target in targets)


@every_language
def test_tables_name_the_same_keys(language: str) -> None:
    assert keys(language) == keys("en")


def test_every_key_that_the_help_names_is_listened_to() -> None:
    sequences, single = listened()
    unknown = {
        key
        for row in keys("en")
        for key in row
        if QKeySequence(key).toString() not in sequences
        and key.rpartition("+")[2] not in single
        and key not in OF_QT
    }

    assert unknown == set()


@every_language
@every_book
def test_the_text_is_plain(book: str, language: str) -> None:
    text = source(language, book)

    assert "!" not in text
    assert "http" not in text
    assert "  " not in text
    assert not re.search(r"(?<!\*)\*(?!\*)", text), "no italics: most scripts have none"


@every_language
def test_anchors_are_not_shown(language: str) -> None:
    shown, topics = guidance(language)

    assert "{#" not in shown
    assert all(topic.title for topic in topics)


def test_a_language_without_help_reads_the_english_one() -> None:
    assert guidance("ar") == guidance("en")

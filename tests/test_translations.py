"""Every language is complete, says the same, and says who answers for it."""

import re
import unicodedata
from pathlib import Path

import polib
import pytest

from kotoutus_desktop.assets import TRANSLATIONS
from kotoutus_desktop.documents import words
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.phrases.library import SlotKind, library
from kotoutus_desktop.phrases.render import render
from kotoutus_desktop.phrases.wording import Wording

TRANSLATED = [language for language in CLIENT_LANGUAGES if language != "en"]
DOMAINS = ("documents", "phrases")
SCRIPTS = {
    **dict.fromkeys(("ru", "uk"), "CYRILLIC"),
    **dict.fromkeys(("ar", "fa", "prs", "ckb", "ps", "ur"), "ARABIC"),
    **dict.fromkeys(("ti", "am"), "ETHIOPIC"),
    **{"th": "THAI", "zh": "CJK", "my": "MYANMAR", "bn": "BENGALI", "ne": "DEVANAGARI"},
}
ENDS = {
    **dict.fromkeys(("ti", "am"), ("።",)),
    **dict.fromkeys(("bn", "ne"), ("।",)),
    **{"zh": ("。",), "my": ("။",), "ur": ("۔",)},
}
REVIEW = re.compile(
    r"^review: (machine-assisted, not reviewed|written by the makers"
    r"|reviewed by .+, \d{4}-\d{2}-\d{2})$",
    re.MULTILINE,
)
FILLED = {
    SlotKind.DATE: "2027-03-05",
    SlotKind.TEXT: "Keittiö 1",
    SlotKind.NUMBER: "4",
    SlotKind.LEVEL: "B1.1",
    SlotKind.LANGUAGE: "prs",
    SlotKind.PLACE: "Utajärven kirjasto",
    SlotKind.HOURS: "70",
}
SLOT = re.compile(r"\{\w+\}")

every_catalog = pytest.mark.parametrize(
    ("language", "domain"), [(language, domain) for language in TRANSLATED for domain in DOMAINS]
)
interface_catalogs = pytest.mark.parametrize("language", ["fi", "sv"])


def path(language: str, domain: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / f"{domain}.po"


def read(language: str, domain: str) -> polib.POFile:
    return polib.pofile(str(path(language, domain)))


def expected(domain: str) -> set[tuple[str | None, str]]:
    if domain == "documents":
        return {(None, text) for text in words.every_text()}
    return {(phrase.code, phrase.english) for phrase in library().phrases}


def foreign_letters(text: str, language: str) -> set[str]:
    """Letters that belong neither to the language's script nor to Latin names."""
    allowed = ("LATIN", SCRIPTS.get(language, "LATIN"))
    return {
        letter
        for letter in text
        if letter.isalpha() and not unicodedata.name(letter).startswith(allowed)
    }


@every_catalog
def test_every_message_is_there_and_no_other(language: str, domain: str) -> None:
    entries = read(language, domain)

    assert {(entry.msgctxt, entry.msgid) for entry in entries} == expected(domain)
    assert not [entry.msgid for entry in entries if not entry.msgstr.strip() or entry.fuzzy]


@every_catalog
def test_slots_are_those_of_the_original(language: str, domain: str) -> None:
    for entry in read(language, domain):
        slots = sorted(SLOT.findall(entry.msgid))
        assert sorted(SLOT.findall(entry.msgstr)) == slots, entry.msgid
        assert entry.msgstr.count("{") == len(slots), entry.msgid


@every_catalog
def test_every_message_says_who_answers_for_it(language: str, domain: str) -> None:
    catalog = read(language, domain)

    assert catalog.metadata["X-Review-State"]
    assert catalog.metadata["Language"] == language
    assert not [entry.msgid for entry in catalog if not REVIEW.search(entry.tcomment)]


@every_catalog
def test_letters_are_those_of_the_language(language: str, domain: str) -> None:
    for entry in read(language, domain):
        assert not foreign_letters(entry.msgstr, language), entry.msgstr


@every_catalog
def test_texts_are_composed_and_bare(language: str, domain: str) -> None:
    for entry in read(language, domain):
        text = entry.msgstr
        assert text == unicodedata.normalize("NFC", text).strip(), text
        assert "  " not in text, text
        # isolates belong to the slots, and the typesetting knows the direction
        assert not re.search("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", text), text


@every_catalog
def test_digits_are_european(language: str, domain: str) -> None:
    for entry in read(language, domain):
        assert not [sign for sign in entry.msgstr if sign.isdigit() and sign not in "0123456789"]


@pytest.mark.parametrize("language", TRANSLATED)
def test_sentences_end_like_sentences(language: str) -> None:
    for entry in read(language, "phrases"):
        if language == "th":  # Thai has no full stop
            assert entry.msgstr[-1] not in ".,:", entry.msgstr
        else:
            assert entry.msgstr.endswith(ENDS.get(language, (".",))), entry.msgstr


def test_russian_and_ukrainian_letters_are_not_mixed() -> None:
    for domain in DOMAINS:
        assert not re.search("[ыэёъЫЭЁЪ]", "".join(e.msgstr for e in read("uk", domain)))
        assert not re.search("[іїєґІЇЄҐ]", "".join(e.msgstr for e in read("ru", domain)))


def test_persian_letters_are_persian() -> None:
    for domain in DOMAINS:
        assert not re.search("[\u064a\u0643\u0649]", "".join(e.msgstr for e in read("fa", domain)))


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_every_phrase_prints_with_its_slots_filled(language: str) -> None:
    for phrase in library().phrases:
        filled = {slot.name: FILLED[slot.kind] for slot in phrase.slots}
        text = render(Wording(phrase.code, filled), language, library())
        assert text, phrase.code
        assert "{" not in text, text
        assert ".." not in text, text


@interface_catalogs
def test_the_interface_is_complete(language: str) -> None:
    catalog = read(language, "interface")

    assert len(catalog) > 0
    assert not [entry.msgid for entry in catalog if not entry.translated()]
    assert not [entry.msgid for entry in catalog if entry.fuzzy]


@interface_catalogs
def test_named_values_of_the_interface_are_those_of_the_original(language: str) -> None:
    for entry in read(language, "interface"):
        original = set(SLOT.findall(entry.msgid + entry.msgid_plural))
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            assert set(SLOT.findall(text)) <= original, entry.msgid
        if not entry.msgid_plural:
            assert set(SLOT.findall(entry.msgstr)) == original, entry.msgid


@interface_catalogs
def test_finnish_and_swedish_interfaces_hold_the_same(language: str) -> None:
    assert {e.msgid for e in read("fi", "interface")} == {e.msgid for e in read("sv", "interface")}

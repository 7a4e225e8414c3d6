"""The letters and digits that a language's papers are written with."""

import string
import unicodedata
from collections import Counter

from kotoutus_desktop.phrases.catalog import RIGHT_TO_LEFT, documents_catalog, phrase_catalog

DIGITS = "0123456789"
# where a native digit zero is; the others follow it
_OWN_ZERO = {
    **dict.fromkeys(("ar", "ckb"), "\u0660"),
    **dict.fromkeys(("fa", "prs", "ps", "ur"), "\u06f0"),
    **{"bn": "\u09e6", "ne": "\u0966", "my": "\u1040", "th": "\u0e50"},
}
# the consonant that vowel signs stand on, since a sign alone is not written
_CARRIER = {
    **dict.fromkeys(RIGHT_TO_LEFT, "\u0628"),
    **{"bn": "\u0995", "ne": "\u0915", "my": "\u1000", "th": "\u0e01"},
}
_BURMESE_STACKER = "\u1039"
_END_OF_LATIN = 0x250
# a page does not hold every sign of Chinese: those that the papers use most
_MOST = 230


def letters(language: str) -> list[str]:
    """Return the letters that the catalogs use, in order; a vowel sign stands on a consonant.

    Of a language in Latin letters all of a to z are there, with the letters of its own.
    """
    text = unicodedata.normalize("NFC", "".join(_texts(language)))
    used = Counter(sign for sign in text if unicodedata.category(sign)[0] in "LM")
    chosen = [letter for letter, _ in _own_script(used).most_common(_MOST)]
    return [_carried(letter, language) for letter in sorted(chosen, key=_order)]


def digits(language: str) -> str:
    """Return the digits of the papers, and those that the language has of its own."""
    zero = _OWN_ZERO.get(language)
    own = "".join(chr(ord(zero) + place) for place in range(10)) if zero else ""
    return f"{DIGITS} {own}".strip()


def _texts(language: str) -> list[str]:
    catalogs = (documents_catalog(language), phrase_catalog(language))
    return [found.text for catalog in catalogs for found in catalog.messages.values()]


def _own_script(used: Counter[str]) -> Counter[str]:
    """Return the letters of the script that most of the text is in; Finnish words are not."""
    others = Counter({sign: count for sign, count in used.items() if ord(sign) >= _END_OF_LATIN})
    if others.total() > used.total() / 2:
        return others
    return used + Counter(string.ascii_letters)


def _carried(letter: str, language: str) -> str:
    if unicodedata.category(letter)[0] != "M":
        return letter
    carrier = _CARRIER.get(language, "")
    return carrier + letter + (carrier if letter == _BURMESE_STACKER else "")


def _order(sign: str) -> tuple[str, str, str]:
    return unicodedata.normalize("NFD", sign)[0].lower(), sign.lower(), sign

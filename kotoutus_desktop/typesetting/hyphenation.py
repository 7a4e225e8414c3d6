"""Where a long Finnish or Swedish word may be divided.

Swedish uses the patterns that come with pyphen. For Finnish there are none, and none are
needed: a syllable begins at every consonant that a vowel follows. Compounds whose second
part begins with a vowel break that rule (kansan-eläke), so the common ones are listed.
"""

import re
from functools import cache, lru_cache

import pyphen

SHORTEST_PART = 3

_VOWELS = "aeiouyäöåéü"
_SYLLABLE = re.compile(f"(?=[^\\W\\d_{_VOWELS}][{_VOWELS}])")
_VOWEL_PARTS = (
    "aika",
    "aineisto",
    "alue",
    "ammatti",
    "arvio",
    "asema",
    "asia",
    "aste",
    "asunto",
    "avustus",
    "eläke",
    "elämä",
    "etuus",
    "ilmoit",
    "ohjau",
    "ohjelma",
    "oikeu",
    "oleskelu",
    "opetu",
    "opinto",
    "opisto",
    "opiskel",
    "orientaatio",
    "osaami",
    "yhtei",
    "yksikkö",
    "ympäristö",
)
_COMPOUND = re.compile(f"(?<=[^\\W\\d_{_VOWELS}])(?={'|'.join(_VOWEL_PARTS)})")


def can_hyphenate(language: str) -> bool:
    """Tell whether words of the language are divided at all."""
    return language in ("fi", "sv")


@lru_cache(maxsize=4096)
def hyphenation_points(word: str, language: str) -> tuple[int, ...]:
    """Return the offsets where the word may be divided, at least three letters from its ends."""
    if language == "fi":
        points = _finnish(word.lower())
    elif language == "sv":
        points = set(_swedish().positions(word))
    else:
        return ()
    last = len(word) - SHORTEST_PART
    return tuple(sorted(point for point in points if SHORTEST_PART <= point <= last))


def _finnish(word: str) -> set[int]:
    points = {match.start() for match in _SYLLABLE.finditer(word)}
    for match in _COMPOUND.finditer(word):
        points.discard(match.start() - 1)
        points.add(match.start())
    return points


@cache
def _swedish() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="sv", left=SHORTEST_PART, right=SHORTEST_PART)

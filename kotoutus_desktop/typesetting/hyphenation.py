"""Where a long Finnish or Swedish word may be divided.

Swedish uses the patterns that come with pyphen. For Finnish there are none, and none are
needed: a syllable begins at every consonant that a vowel follows. The seams of compounds
are better places, and where the second part begins with a vowel (kansan-eläke) the
syllables would be wrong, so parts that are common in this field are listed.
"""

import re
from functools import cache, lru_cache

import pyphen

SHORTEST_PART = 3

_VOWELS = "aeiouyäöåéü"
_SYLLABLE = re.compile(f"(?=[^\\W\\d_{_VOWELS}][{_VOWELS}])")
_PARTS_WITH_VOWEL = (
    "aika aineisto alue ammatti arvio asema asiak asunto avustus eläke elämä etuus ilmoit"
    " ohjau ohjelma oikeu oleskelu opetu opinto opisto opiskel orientaatio osaami yhtei"
    " yksikkö ympäristö"
)
_PARTS_WITH_CONSONANT = (
    "hakemu harjoittelu jakso järjestelmä kartoitu keskus keskuk kielen kieli kokeilu koordin"
    " koulutu kurssi kuntoutu käsittely laitos laitok lautaku maksu markkina neuvo palkka palve"
    " politiik päätö ryhmä selvity sopimus sopimuk suunnitel taito tarpee tavoit terveys tieto"
    " toimisto toimenpi toimin tuki tuke turva tutkinto vahvista vakuutu valmennu viranomai"
    " virasto"
)
_SEAM_WITH_VOWEL = re.compile(f"(?={'|'.join(_PARTS_WITH_VOWEL.split())})")
_SEAM_WITH_CONSONANT = re.compile(f"(?={'|'.join(_PARTS_WITH_CONSONANT.split())})")


def can_hyphenate(language: str) -> bool:
    """Tell whether words of the language are divided at all."""
    return language in ("fi", "sv")


@lru_cache(maxsize=4096)
def hyphenation_points(word: str, language: str) -> tuple[int, ...]:
    """Return the offsets where the word may be divided, at least three letters from its ends."""
    if language == "fi":
        return _inner(word, _finnish(word.lower()))
    if language == "sv":
        return _inner(word, set(_swedish().positions(word)))
    return ()


@lru_cache(maxsize=4096)
def compound_seams(word: str, language: str) -> tuple[int, ...]:
    """Return the offsets where the parts of a Finnish compound meet, as far as we know them."""
    if language != "fi":
        return ()
    lowered = word.lower()
    seams = {match.start() for match in _SEAM_WITH_CONSONANT.finditer(lowered)}
    return _inner(word, seams | _vowel_seams(lowered))


def _inner(word: str, points: set[int]) -> tuple[int, ...]:
    last = len(word) - SHORTEST_PART
    return tuple(sorted(point for point in points if SHORTEST_PART <= point <= last))


def _vowel_seams(word: str) -> set[int]:
    return {match.start() for match in _SEAM_WITH_VOWEL.finditer(word)}


def _finnish(word: str) -> set[int]:
    points = {match.start() for match in _SYLLABLE.finditer(word)}
    for seam in _inner(word, _vowel_seams(word)):
        points.discard(seam - 1)
        points.discard(seam + 1)
        points.add(seam)
    return points


@cache
def _swedish() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="sv", left=SHORTEST_PART, right=SHORTEST_PART)

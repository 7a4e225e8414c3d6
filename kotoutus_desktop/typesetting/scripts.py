"""The script of each character, for the shaper."""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

COMMON = ""

_RANGES = (
    (0x0041, 0x024F, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0750, 0x077F, "Arab"),
    (0x08A0, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x1000, 0x109F, "Mymr"),
    (0x1200, 0x139F, "Ethi"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x2D80, 0x2DDF, "Ethi"),
    (0x2E80, 0x2FDF, "Hani"),
    (0x3005, 0x3007, "Hani"),
    (0x3400, 0x9FFF, "Hani"),
    (0xA9E0, 0xA9FF, "Mymr"),
    (0xAA60, 0xAA7F, "Mymr"),
    (0xAB01, 0xAB2F, "Ethi"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFC, "Arab"),
    (0x20000, 0x3FFFF, "Hani"),
)
_STARTS = [start for start, _, _ in _RANGES]
# used with several scripts: Arabic comma, question mark, tatweel and marks, danda, baht
_SHARED = frozenset(
    "\u060c\u061b\u061f\u0640\u0964\u0965\u0e3f"
    + "".join(map(chr, range(0x64B, 0x656)))
    + "".join(map(chr, range(0x660, 0x66A)))
)


@cache
def script_of(character: str) -> str:
    """Return the ISO 15924 code of a character's script; COMMON for shared characters."""
    code = ord(character)
    index = bisect_right(_STARTS, code) - 1
    if index < 0 or character in _SHARED or code > _RANGES[index][1]:
        return COMMON
    if code < 0x250 and unicodedata.category(character)[0] != "L":
        return COMMON
    return _RANGES[index][2]


def resolved_scripts(text: str) -> Sequence[str]:
    """Return a script for every character: shared ones take the script of a neighbour.

    The neighbour is the one before, or at the start of the text the one after. Blanks do
    not carry a script across, so that words do not influence each other.
    """
    scripts = [script_of(character) for character in text]
    for start, end in _words(text):
        current = next((script for script in scripts[start:end] if script), COMMON)
        for place in range(start, end):
            current = scripts[place] = scripts[place] or current
    return scripts


def _words(text: str) -> list[tuple[int, int]]:
    words, start = [], 0
    for place, character in enumerate(text):
        if character == " ":
            words.append((start, place))
            start = place + 1
    return [*words, (start, len(text))]

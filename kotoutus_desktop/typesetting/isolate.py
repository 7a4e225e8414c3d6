"""Keep Latin pieces in one order inside right-to-left text.

UAX #9 alone shows +358 40 123 4567 inside Arabic with its groups reversed. Isolates
(U+2066..U+2069) keep such a piece together, and no-break spaces keep it on one line.
"""

import re

from kotoutus_desktop.typesetting.writing import writing_of

LEFT_TO_RIGHT_ISOLATE = "\u2066"
FIRST_STRONG_ISOLATE = "\u2068"
END_OF_ISOLATE = "\u2069"
NO_BREAK_SPACE = "\u00a0"

_PIECES = re.compile(
    r"(?:https?://|www\.)[^\s\u2066-\u2069]*[\w/]"
    r"|[\w.+-]+@[\w.-]+\w"
    r"|\b\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]\b"
    r"|\+?\d[\d ()./-]{5,}\d"
    r"|\d+/\d{4}\b"
    r"|\b[A-Z]{1,4}\d(?:[.-]\d+)*\b(?:\s?[-\u2013]\s?[A-Z]{1,4}\d(?:[.-]\d+)*\b)?",
    re.ASCII,
)
_ALREADY = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")


def isolated(text: str) -> str:
    """Return a name or other inserted value that keeps its own direction in any text."""
    if not text:
        return text
    return f"{FIRST_STRONG_ISOLATE}{text}{END_OF_ISOLATE}"


def isolate_latin_pieces(text: str, language: str) -> str:
    """Wrap telephone numbers, addresses and codes of a right-to-left text in isolates.

    Text of other languages and what is already isolated are returned as they are.
    """
    if not writing_of(language).rtl:
        return text
    parts, end = [], 0
    for match in _ALREADY.finditer(text):
        parts += [_PIECES.sub(_wrapped, text[end : match.start()]), match.group()]
        end = match.end()
    return "".join([*parts, _PIECES.sub(_wrapped, text[end:])])


def _wrapped(match: re.Match[str]) -> str:
    piece = match.group().replace(" ", NO_BREAK_SPACE)
    return f"{LEFT_TO_RIGHT_ISOLATE}{piece}{END_OF_ISOLATE}"

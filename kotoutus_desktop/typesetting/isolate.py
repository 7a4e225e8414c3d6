"""Keep Latin pieces in one order inside right-to-left text.

UAX #9 alone shows +358 40 123 4567 inside Arabic with its groups reversed, and section 32 a
as a 32: a number that follows Arabic stands apart from the letters after it. Isolates
(U+2066..U+2069) keep such a piece together, and no-break spaces keep it on one line.
"""

import re

from kotoutus_desktop.typesetting.bidi import bidi_class
from kotoutus_desktop.typesetting.writing import writing_of

LEFT_TO_RIGHT_ISOLATE = "\u2066"
FIRST_STRONG_ISOLATE = "\u2068"
END_OF_ISOLATE = "\u2069"
NO_BREAK_SPACE = "\u00a0"

_BLANK = "[ \u00a0]"
_LETTER = "[A-Za-z\u00c0-\u024f]"
_MOMENT = r"\d+(?:[.:/]\d+)*"
_CODE = r"[A-Z]{1,4}\d*(?:[./-]\d+)+|[A-Z]{1,4}\d"
_PIECES = re.compile(
    "|".join(
        (
            r"(?:https?://|www\.)[^\s\u2066-\u2069]*[\w/]",
            r"[\w.+-]+@[\w.-]+\w",
            # identity code
            r"\b\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]\b",
            # from day to day, from hour to hour
            rf"\b{_MOMENT}\.?{_BLANK}?\u2013{_BLANK}?{_MOMENT}\b",
            r"\b\d{1,2}(?:[.:]\d\d)?-\d{1,2}(?:[.:]\d\d)?\b(?![\d/-]|[ \u00a0]\d)",
            # number of an act
            r"\b\d+/\d{4}\b(?!/)",
            # telephone number, day
            r"\+?\d[\d \u00a0()./-]{5,}\d",
            r"\b\d{1,2}\.\d{1,2}\.(?=[ \u00a0])",
            # postal code and town
            rf"\b\d{{5}}{_BLANK}[A-Z\u00c0-\u00de]{_LETTER}+",
            # number of a section or a house, article of a regulation, number with its unit
            rf"(?:§{_BLANK}?)?\b\d+{_BLANK}[A-Za-z]\b(?:{_BLANK}?§)?",
            r"\b\d+(?:\([0-9a-z]{1,2}\))+",
            rf"\b\d+(?:[.,:]\d+)*\u00a0{_LETTER}+",
            # level of language, file number, and from level to level
            rf"\b(?:{_CODE})\b(?:\s?[-\u2013]\s?(?:{_CODE})\b)?",
        )
    ),
    re.ASCII,
)
# what is isolated and wholly Latin stays as it is; Arabic letters and marks part the rest
_ARABIC = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc"
_PARTING = re.compile(
    f"([\u2066-\u2068][^\u2066-\u2069{_ARABIC}]*\u2069|[\u2066-\u2069{_ARABIC}]+)"
)
_OPENING, _CLOSING = "([{", ")]}"


def isolated(text: str) -> str:
    """Return a name or other inserted value that keeps its own direction in any text."""
    if not text:
        return text
    return f"{FIRST_STRONG_ISOLATE}{text}{END_OF_ISOLATE}"


def isolate_latin_pieces(text: str, language: str) -> str:
    """Wrap telephone numbers, addresses and codes of a right-to-left text in isolates.

    Latin words around a piece are wrapped with it, so that it does not part them. Text of
    other languages and what is already isolated are returned as they are.
    """
    if not writing_of(language).rtl:
        return text
    parts = _PARTING.split(text)
    parts[::2] = map(_with_isolates, parts[::2])
    return "".join(parts)


def _with_isolates(stretch: str) -> str:
    """Wrap the pieces of a stretch without right-to-left letters."""
    start, end = _around_letters(stretch)
    before, within = _PIECES.sub(_wrapped, stretch[:start]), stretch[start:end]
    together = _PIECES.sub(_on_one_line, within)
    if not _PIECES.search(within):
        return f"{before}{within}{stretch[end:]}"
    return f"{before}{LEFT_TO_RIGHT_ISOLATE}{together}{END_OF_ISOLATE}{stretch[end:]}"


def _around_letters(stretch: str) -> tuple[int, int]:
    """Return where the run of letters is that the pieces among them belong to.

    Numbers in front of it stand apart, as UAX #9 has it, unless a piece reaches into it.
    """
    classes = [bidi_class(character) for character in stretch]
    if "L" not in classes:
        return len(stretch), len(stretch)
    start = classes.index("L")
    end = 1 + max(place for place, kind in enumerate(classes) if kind in ("L", "EN"))
    pieces = [piece.span() for piece in _PIECES.finditer(stretch) if piece.end() > start]
    start = min(start, *(first for first, _ in pieces)) if pieces else start
    end = max(end, *(last for _, last in pieces)) if pieces else end
    return _with_brackets(stretch, start, end)


def _with_brackets(stretch: str, start: int, end: int) -> tuple[int, int]:
    """Let a run take in the brackets next to it whose other half it holds."""
    depth = lowest = 0
    for character in stretch[start:end]:
        depth += (character in _OPENING) - (character in _CLOSING)
        lowest = min(lowest, depth)
    while lowest < 0 and start and stretch[start - 1] in _OPENING:
        start, lowest, depth = start - 1, lowest + 1, depth + 1
    while depth > 0 and end < len(stretch) and stretch[end] in _CLOSING:
        end, depth = end + 1, depth - 1
    return start, end


def _on_one_line(match: re.Match[str]) -> str:
    return match.group().replace(" ", NO_BREAK_SPACE)


def _wrapped(match: re.Match[str]) -> str:
    return f"{LEFT_TO_RIGHT_ISOLATE}{_on_one_line(match)}{END_OF_ISOLATE}"

"""Where a line of text may end (after UAX #14, for the scripts that we print).

Spaces, hyphens, slashes in addresses, the Ethiopic word space, Han characters with their
forbidden starts and ends, Burmese by syllable, and Thai by word, which takes a model.
"""

import re
from functools import cache, lru_cache

import budoux

_BLANKS = " \u200b\t"
_ETHIOPIC_WORD_SPACE = "\u1361"
_HYPHENS = "-\u2010\u2013\u2014"
_SLASHES = "/"
_DASHES = "\u2013\u2014"
# closing brackets and quotes, full stops, commas, small kana, signs after a number
_FORBIDDEN_START = frozenset(
    "\u3001\u3002\uff0c\uff0e\u30fb\uff1a\uff1b\uff1f\uff01\uff09\uff3d\uff5d\u300d\u300f"
    "\u3011\u3009\u300b\u3015\u3017\u3019\u301b\u2019\u201d\u2026\u2025\u30fc\u3005\u303b"
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e%\u2030\u2103,.:;?!)]}"
    "\u00bb\u203a\u104a\u104b\u0964\u0965\u17d4\u06d4\u060c\u061b\u061f\u2014\u2013\u00a0"
    "\u2060"
)
# opening brackets and quotes, signs before a number
_FORBIDDEN_END = frozenset(
    "\uff08\uff3b\uff5b\u300c\u300e\u3010\u3008\u300a\u3014\u3016\u3018\u301a\u2018\u201c"
    "([{\u00ab\u2039$\u00a5\u00a3\u20ac\u00a0\u2060"
)
_HAN_RANGES = (
    "\u2e80-\u2fff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_HAN = re.compile(f"[{_HAN_RANGES}]")
# beside these a line may end, if their neighbour lets it
_CANDIDATE = re.compile(f"[{_BLANKS}{_ETHIOPIC_WORD_SPACE}{_HYPHENS[1:]}{_SLASHES}{_HAN_RANGES}-]")
_THAI = re.compile("[\u0e00-\u0e7f]{2,}")
_BURMESE = re.compile("[\u1000-\u109f\uaa60-\uaa7f]{2,}")
# a syllable starts with a consonant or vowel that is neither killed nor stacked
_BURMESE_SYLLABLE = re.compile(
    "(?<=.)(?<!\u1039)(?=[\u1000-\u102a\u103f\u104c-\u104f](?![\u1039\u103a\u1037]))"
)
# preposed vowels must keep their consonant, and following vowels and marks theirs
_THAI_BOUND_START = re.compile("[\u0e30-\u0e3a\u0e45-\u0e4e]")
_THAI_BOUND_END = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\u2066-\u2069]+")
_ADDRESS_BREAK = re.compile(r"(?<=[^/:])[/](?=[^/\s])|[?&=](?=\w)|\.(?=\w)")
# "32 a §", "section 32 a", "14 §" and "§ 9" stay together: matched at the blank
_IN_SECTION = re.compile(
    r"(?<=\d) (?=[a-z](?: §|[.,;:()\u2069]|$))|(?<=\d) (?=§)|(?<=\d [a-z]) (?=§)|(?<=§) (?=\d)"
)
_ISOLATES = "\u2066\u2067\u2068\u2069"


@lru_cache(maxsize=4096)
def break_opportunities(text: str) -> tuple[int, ...]:
    """Return the offsets after which a line may end, in order; the last is the text's end."""
    candidates = {
        offset for match in _CANDIDATE.finditer(text) for offset in (match.start(), match.end())
    }
    offsets = {len(text)}
    offsets.update(
        offset for offset in candidates if 0 < offset < len(text) and _may_break(text, offset)
    )
    for pattern, inner in ((_THAI, _thai_words), (_BURMESE, _burmese_syllables)):
        for match in pattern.finditer(text):
            offsets.update(match.start() + offset for offset in inner(match.group()))
    for match in _ADDRESS.finditer(text):
        offsets.update(match.start() + offset for offset in _address_breaks(match.group()))
    return tuple(sorted(offset for offset in offsets if offset == len(text) or offset > 0))


def _may_break(text: str, offset: int) -> bool:
    before, after = text[offset - 1], text[offset]
    if after in _BLANKS:
        return False
    if before == " " and _stays(text, offset):
        return False
    if before in _BLANKS or before == _ETHIOPIC_WORD_SPACE:
        return True
    if before in _ISOLATES or after in _ISOLATES:
        return False
    if before in _HYPHENS or before in _SLASHES:
        return offset > 1 and text[offset - 2].isalpha() and after.isalpha()
    if _HAN.match(before) or _HAN.match(after):
        return after not in _FORBIDDEN_START and before not in _FORBIDDEN_END
    return False


def _stays(text: str, offset: int) -> bool:
    """Tell whether what follows a blank may not begin a line.

    The groups of a telephone number or a sum stay together, so does the number of a section
    with its letter and its sign, and a dash between blanks stays with the word before it.
    """
    if _IN_SECTION.match(text, offset - 1):
        return True
    after = text[offset]
    if after in _DASHES:
        return text[offset + 1 : offset + 2] == " " and text[: offset - 1].strip() != ""
    return after.isdigit() and offset > 1 and text[offset - 2].isdigit()


def _address_breaks(address: str) -> list[int]:
    """Break a web address after a slash, before a dot and after the signs of a query."""
    offsets = []
    for match in _ADDRESS_BREAK.finditer(address):
        offsets.append(match.start() if match.group() == "." else match.end())
    return [offset for offset in offsets if offset > len("www.")]


def _burmese_syllables(run: str) -> list[int]:
    return [
        match.start()
        for match in _BURMESE_SYLLABLE.finditer(run)
        if run[match.start()] not in _FORBIDDEN_START
    ]


@cache
def _thai_parser() -> budoux.Parser:
    return budoux.load_default_thai_parser()


def _thai_words(run: str) -> list[int]:
    offsets, end = [], 0
    for word in _thai_parser().parse(run)[:-1]:
        end += len(word)
        if not _THAI_BOUND_START.match(run[end]) and run[end - 1] not in _THAI_BOUND_END:
            offsets.append(end)
    return offsets

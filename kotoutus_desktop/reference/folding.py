"""Spelling made alike, so that what someone types is found whatever keyboard they have.

anyascii (ISC licence) writes other scripts in Latin letters, character by character.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# letters without a decomposition, and marks that people leave out: apostrophes, ayin, hamza
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "ħ": "h",
        "ə": "a",
        **dict.fromkeys("ʿʾʼʻ’'`\N{ACUTE ACCENT}‘ˮ\u200b\u200c\u200d\u200e\u200f", ""),
    }
)
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def to_ascii(text: str) -> str:
    """Write text in the letters a-z as far as it goes, without marks; lower case stays."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)
    return bare if bare.isascii() else anyascii(bare).lower()


@lru_cache(maxsize=20_000)  # a list is folded anew at every keystroke
def fold(text: str) -> str:
    """Return words of a-z and 0-9 with one space between: Äijälä and aijala fold alike."""
    lower = unicodedata.normalize("NFC", text).casefold()
    return _NOT_A_WORD.sub(" ", to_ascii(lower)).strip()

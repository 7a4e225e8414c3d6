"""How each language is written: its fonts, direction, line distance and language tag."""

from dataclasses import dataclass
from functools import cache

NASTALIQ_LEADING = 2.2
BURMESE_LEADING = 1.7
ARABIC_LEADING = 1.5
TALL_LEADING = 1.45
COMMON_LEADING = 1.38

# Urdu alone is set in Nastaliq: for stray Arabic words elsewhere it would need more room.
_FALLBACK = (
    "NotoSans",
    "Vazirmatn",
    "NotoSansEthiopic",
    "NotoSansThai",
    "NotoSansMyanmar",
    "NotoSansBengali",
    "NotoSansDevanagari",
    "NotoSansSC",
)


@dataclass(frozen=True)
class Writing:
    """One way of writing.

    `families` in order of preference; `leading` as a multiple of the size of the letters;
    `tag` is the BCP 47 tag for PDF readers and fonts.
    """

    families: tuple[str, ...]
    leading: float
    tag: str
    rtl: bool = False


def _writing(tag: str, *families: str, leading: float = COMMON_LEADING) -> Writing:
    chain = (*families, *(family for family in _FALLBACK if family not in families))
    return Writing(chain, leading, tag)


def _arabic(tag: str, *families: str, leading: float = ARABIC_LEADING) -> Writing:
    chain = _writing(tag, *(families or ("Vazirmatn",))).families
    return Writing(chain, leading, tag, rtl=True)


_WRITINGS = {
    "ar": _arabic("ar"),
    "fa": _arabic("fa"),
    "prs": _arabic("fa-AF"),
    "ckb": _arabic("ckb"),
    "ps": _arabic("ps"),
    "ur": _arabic("ur", "NotoNastaliqUrdu", leading=NASTALIQ_LEADING),
    "ti": _writing("ti", "NotoSansEthiopic", leading=TALL_LEADING),
    "am": _writing("am", "NotoSansEthiopic", leading=TALL_LEADING),
    "th": _writing("th", "NotoSansThai", leading=TALL_LEADING),
    "my": _writing("my", "NotoSansMyanmar", leading=BURMESE_LEADING),
    "bn": _writing("bn", "NotoSansBengali", leading=TALL_LEADING),
    "ne": _writing("ne", "NotoSansDevanagari", leading=TALL_LEADING),
    "zh": _writing("zh-Hans", "NotoSansSC", leading=TALL_LEADING),
}


@cache
def writing_of(language: str) -> Writing:
    """Return how a language is written; any language not listed is set as Latin or Cyrillic."""
    return _WRITINGS.get(language) or _writing(language)

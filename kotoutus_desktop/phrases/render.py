"""Wordings as text in a language, or not at all: a sentence is never half translated."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal, InvalidOperation
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from kotoutus_desktop.phrases.catalog import RIGHT_TO_LEFT
from kotoutus_desktop.phrases.library import Library, Phrase, Slot, SlotKind
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.reference.language_levels import language_levels
from kotoutus_desktop.reference.language_names import language_name
from kotoutus_desktop.reference.languages import languages

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_NARROW_NO_BREAK_SPACE, _NO_BREAK_SPACE = "\u202f", "\u00a0"
_LOCALES = {"sv": "sv_FI", "en": "en_GB", "prs": "fa_AF"}
# fi, sv: as on every paper here; ru, uk: without the abbreviated word for year and its full stop;
# vi, my, ne: with the words for year and day, in ne the one that tells the calendar (2027 is no
# year of Bikram Sambat); ti, ps: the day first, as on papers of the region
# a word joiner keeps a Burmese word in one piece
_DATE_PATTERNS = {
    "fi": "d.M.y",
    "sv": "d.M.y",
    "ru": "d MMMM y",
    "uk": "d MMMM y",
    "ti": "d MMMM y",
    "ps": "d MMMM y",
    "vi": "d 'tháng' M 'năm' y",
    "my": "y 'ခု\u2060နှစ်' MMMM'\u2060လ' d 'ရက်'",
    "ne": "'सन्' y MMMM d",
}
_MONTH_PATTERNS = {
    "ckb": "LLLL y",
    "my": "y 'ခု\u2060နှစ်' LLLL'\u2060လ'",
    "ne": "'सन्' y LLLL",
    "ps": "LLLL y",
    "th": "LLLL G y",
}
# day and month without the year; elsewhere the day stands before the name of the month
_SHORT_DATE_PATTERNS = {
    "fi": "d.M.",
    "sv": "d.M.",
    "et": "d. MMMM",
    "zh": "M月d日",
    "vi": "d 'tháng' M",
    **dict.fromkeys(("es", "fr", "ru", "uk"), "d MMM"),
}
# between items and before the last: CLDR has none, or none that suits numbers ("24 - 25")
_LISTED = {
    "ckb": ("، ", " و "),
    "my": ("၊ ", " နှင့် "),
    "ne": (", ", " र "),
    "th": (", ", " และ "),
}
_SLOT = re.compile(r"\{(\w+)\}")


@cache
def locale_of(language: str) -> Locale:
    """Return the locale in which a client's language writes dates and numbers."""
    return Locale.parse(_LOCALES.get(language, language))


def written_date(day: date, language: str) -> str:
    """Write a date of the Gregorian calendar with the digits 0-9.

    Finnish and Swedish write 5.3.2026; elsewhere the month stands as a word, for the order of
    the numbers differs between countries.
    """
    pattern = _DATE_PATTERNS.get(language, "long")
    return _plain(format_date(day, pattern, locale=locale_of(language)))


def written_month(day: date, language: str) -> str:
    """Write the month and year of a date of the Gregorian calendar."""
    pattern, locale = _MONTH_PATTERNS.get(language), locale_of(language)
    if pattern:
        return _plain(format_date(day, pattern, locale=locale))
    return _plain(format_skeleton("yMMMM", day, locale=locale))


def written_short_date(day: date, language: str) -> str:
    """Write day and month, for tables that say the year elsewhere: 5.3., 5 March."""
    pattern = _SHORT_DATE_PATTERNS.get(language, "d MMMM")
    return _plain(format_date(day, pattern, locale=locale_of(language)))


def written_weekday(day: date, language: str) -> str:
    """Write the name of the weekday, as it stands at the head of a column."""
    return _plain(format_date(day, "cccc", locale=locale_of(language)))


def written_list(items: Sequence[str], language: str) -> str:
    """Join numbers or names as the language joins them: "24, 25 and 31"."""
    if language not in _LISTED or len(items) < 2:
        return format_list(list(items), locale=locale_of(language))
    between, before_last = _LISTED[language]
    return between.join(items[:-1]) + before_last + items[-1]


def written_number(number: Decimal, language: str) -> str:
    """Write a number with the separators of the language and the digits 0-9."""
    return _plain(format_decimal(number, locale=locale_of(language), numbering_system="latn"))


def written_amount(amount: Decimal, language: str) -> str:
    """Write an amount of money with two decimals, without its currency, digits 0-9."""
    written = format_decimal(
        amount, format="#,##0.00", locale=locale_of(language), numbering_system="latn"
    )
    return _plain(written)


def written_time(clock: time, language: str) -> str:
    """Write a time of day of 24 hours: 9.05 in Finland's languages, 09:05 elsewhere."""
    return f"{clock.hour}.{clock:%M}" if language in ("fi", "sv") else f"{clock:%H:%M}"


def _plain(text: str) -> str:
    # few fonts have the narrow space that CLDR writes
    return text.replace(_NARROW_NO_BREAK_SPACE, _NO_BREAK_SPACE)


def isolated(text: str, language: str) -> str:
    """Keep a name or code together where the line runs from right to left."""
    if language not in RIGHT_TO_LEFT:
        return text
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"


def render(wording: Wording, language: str, library: Library) -> str | None:
    """Return the wording in a language, or None where it is not available in it.

    Free text is available in its own language only. A phrase is not available while it is not
    translated, or a slot is missing or cannot be read.
    """
    if not wording.phrase:
        return wording.text if wording.language == language and not wording.is_empty else None
    phrase = library.get(wording.phrase)
    pattern = phrase.pattern(language) if phrase else None
    if phrase is None or pattern is None or missing_slots(wording, phrase):
        return None
    if phrase.is_own:
        return pattern
    values = {
        slot.name: written_slot(slot, wording.slots[slot.name], language) for slot in phrase.slots
    }
    return _SLOT.sub(lambda found: values[found[1]], pattern)


def outline(phrase: Phrase, language: str, names: Mapping[str, str]) -> str | None:
    """Return a phrase as it is offered: the names of its slots in braces, as `names` has them."""
    pattern = phrase.pattern(language)
    if pattern is None or phrase.is_own:
        return pattern
    return _SLOT.sub(lambda found: f"{{{names.get(found[1], found[1])}}}", pattern)


def missing_slots(wording: Wording, phrase: Phrase) -> list[Slot]:
    """Return the slots that are empty or hold what cannot be read as what they take."""
    return [
        slot for slot in phrase.slots if not is_readable(slot, wording.slots.get(slot.name, ""))
    ]


def is_readable(slot: Slot, value: str) -> bool:
    """Whether a raw value is a date, number, level or language where the slot takes one."""
    if not value.strip():
        return False
    match slot.kind:
        case SlotKind.DATE:
            return _date(value) is not None
        case SlotKind.NUMBER | SlotKind.HOURS:
            return _number(value) is not None
        case SlotKind.LEVEL:
            level = language_levels().get(value)
            return level is not None and level.cefr != ""
        case SlotKind.LANGUAGE:
            return languages().get(value) is not None
        case SlotKind.TEXT | SlotKind.PLACE:
            return True


def written_slot(slot: Slot, value: str, language: str) -> str:
    """Write the raw value of a slot in a language. The value must be readable."""
    match slot.kind:
        case SlotKind.DATE:
            return written_date(date.fromisoformat(value), language)
        case SlotKind.NUMBER | SlotKind.HOURS:
            return written_number(Decimal(value), language)
        case SlotKind.LANGUAGE:
            # a rare language has no name in every language: its English one is a name all the same
            known = language_name(value, language)
            return known or isolated(language_name(value, "en") or value, language)
        case SlotKind.LEVEL | SlotKind.TEXT | SlotKind.PLACE:
            return isolated(value.strip(), language)


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _number(value: str) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None

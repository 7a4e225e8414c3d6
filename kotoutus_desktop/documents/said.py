"""What a paper says, before it is said in a language.

A sheet holds these values, so that every column says the same and a gap is found before
anything is printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.phrases.catalog import documents_catalog
from kotoutus_desktop.phrases.library import Library
from kotoutus_desktop.phrases.render import (
    isolated,
    missing_slots,
    render,
    written_amount,
    written_date,
    written_list,
    written_month,
    written_time,
)
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.reference.language_names import language_name
from kotoutus_desktop.typesetting.isolate import NO_BREAK_SPACE

UNTOLD = "–"


@dataclass(frozen=True)
class Plain:
    """A name, number or address: the same in every language."""

    text: str


@dataclass(frozen=True)
class Day:
    """A date of the Gregorian calendar, as exactly as it is known."""

    day: date | None
    precision: Precision = Precision.DAY


@dataclass(frozen=True)
class Clock:
    """A time of day."""

    time: time


@dataclass(frozen=True)
class Amount:
    """Euros, written with two decimals."""

    euros: Decimal


@dataclass(frozen=True)
class Tongue:
    """The name of a language, by its code."""

    code: str


@dataclass(frozen=True)
class Listed:
    """Several plain values, joined as the language joins them: "24 and 25"."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """A fixed text of the papers with its values."""

    text: str
    values: "Mapping[str, Said]" = field(default_factory=dict)


Said = Plain | Day | Clock | Amount | Tongue | Listed | Words | Wording


class GapKind(StrEnum):
    """Why something cannot be said in a language."""

    NO_TRANSLATION = "no_translation"
    NO_PHRASE = "no_phrase"  # the library does not have the code
    NO_VALUE = "no_value"  # a slot is empty or unreadable
    ONE_LANGUAGE = "one_language"  # free text: the interpreter explains it


@dataclass(frozen=True)
class Gap:
    """Something that cannot be said in a language: a phrase code, slot, or fixed text."""

    kind: GapKind
    what: str


def gaps(said: Said, language: str, library: Library) -> Iterator[Gap]:
    """Yield what stands in the way of saying this in a language."""
    if isinstance(said, Words):
        if documents_catalog(language).text(said.text) is None:
            yield Gap(GapKind.NO_TRANSLATION, said.text)
        for value in said.values.values():
            yield from gaps(value, language, library)
    elif isinstance(said, Tongue):
        if language_name(said.code, language) is None and language_name(said.code, "en") is None:
            yield Gap(GapKind.NO_TRANSLATION, said.code)
    elif isinstance(said, Wording):
        yield from _wording_gaps(said, language, library)


def _wording_gaps(wording: Wording, language: str, library: Library) -> Iterator[Gap]:
    if not wording.phrase:
        if wording.language != language:
            yield Gap(GapKind.ONE_LANGUAGE, wording.text)
        return
    phrase = library.get(wording.phrase)
    if phrase is None:
        yield Gap(GapKind.NO_PHRASE, wording.phrase)
        return
    if phrase.pattern(language) is None:
        yield Gap(GapKind.NO_TRANSLATION, wording.phrase)
    for slot in missing_slots(wording, phrase):
        yield Gap(GapKind.NO_VALUE, f"{wording.phrase} {{{slot.name}}}")


def say(said: Said, language: str, library: Library) -> str:
    """Return the text in a language. There must be no `gaps`."""
    match said:
        case Plain(text):
            return isolated(text, language)
        case Day(day, precision):
            return _written_day(day, precision, language)
        case Clock() | Amount():
            return isolated(_written_value(said, language), language)
        case Tongue(code):
            known = language_name(code, language)
            return known or isolated(language_name(code, "en") or code, language)
        case Listed(items):
            return written_list(items, language)
        case Words(text, values):
            pattern = documents_catalog(language).text(text) or ""
            return pattern.format(
                **{name: say(value, language, library) for name, value in values.items()}
            )
        case Wording():
            return render(said, language, library) or ""


def _written_value(said: Clock | Amount, language: str) -> str:
    if isinstance(said, Clock):
        return written_time(said.time, language)
    return written_amount(said.euros, language)


def _written_day(day: date | None, precision: Precision, language: str) -> str:
    if day is None or precision is Precision.UNKNOWN:
        return UNTOLD
    if precision is Precision.YEAR:
        return str(day.year)
    if precision is Precision.MONTH:
        return written_month(day, language)
    return written_date(day, language).replace(" ", NO_BREAK_SPACE)

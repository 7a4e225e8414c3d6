"""What a stored value means to a reader: names for codes, days and times as they are written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any
from uuid import UUID

from kotoutus_desktop.casework.national.words import HEADINGS, REGISTERS
from kotoutus_desktop.documents.hand_over_words import ITEMS
from kotoutus_desktop.i18n import N_, interface_catalog
from kotoutus_desktop.phrases.library import Library
from kotoutus_desktop.phrases.render import render
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.reference.countries import countries
from kotoutus_desktop.reference.languages import languages
from kotoutus_desktop.reference.literacy import literacy_classes
from kotoutus_desktop.reference.municipalities import municipalities
from kotoutus_desktop.reference.permits import residence_permits
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.rules.hand_over import Item
from kotoutus_desktop.rules.orientation import Topic
from kotoutus_desktop.rules.registers import Register
from kotoutus_desktop.rules.retention import HoldKind
from kotoutus_desktop.rules.stored_fields import StoredField
from kotoutus_desktop.ui.keeping.words import HOLDS
from kotoutus_desktop.ui.labels import LABELS

NOTHING = "–"
LONGEST = 400  # letters of a value; a page of text is not told in a line of the log
YES, NO = N_("yes"), N_("no")
MINUTES_IN_HOUR = 60
CENTS = 100

_MEMBERS: Mapping[type[StrEnum], Mapping[Any, str]] = {
    **LABELS,
    Item: ITEMS,
    HoldKind: HOLDS,
    Register: REGISTERS,
    StoredField: HEADINGS,
}
_LANGUAGE_FIELDS = {
    *("mother_tongue", "service_language", "integration_language", "interpreter_language"),
    *("language", "rights_language", "copy_language", "told_in"),
    *("other_languages", "reads", "languages"),
}
_MONEY = {"amount", "cost", "highest", "interpreter_cost"}
_NAMES: Mapping[str, Callable[[], Any]] = {
    **dict.fromkeys(_LANGUAGE_FIELDS, languages),
    "citizenships": countries,
    "home_municipality": municipalities,
    "literacy": literacy_classes,
    "residence_ground": residence_permits,
}
_CODES: Mapping[str, type[StrEnum]] = {
    "topics": Topic,
    "earlier_topics": Topic,
    "service": MeasureKind,
}


@dataclass(frozen=True)
class ValueWords:
    """Says values in one language; `people` are the names of counsellors by id."""

    language: str
    people: Mapping[UUID, str] = field(default_factory=dict)
    library: Library = field(default_factory=lambda: Library(()))

    @cached_property
    def say(self) -> Callable[[str], str]:
        """Return what translates a text of the interface."""
        return interface_catalog(self.language).gettext

    def value(self, name: str, value: Any) -> str:
        """Return a value of a field as a reader understands it; a dash for nothing."""
        said = self._said(name, value)
        return said if len(said) <= LONGEST else f"{said[:LONGEST]} …"

    def _said(self, name: str, value: Any) -> str:
        match value:
            case None:
                return NOTHING
            case bool():
                return self.say(YES if value else NO)
            case StrEnum():
                return self.say(_MEMBERS.get(type(value), {}).get(value, str(value)))
            case datetime():
                return moment_text(value)
            case date():
                return day_text(value)
            case UUID():
                return self.people.get(value, NOTHING)
            case _:
                return self._plain(name, value)

    def _plain(self, name: str, value: Any) -> str:
        match value:
            case Wording():
                return self.wording(value)
            case int():
                return _number(name, value)
            case dict():
                return ", ".join(str(each) for each in value.values())
            case list() if name == "rights":
                return ", ".join(self.wording(Wording.of(str(code))) for code in value)
            case list():
                return ", ".join(self._coded(name, str(each)) for each in value)
            case _:
                return self._coded(name, str(value))

    def _coded(self, name: str, value: str) -> str:
        if name in _CODES and value in set(_CODES[name]):
            return self._said(name, _CODES[name](value))
        return str(_NAMES[name]().name(value, self.language)) if name in _NAMES else value

    def wording(self, wording: Wording) -> str:
        """Return what a phrase or free text says; the code of a phrase that cannot be said."""
        if not wording.phrase:
            return wording.text or NOTHING
        return render(wording, self.language, self.library) or wording.phrase


def day_text(day: date) -> str:
    """Return a day as every language of the interface writes it."""
    return f"{day.day}.{day.month}.{day.year}"


def moment_text(moment: datetime) -> str:
    """Return a moment of this computer's time: 24.11.2026 9:31."""
    here = moment.astimezone()
    return f"{day_text(here.date())} {here.hour}:{here.minute:02}"


def _number(name: str, value: int) -> str:
    if name == "starts":
        return f"{value // MINUTES_IN_HOUR}:{value % MINUTES_IN_HOUR:02}"
    if name in _MONEY:
        return f"{value // CENTS},{value % CENTS:02} €"
    return str(value)

"""What the combo boxes of the intake offer: closed lists of the reference data."""

from enum import StrEnum
from functools import cache

from kotoutus_desktop.i18n import interface_language
from kotoutus_desktop.reference.code_list import Entry
from kotoutus_desktop.reference.countries import STATELESS, UNKNOWN, citizenships
from kotoutus_desktop.reference.languages import offered_languages
from kotoutus_desktop.reference.literacy import literacy_classes
from kotoutus_desktop.reference.municipalities import municipalities
from kotoutus_desktop.reference.permits import ResidencePermit, offered_permits
from kotoutus_desktop.ui.fields.choice_field import Choice
from kotoutus_desktop.ui.words import enum_text

SPECIAL = (STATELESS, UNKNOWN)


def enum_choices(kind: type[StrEnum]) -> list[Choice]:
    """Return the members of an enum by what they are called."""
    return [Choice(member.value, enum_text(member)) for member in kind]


def citizenship_choices() -> list[Choice]:
    """Return stateless and unknown, then the states by name."""
    listed = sorted(citizenships(), key=lambda c: (c.code not in SPECIAL, _name(c).casefold()))
    return [_choice(country) for country in listed]


def language_choices() -> list[Choice]:
    """Return the languages, those with many speakers first; their own names find them too."""
    return [_choice(language) for language in offered_languages()]


def literacy_choices() -> list[Choice]:
    """Return the classes of literacy of every scheme in use."""
    return [_choice(entry) for entry in literacy_classes()]


def municipality_choices() -> list[Choice]:
    """Return the municipalities by name."""
    return [_choice(m) for m in sorted(municipalities(), key=lambda m: _name(m).casefold())]


def ground_choices() -> list[Choice]:
    """Return the grounds of stay with their section; common ones first, then rare and old ones."""
    return [Choice(p.code, ground_text(p), _also(p)) for p in offered_permits()]


def ground_text(permit: ResidencePermit) -> str:
    """Return what a ground of stay is called, with its section: "turvapaikka, 87 §"."""
    name = _name(permit)
    if not permit.section:
        return name
    first = permit.section.split(",")[0].strip()
    act = "" if permit.act.startswith("Aliens Act") else f" ({permit.act.removeprefix('Act ')})"
    sign = f"§ {first}" if interface_language() == "en" else f"{first} §"
    return f"{name}, {sign}{act}".replace(" §", "\u00a0§")


def _choice(entry: Entry) -> Choice:
    return _made(entry, interface_language())


@cache
def _made(entry: Entry, language: str) -> Choice:
    """Return the choice of an entry, made once: its words are folded once, too."""
    return Choice(entry.code, entry.name(language), _also(entry))


def _name(entry: Entry) -> str:
    return entry.name(interface_language())


def _also(entry: Entry) -> str:
    return " ".join((entry.fi, entry.sv, entry.en, *entry.aliases))

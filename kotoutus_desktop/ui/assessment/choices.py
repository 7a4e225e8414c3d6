"""Closed lists as the fields offer them."""

from collections.abc import Iterable
from enum import StrEnum

from kotoutus_desktop.i18n import interface_language
from kotoutus_desktop.reference.languages import Language, languages, offered_languages
from kotoutus_desktop.ui.fields.choice_field import Choice
from kotoutus_desktop.ui.words import enum_text


def members(kind: type[StrEnum]) -> list[Choice]:
    """Return every member of an enum."""
    return [Choice(member.value, enum_text(member)) for member in kind]


def segments(kind: type[StrEnum]) -> list[tuple[str, str]]:
    """Return every member of an enum, for choices that can all be seen."""
    return [(member.value, enum_text(member)) for member in kind]


def language_choices(first: Iterable[str] = ()) -> list[Choice]:
    """Return the languages that are offered, those of the client and of the office first."""
    front = [known for code in dict.fromkeys(first) if (known := languages().get(code))]
    rest = [language for language in offered_languages() if language not in front]
    return [_choice(language) for language in (*front, *rest)]


def _choice(language: Language) -> Choice:
    also = " ".join((language.native, language.fi, language.sv, language.en, *language.aliases))
    return Choice(language.code, language.name(interface_language()), also)

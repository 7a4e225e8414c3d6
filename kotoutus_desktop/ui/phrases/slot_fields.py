"""Small editors for the gaps of a phrase: dates, levels, languages, numbers and names."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.phrases.library import SLOT_NAMES, Slot, SlotKind
from kotoutus_desktop.reference.language_levels import offered_levels
from kotoutus_desktop.reference.languages import Language, languages
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField, SearchChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.date_text import EnteredDate
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import TextField

NOT_A_COUNT = N_("Write a number, for example 20 or 7,5.")
_WIDTHS = {SlotKind.TEXT: 260, SlotKind.PLACE: 260}


class CountField(TextField):
    """A number, whole or not; kept with a decimal point."""

    def value(self) -> str:
        """Return the number as text; raises InvalidInput for anything else that was typed."""
        typed = super().value().replace(",", ".")
        if not typed:
            return ""
        try:
            number = Decimal(typed)
        except InvalidOperation:
            raise InvalidInput("", NOT_A_COUNT) from None
        if not number.is_finite() or number < 0:
            raise InvalidInput("", NOT_A_COUNT)
        return typed

    def set_value(self, value: str) -> None:
        """Show a number with a decimal comma."""
        self.line.setText(value.replace(".", ","))


def slot_name(slot: Slot) -> str:
    """Return what a slot is called where it is filled, beginning with a capital."""
    name = _(SLOT_NAMES.get(slot.name, slot.name))
    return name[:1].upper() + name[1:]


def slot_field(slot: Slot, today: Callable[[], date]) -> Field:
    """Return the editor of a slot."""
    name = slot_name(slot)
    match slot.kind:
        case SlotKind.DATE:
            return DateField(name, today)
        case SlotKind.LEVEL:
            return ChoiceField(name, level_choices(), width=120)
        case SlotKind.LANGUAGE:
            return SearchChoiceField(name, language_choices(), width=240)
        case SlotKind.NUMBER | SlotKind.HOURS:
            return CountField(name, width=80)
        case SlotKind.TEXT | SlotKind.PLACE:
            return TextField(name, width=_WIDTHS[slot.kind])


def raw_value(field: Field) -> str:
    """Return the value of a slot as a wording keeps it; raises InvalidInput when it is none."""
    if isinstance(field, DateField):
        day = field.day()
        return day.isoformat() if day else ""
    return str(field.value())


def set_raw_value(field: Field, value: str) -> None:
    """Show a value that a wording keeps; what cannot be read stays as it is written."""
    if not isinstance(field, DateField):
        field.set_value(value)
        return
    try:
        shown: Any = EnteredDate(date.fromisoformat(value)) if value else None
    except ValueError:
        field.restore(value)
    else:
        field.set_value(shown)


def level_choices() -> list[Choice]:
    """Return the levels that a phrase can name: the code is what every language prints."""
    return [Choice(level.code, level.code) for level in offered_levels() if level.cefr]


def language_choices() -> list[Choice]:
    """Return the languages, the most spoken first."""
    offered = [language for language in languages() if language.offer]
    offered.sort(key=lambda language: -(language.speakers or 0))
    return [_language_choice(language) for language in offered]


def _language_choice(language: Language) -> Choice:
    also = " ".join((language.fi, language.sv, language.en, language.native, *language.aliases))
    return Choice(language.code, language.both_names(interface_language()), also)

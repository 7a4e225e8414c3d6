"""Fields bound to the attributes of a record: shown from it, written to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.words import enum_text


@dataclass(frozen=True)
class Binding:
    """One field of a record. `kind` is the enum whose members it chooses from, if any."""

    name: str
    field: Field
    kind: type[StrEnum] | None = None
    otherwise: Any = None  # kept while nothing is chosen

    def show(self, record: object) -> None:
        """Show the value of the record."""
        value = getattr(record, self.name)
        if self.kind is not None:
            value = value.value if value is not None else ""
        self.field.set_value(value)
        if isinstance(self.field, ChoiceField):
            self.field.box.line.setCursorPosition(0)  # a long name is read from its beginning

    def value(self) -> Any:
        """Return the value as the record keeps it; raises InvalidInput, naming the field."""
        try:
            value: Any = (
                self.field.day() if isinstance(self.field, DateField) else self.field.value()
            )
        except InvalidInput as error:
            raise InvalidInput(self.name, error.message, **error.values) from error
        if self.kind is None:
            return value
        return self.kind(value) if value else self.otherwise


class Bindings:
    """The fields of one record, in reading order."""

    def __init__(self, *bindings: Binding) -> None:
        self._bindings = {binding.name: binding for binding in bindings}

    def __iter__(self) -> Iterator[Binding]:
        """Go through them in reading order."""
        return iter(self._bindings.values())

    def field(self, name: str) -> Field | None:
        """Return the field of an attribute, None where there is none."""
        binding = self._bindings.get(name)
        return binding.field if binding else None

    def show(self, record: object) -> None:
        """Show a record."""
        for binding in self:
            binding.show(record)

    def write(self, record: object) -> None:
        """Write what can be read; what cannot stays in the field with its fault."""
        for binding in self:
            if not binding.field.fault():
                value = binding.value()
                if getattr(record, binding.name) != value:
                    setattr(record, binding.name, value)

    def faulty(self) -> list[Binding]:
        """Return the fields whose typing means nothing."""
        return [binding for binding in self if binding.field.fault()]

    def shown_faults(self) -> int:
        """Return how many faults are being shown."""
        return sum(binding.field.has_error() for binding in self)


def enum_choices(kind: type[StrEnum]) -> list[Choice]:
    """Return the members of an enum as choices, in their order."""
    return [Choice(member.value, capital(enum_text(member))) for member in kind]


def capital(text: str) -> str:
    """Return a label with its first letter large; the rest stays as it is."""
    return text[:1].upper() + text[1:]

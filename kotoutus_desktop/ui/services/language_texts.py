"""Texts of the office in several languages: Finnish, Swedish, English, others when chosen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from kotoutus_desktop.casework.services.texts import READ_FIRST
from kotoutus_desktop.i18n import _
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.ui.clients.field_grid import FieldGrid
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.fields.choice_field import Choice
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.multi_choice_field import MultiChoiceField
from kotoutus_desktop.ui.fields.text_field import LongTextField, TextField
from kotoutus_desktop.ui.phrases.phrasebook import written_in

OTHERS = tuple(code for code in CLIENT_LANGUAGES if code not in READ_FIRST)
CHOSEN = "text_languages"
"""The name of the field that says which languages of clients there are fields for."""


class Text(NamedTuple):
    """A text that stands in several languages: its name, its label with {language}, its size."""

    name: str
    label: str
    lines: int = 1


class LanguageTexts(Column):
    """Fields name_fi, name_sv and so on; those of a client's language appear when it is chosen.

    `register` takes each field with its name, as a form does. Papers of the municipality are not
    `for_clients`: they stand in the first three alone. `more` holds the languages of
    clients: the form puts it where it does not stand in the way.
    """

    def __init__(
        self,
        texts: Sequence[Text],
        register: Callable[[str, Field], Field],
        *,
        for_clients: bool = True,
    ) -> None:
        super().__init__(gap=3)
        self._texts, self._register = texts, register
        self.fields: dict[str, Field] = {}
        self._grid = FieldGrid(most=3, narrowest=220)
        for text in texts:
            for code in READ_FIRST:
                self._add(self._grid, text, code)
        self.put(self._grid)
        self._for_clients = for_clients
        if for_clients:
            self._offer_others()

    def values(self, name: str) -> dict[str, str]:
        """Return a text by language; of a language that was taken away nothing."""
        return {code: self.fields[f"{name}_{code}"].value() for code in self._shown()}

    def show_values(self, **texts: Mapping[str, str]) -> None:
        """Show texts by their names; the languages of clients that they have appear."""
        codes = {code for by_language in texts.values() for code in by_language}
        if self._for_clients:
            self.chosen.set_value([code for code in OTHERS if code in codes])
            self._show_chosen()
        for name, by_language in texts.items():
            for code in self._shown():
                self.fields[f"{name}_{code}"].set_value(by_language.get(code, ""))

    def make_room(self, content: Mapping[str, Any]) -> None:
        """Make the fields that a draft has something for, before it is shown."""
        self.chosen.set_value(content.get(CHOSEN, ()))
        self._show_chosen()

    def _shown(self) -> tuple[str, ...]:
        return (*READ_FIRST, *(self.chosen.value() if self._for_clients else ()))

    def _offer_others(self) -> None:
        self.more = Column(gap=3)
        self._more = FieldGrid(most=2)
        self.chosen = MultiChoiceField(
            _("Languages of clients"),
            [Choice(code, written_in(code)) for code in OTHERS],
            hint=_(
                "Where a language has no text, papers say so and show the Finnish or Swedish one."
            ),
        )
        self._register(CHOSEN, self.chosen)
        self.chosen.changed.connect(self._show_chosen)
        self.more.put(self.chosen, self._more)

    def _show_chosen(self) -> None:
        wanted = self.chosen.value()
        for code in wanted:
            for text in self._texts:
                if f"{text.name}_{code}" not in self.fields:
                    self._add(self._more, text, code)
        for code in OTHERS:
            for text in self._texts:
                field = self.fields.get(f"{text.name}_{code}")
                if field is not None:
                    field.setVisible(code in wanted)

    def _add(self, grid: FieldGrid, text: Text, code: str) -> None:
        label = text.label.format(language=written_in(code))
        field: Field
        field = TextField(label) if text.lines == 1 else LongTextField(label, lines=text.lines)
        self.fields[f"{text.name}_{code}"] = field
        self._register(f"{text.name}_{code}", field)
        grid.put(field)

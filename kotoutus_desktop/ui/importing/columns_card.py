"""What the columns of a table are: a field of a client for each, with samples beside it."""

from collections.abc import Mapping

from kotoutus_desktop.casework.importing.columns import FIELDS
from kotoutus_desktop.casework.importing.table import FORMULA, Table, Unclear
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, clear
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField

SAMPLES = 3  # values that are shown beside a heading
LONGEST_SAMPLE = 24


class ColumnsCard(Card):
    """A choice for each column that has a heading."""

    def __init__(self) -> None:
        super().__init__(_("What the columns are"))
        self.fields: dict[int, ChoiceField] = {}
        self._lines = Column(gap=3)
        explanation = _(
            "Columns without a field are left out. A whole name is read as family names,"
            " a comma and given names."
        )
        self.put(wrapped(explanation, "small", "muted"))
        self.column.addLayout(self._lines)

    def show_table(self, table: Table, matched: Mapping[int, str]) -> None:
        """Show the columns of a table; `matched` are those that are known, by place."""
        clear(self._lines)
        choices = [Choice(name, _(text)) for name, text in FIELDS.items()]
        self.fields = {}
        for place, heading in enumerate(table.headings):
            if heading:
                field = ChoiceField(heading, choices, hint=_samples(table, place), width=360)
                field.set_value(matched.get(place, ""))
                self.fields[place] = field
                self._lines.put(field)

    def chosen(self) -> dict[int, str]:
        """Return what the columns are, by place; those that are left out are not named."""
        return {place: field.value() for place, field in self.fields.items() if field.value()}

    def take_focus(self) -> None:
        """Put the keyboard on the first column."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.take_focus()


def _samples(table: Table, place: int) -> str:
    """Return the first values of a column, to see what it is."""
    found = (cells[place] for _number, cells in table.rows)
    known = (value for value in found if value is not None and not isinstance(value, Unclear))
    texts = ["=…" if value is FORMULA else str(value) for value in known]
    return " · ".join(text[:LONGEST_SAMPLE] for text in texts[:SAMPLES] if text.strip())

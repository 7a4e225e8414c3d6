"""One subject of the settings: a title, a line under it, and what can be set."""

from typing import Any

from PySide6.QtWidgets import QFrame

from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Item
from kotoutus_desktop.ui.components.turning import Turning
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.theme import theme

BESIDE_FROM = 440  # text units that two fields beside each other need


class Part(QFrame):
    """A column as wide as a form. `fields` are those of a record, by the record's names."""

    def __init__(self, title: str, text: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.fields: dict[str, Field] = {}
        self.column = Column(self, gap=4)
        self.title = Label(title, "title")
        self.text = wrapped(text, "body", "muted")
        head = Column(gap=1)
        head.put(self.title, self.text)
        self.column.put(head)
        self.text.setVisible(bool(text))  # only now: a parentless label would be a window
        theme().changed.connect(self._size)
        self._size()

    def put(self, *items: Item) -> None:
        """Add to the column."""
        self.column.put(*items)

    def add(self, **fields: Field) -> None:
        """Add fields under each other."""
        self.fields |= fields
        self.column.put(*fields.values())

    def add_pair(self, **fields: Field) -> None:
        """Add two fields beside each other, or under each other where there is no room."""
        self.fields |= fields
        pair = Turning(BESIDE_FROM, gap=4)
        for field in fields.values():
            pair.row.addWidget(field, 1)
        self.column.put(pair)

    def show_record(self, record: object) -> None:
        """Show the values of a record."""
        for name, field in self.fields.items():
            field.set_value(getattr(record, name))

    def values(self) -> dict[str, Any]:
        """Return what was entered; raises InvalidInput, naming the field.

        A number that was emptied is left out: the record keeps the one it has.
        """
        entered = {name: field.value() for name, field in self.fields.items()}
        return {name: value for name, value in entered.items() if value is not None}

    def shown(self) -> None:
        """Read anew what is shown; called when the part comes to the front."""

    def _size(self) -> None:
        self.setMaximumWidth(theme().size("form_column"))

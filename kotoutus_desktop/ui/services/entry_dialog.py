"""A small form for one record of a document: a goal, a partner, a follow-up."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Item, Row, ScrollColumn
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.theme import theme

Store = Callable[[], None]


class EntryDialog(QDialog):
    """Fields by name; `store` writes them, and what it refuses is said at its field."""

    def __init__(self, title: str, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.fields: dict[str, Field] = {}
        self._store = store
        self.area = ScrollColumn((0, 0, 2, 0), 3)
        self.button = Button(_("Save"), "primary", key="Ctrl+Return")
        stay = Button(_("Back"))
        buttons = Row(gap=2)
        buttons.put(None, stay, self.button)
        Column(self, (5, 5, 5, 5), 3).put(Label(title, "title"), (self.area, 1), buttons)
        self.button.clicked.connect(self.accept)
        stay.clicked.connect(self.reject)
        self.resize(theme().px(820), theme().px(600))

    def register(self, name: str, field: Field) -> Field:
        """Register a field under the name by which it is refused."""
        self.fields[name] = field
        return field

    def add(self, fields: Mapping[str, Field]) -> None:
        """Register fields and put them under each other."""
        for name, field in fields.items():
            self.area.put(self.register(name, field))

    def put(self, *items: Item) -> None:
        """Put something among the fields."""
        self.area.put(*items)

    def value(self, name: str) -> Any:
        """Return what a field means; raises InvalidInput with the name of the field."""
        try:
            return self.fields[name].value()
        except InvalidInput as error:
            raise InvalidInput(name, error.message, **error.values) from None

    def day(self, name: str) -> Any:
        """Return the day of a field, None while it is empty."""
        entered = self.value(name)
        return entered.day if entered else None

    def accept(self) -> None:
        """Close when it was stored."""
        try:
            self._store()
        except InvalidInput as error:
            field = self.fields.get(error.field) or next(iter(self.fields.values()))
            field.show_error(explain(error))
            self.area.reveal(field)
            field.take_focus()
            return
        super().accept()

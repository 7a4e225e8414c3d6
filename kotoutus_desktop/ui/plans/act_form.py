"""A small form on the page for one act on an agreed plan: a day, perhaps a word, a button."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Row
from kotoutus_desktop.ui.components.reading_order import set_reading_order
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.field import Field

Do = Callable[[], Any]


class ActForm(Card):
    """Fields by name over a button; a refusal is shown at its field."""

    done = Signal()
    cancelled = Signal()

    def __init__(self, title: str, fields: Mapping[str, Field], act: str, do: Do) -> None:
        super().__init__(gap=3)
        self.fields, self._do = fields, do
        self.button = Button(act, icon="check")
        self.button.clicked.connect(self.confirm)
        cancel = Button(_("Cancel"), "link")
        cancel.clicked.connect(self.cancelled)
        buttons = Row(gap=2)
        buttons.put(self.button, cancel, None)
        self.put(Label(title, "heading"), *fields.values(), buttons)
        set_reading_order(self)

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        next(iter(self.fields.values())).take_focus()

    def confirm(self) -> None:
        """Do it, unless a field is refused."""
        for field in self.fields.values():
            if fault := field.fault():
                field.show_error(fault)
                field.take_focus()
                return
        try:
            self._do()
        except InvalidInput as error:
            field = self.fields.get(error.field) or next(iter(self.fields.values()))
            field.show_error(explain(error))
            field.take_focus()
        else:
            self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

"""A question of a few fields that is asked until its answer can be stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.theme import theme

WIDTH, AROUND, HIGHEST = 540, 190, 680  # at 100 % text; AROUND are title, buttons and margins


@dataclass(frozen=True)
class Asked:
    """The words of the dialog: its title, what is said, and its button."""

    title: str
    said: str
    act: str


class FieldsDialog(QDialog):
    """`save` stores the answer and raises InvalidInput, naming a field of the dialog."""

    def __init__(
        self,
        asked: Asked,
        fields: Mapping[str, Field],
        save: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(asked.title)
        self.fields, self._save = dict(fields), save
        self.refused = wrapped("", "body", "danger")
        self.button = Button(asked.act, "primary", key="Ctrl+Return")
        self.button.clicked.connect(self.accept)
        stay = Button(_("Back"))
        stay.clicked.connect(self.reject)
        buttons = Row(gap=2)
        buttons.put(None, stay, self.button)
        self.body = ScrollColumn((0, 0, 2, 0), 3)
        said = wrapped(asked.said, "body", "muted")
        self.body.put(said, *self.fields.values(), self.refused, None)
        self.refused.hide()
        Column(self, (5, 5, 5, 5), 3).put(Label(asked.title, "title"), (self.body, 1), buttons)
        for field in self.fields.values():
            for line in field.findChildren(QLineEdit):
                line.returnPressed.connect(self.accept)
        ground = self.body.widget()
        asked_for = ground.sizeHint().height() if ground is not None else 0
        self.resize(theme().px(WIDTH), min(asked_for + theme().px(AROUND), theme().px(HIGHEST)))
        next(iter(self.fields.values())).take_focus()

    def accept(self) -> None:
        """Close when the answer was taken."""
        self.refused.hide()
        try:
            self._save()
        except InvalidInput as error:
            self._refuse(error)
        except KotoutusError as error:
            self.refused.setText(explain(error))
            self.refused.show()
        else:
            super().accept()

    def _refuse(self, error: InvalidInput) -> None:
        wrong = [name for name, field in self.fields.items() if field.show_fault()]
        name = error.field if error.field in self.fields else (wrong or list(self.fields))[0]
        if name not in wrong:
            self.fields[name].show_error(explain(error))
        self.fields[name].take_focus()
        self.body.reveal(self.fields[name])

"""A short question with a text and perhaps a day: put off, a reason, own task, another day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.theme import theme

Save = Callable[[str, date | None], object]


@dataclass(frozen=True)
class Question:
    """The words of the dialog: labels of its fields, `day` empty for none, and of its button."""

    title: str
    explanation: str
    text: str
    act: str
    day: str = ""


class NoteDialog(QDialog):
    """Asks until `save` takes the answer; what it refuses is shown at the field.

    `save` is given the text and the day, and raises InvalidInput; the field named "reason" or
    "text" is the text, any other the day.
    """

    def __init__(
        self,
        question: Question,
        today: Callable[[], date],
        save: Save,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self._save = save
        self.text = TextField(question.text)
        self.day = DateField(question.day, today) if question.day else None
        self.button = Button(question.act, "primary", key="Ctrl+Return")
        self.button.clicked.connect(self.accept)
        stay = Button(_("Back"))
        stay.clicked.connect(self.reject)
        for line in (self.text.line, *((self.day.line,) if self.day else ())):
            line.returnPressed.connect(self.accept)
        buttons = Row(gap=2)
        buttons.put(None, stay, self.button)
        fields: list[Field] = [self.text, *((self.day,) if self.day else ())]
        said = wrapped(question.explanation, "body", "muted")
        title = Label(question.title, "title")
        Column(self, (5, 5, 5, 5), 3).put(title, said, *fields, None, buttons)
        self.resize(theme().px(480), theme().px(320 if self.day else 250))
        self.text.take_focus()

    def fill(self, text: str, day: date | None) -> None:
        """Show what was answered before."""
        self.text.set_value(text)
        if self.day is not None:
            self.day.set_value(day)

    def accept(self) -> None:
        """Close when the answer was taken."""
        try:
            day = self.day.day() if self.day is not None else None
        except InvalidInput as error:
            self._refuse(self.day, error)
            return
        try:
            self._save(self.text.value(), day)
        except InvalidInput as error:
            of_text = error.field in ("reason", "text") or self.day is None
            self._refuse(self.text if of_text else self.day, error)
            return
        super().accept()

    def _refuse(self, field: Field | None, error: InvalidInput) -> None:
        assert field is not None
        field.show_error(explain(error))
        field.take_focus()

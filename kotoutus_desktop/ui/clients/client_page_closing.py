"""The short question with which a client relationship ends: day, reason, a word if needed."""

from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import ClosingReason
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace


class ClosingDialog(QDialog):
    """Asks when and why; accepted when both are known. The case stays and can be reopened."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("End the client relationship"))
        choices = [Choice(reason.value, enum_text(reason)) for reason in ClosingReason]
        self.date = DateField(_("Ended on"), workspace.today)
        self.date.set_value(workspace.today())
        self.reason = ChoiceField(_("Reason"), choices, width=320)
        self.note = TextField(_("More about the reason"), width=420)
        self.button = Button(_("End the client relationship"), "primary", key="Ctrl+Return")
        self.button.clicked.connect(self.accept)
        stay = Button(_("Back"))
        stay.clicked.connect(self.reject)
        buttons = Row(gap=2)
        buttons.put(None, stay, self.button)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(_("End the client relationship"), "title"),
            wrapped(_("The case stays in the file, and it can be reopened."), "body", "muted"),
            self.date,
            self.reason,
            self.note,
            None,
            buttons,
        )
        self.resize(theme().px(480), theme().px(440))
        self.reason.take_focus()

    def answer(self) -> tuple[date, ClosingReason, str] | None:
        """Return day, reason and note; None, with the fault shown, while one is not known."""
        day, reason = self._day(), self._reason()
        if day is None or reason is None:
            return None
        return day, reason, str(self.note.value())

    def accept(self) -> None:
        """End only what can be ended."""
        if self.answer() is not None:
            super().accept()

    def _day(self) -> date | None:
        try:
            day = self.date.day()
        except InvalidInput as error:
            self.date.show_error(explain(error))
            return None
        if day is None:
            self.date.show_error(_("Write the day on which the relationship ended."))
        return day

    def _reason(self) -> ClosingReason | None:
        try:
            value = self.reason.value()
        except InvalidInput as error:
            self.reason.show_error(explain(error))
            return None
        if not value:
            self.reason.show_error(_("Choose the reason."))
            return None
        return ClosingReason(value)

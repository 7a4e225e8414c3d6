"""The short question why something was late."""

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.casework.ledger import LONGEST_REASON, LedgerRow
from kotoutus_desktop.documents.ledger_words import rule_text
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.fields.text_field import LongTextField
from kotoutus_desktop.ui.theme import theme


class ReasonDialog(QDialog):
    """Asks for the reason; an empty one takes it away. `name` is the client's as it may be seen."""

    def __init__(self, row: LedgerRow, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Reason of lateness"))
        each = row.obligation
        what = _("{rule}, due {date}").format(rule=rule_text(each.rule), date=date_text(each.due))
        self.reason = LongTextField(
            _("Why it was late"),
            hint=_("The reason stays in this file. No export shows it; the ledger counts it."),
        )
        self.reason.set_value(row.reason)
        self.button = Button(_("Save the reason"), "primary", key="Ctrl+Return")
        self.button.clicked.connect(self.accept)
        stay = Button(_("Back"))
        stay.clicked.connect(self.reject)
        buttons = Row(gap=2)
        buttons.put(None, stay, self.button)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(_("Reason of lateness"), "title"),
            wrapped(f"{name}: {what}", "body", "muted"),
            self.reason,
            None,
            buttons,
        )
        self.resize(theme().px(520), theme().px(340))
        self.reason.take_focus()

    def accept(self) -> None:
        """Take only what can be stored."""
        if len(str(self.reason.value())) > LONGEST_REASON:
            self.reason.show_error(_("Write at most {n} characters.").format(n=LONGEST_REASON))
            return
        super().accept()

"""What happened to a referral, when and why."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.referrals import ReferralState
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import LongTextField
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

Save = Callable[[ReferralState, date, str], object]
_NO_DAY = N_("Write the day.")


class StepDialog(QDialog):
    """Asks until `save` takes the answer; what it refuses is shown at its field."""

    def __init__(
        self,
        workspace: Workspace,
        states: Sequence[ReferralState],
        save: Save,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        title = _("What happened to the referral")
        self.setWindowTitle(title)
        self._save = save
        choices = [Choice(each.value, enum_text(each)) for each in states]
        self.state = ChoiceField(_("What happened"), choices)
        self.state.set_value(states[0].value)
        self.on = DateField(_("Day"), workspace.today)
        self.on.set_value(workspace.today())
        self.reason = LongTextField(
            _("Why, or a remark"), lines=2, hint=_("Asked for when it was refused or broken off.")
        )
        button = Button(_("Record"), "primary", key="Ctrl+Return")
        button.clicked.connect(self.accept)
        stay = Button(_("Back"))
        stay.clicked.connect(self.reject)
        buttons = Row(gap=2)
        buttons.put(None, stay, button)
        said = wrapped(_("Each change stays in the history of the referral."), "body", "muted")
        Column(self, (5, 5, 5, 5), 3).put(
            Label(title, "title"), said, self.state, self.on, self.reason, None, buttons
        )
        self.on.line.returnPressed.connect(self.accept)
        self.resize(theme().px(480), theme().px(430))
        self.state.take_focus()

    def accept(self) -> None:
        """Close when the answer was taken."""
        fields: dict[str, Field] = {
            "state": self.state, "happened_on": self.on, "reason": self.reason,
        }  # fmt: skip
        try:
            self._save(ReferralState(self.state.value()), self._day(), self.reason.value())
        except InvalidInput as error:
            field = fields.get(error.field, self.state)
            field.show_error(explain(error))
            field.take_focus()
            return
        super().accept()

    def _day(self) -> date:
        day = self.on.day()
        if day is None:
            raise InvalidInput("happened_on", _NO_DAY)
        return day

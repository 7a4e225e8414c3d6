"""By whom, when and why a time is cancelled."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.appointment import CancelledBy
from kotoutus_desktop.rules.section import FEE
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_marks import SegmentField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

Save = Callable[[CancelledBy, date | None, str], object]


class CancelDialog(QDialog):
    """Asks until `save` takes the answer; what it refuses is shown at the field."""

    def __init__(self, workspace: Workspace, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Cancel the appointment")
        self.setWindowTitle(title)
        self._save = save
        self.by = SegmentField(
            _("Cancelled by"), [(each.value, enum_text(each)) for each in CancelledBy]
        )
        self.by.set_value(CancelledBy.CLIENT.value)
        self.on = DateField(_("Cancelled on"), workspace.today)
        self.on.set_value(workspace.today())
        self.reason = TextField(_("Why"))
        said = _(
            "Cancelled beforehand, whatever the reason, costs nothing ({section}). Who tells of "
            "it only after the time did not come."
        ).format(section=section_text(FEE))
        button = Button(_("Cancel the appointment"), "primary", key="Ctrl+Return")
        button.clicked.connect(self.accept)
        stay = Button(_("Back"))
        stay.clicked.connect(self.reject)
        buttons = Row(gap=2)
        buttons.put(None, stay, button)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(title, "title"), wrapped(said, "body", "muted"), self.by, self.on, self.reason,
            None, buttons,
        )  # fmt: skip
        for line in (self.on.line, self.reason.line):
            line.returnPressed.connect(self.accept)
        self.resize(theme().px(500), theme().px(430))
        self.reason.take_focus()

    def accept(self) -> None:
        """Close when the answer was taken."""
        try:
            day = self.on.day()
        except InvalidInput as error:
            _refuse(self.on, error)
            return
        try:
            self._save(CancelledBy(self.by.value()), day, str(self.reason.value()))
        except InvalidInput as error:
            _refuse(self.on if error.field == "on" else self.reason, error)
            return
        super().accept()


def _refuse(field: Field, error: InvalidInput) -> None:
    field.show_error(explain(error))
    field.take_focus()

"""Hours of self-study: the day, how long, about what, and the ground of the decree."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.casework.orientation.self_study import StudyEntry, record_study
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.orientation import REQUIRED_MINUTES, SelfStudyGround, Topic
from kotoutus_desktop.rules.section import SELF_STUDY
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.multi_choice_field import MultiChoiceField
from kotoutus_desktop.ui.fields.text_field import NumberField, TextField
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace


class StudyDialog(QDialog):
    """Stores what is written; what is refused is said at its field."""

    def __init__(
        self, workspace: Workspace, client_id: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Self-study"))
        self._workspace, self._client = workspace, client_id
        self.done_on = DateField(_("Day"), workspace.today)
        self.minutes = NumberField(_("Length in minutes"), 1, REQUIRED_MINUTES, width=90)
        self.topics = MultiChoiceField(
            _("Topics"), [Choice(each.value, enum_text(each)) for each in Topic]
        )
        self.ground = ChoiceField(
            _("Ground for self-study"),
            [Choice(each.value, enum_text(each)) for each in SelfStudyGround],
            hint=_("Teaching is the rule. Without a ground the hours stay, but are not complete."),
            section=SELF_STUDY,
        )
        self.reason = TextField(_("Why the ground is there"))
        self.material = TextField(_("Material"))
        self.button = Button(_("Save"), "primary", key="Ctrl+Return")
        self._build()

    def entry(self) -> StudyEntry:
        """Return what is written; raises InvalidInput, naming the field."""
        self._read("done_on")
        ground = self._read("ground")
        day, minutes = self.done_on.day(), self._read("minutes")
        if day is None:
            raise InvalidInput("done_on", _("Write the day."))
        return StudyEntry(
            done_on=day,
            minutes=int(minutes or 0),
            topics=tuple(Topic(each) for each in self._read("topics")),
            ground=SelfStudyGround(ground) if ground else None,
            reason=str(self._read("reason")),
            material=str(self._read("material")),
        )

    def accept(self) -> None:
        """Close when it was stored."""
        try:
            entry = self.entry()
            with self._workspace.database.transaction(_("self-study")) as session:
                record_study(
                    session,
                    self._client,
                    entry,
                    self._workspace.officer_id,
                    self._workspace.today(),
                )
        except InvalidInput as error:
            self._refuse(error)
            return
        super().accept()

    def _read(self, name: str) -> Any:
        try:
            return self._fields()[name].value()
        except InvalidInput as error:
            raise InvalidInput(name, error.message, **error.values) from error

    def _refuse(self, error: InvalidInput) -> None:
        field = self._fields().get(error.field, self.minutes)
        field.show_error(explain(error))
        field.take_focus()

    def _fields(self) -> dict[str, Field]:
        names = ("done_on", "minutes", "topics", "ground", "reason", "material")
        return {name: getattr(self, name) for name in names}

    def _build(self) -> None:
        self.button.clicked.connect(self.accept)
        stay = Button(_("Back"))
        stay.clicked.connect(self.reject)
        buttons = Row(margins=(5, 2, 5, 4), gap=2)
        buttons.put(None, stay, self.button)
        body = ScrollColumn((5, 4, 5, 2), 3)
        body.put(Label(_("Self-study"), "title"), *self._fields().values(), None)
        column = Column(self, gap=0)
        column.put((body, 1), buttons)
        self.done_on.set_value(self._workspace.today())
        self.resize(theme().px(560), theme().px(600))
        self.minutes.take_focus()

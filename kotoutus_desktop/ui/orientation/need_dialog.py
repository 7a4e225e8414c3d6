"""What a client needs for orientation: contact teaching, care for children, the earliest day."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.casework.orientation.needs import (
    MOST_EARLIER_HOURS,
    NeedEntry,
    entry_of,
    need_of,
    record_need,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.orientation import known_topics
from kotoutus_desktop.rules.orientation import Topic
from kotoutus_desktop.rules.section import CONTACT_TEACHING
from kotoutus_desktop.ui.components.buttons import Button, Segments
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.multi_choice_field import MultiChoiceField
from kotoutus_desktop.ui.fields.text_field import LongTextField, NumberField, TextField
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

NOT_JUDGED, SUITS, UNSUITABLE = "", "suits", "unsuitable"
_REMOTE = {None: NOT_JUDGED, False: SUITS, True: UNSUITABLE}
_BY_VALUE = {value: key for key, value in _REMOTE.items()}


class NeedDialog(QDialog):
    """Asks what a client needs, and stores it; what is refused is said at its field."""

    def __init__(
        self, workspace: Workspace, client_id: UUID, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Need for orientation"))
        self._workspace, self._client = workspace, client_id
        self.remote = Segments(
            [
                (NOT_JUDGED, _("not judged yet")),
                (SUITS, _("suits")),
                (UNSUITABLE, _("unsuitable")),
            ],
            NOT_JUDGED,
            name=_("Remote teaching"),
            bulk="small",
        )
        self.remote_reason = LongTextField(
            _("Why remote teaching is unsuitable"),
            hint=_("For example reading and writing, no device or quiet room, a way of learning."),
            lines=2,
        )
        self.child_care = CheckField(_("Needs care of children during the course"))
        self.earliest_on = DateField(_("Earliest day to begin"), workspace.today)
        self.earlier_minutes = NumberField(
            _("Hours done elsewhere earlier"), 0, MOST_EARLIER_HOURS, width=90
        )
        self.earlier_where = TextField(_("Where they were done"))
        self.earlier_topics = MultiChoiceField(
            _("Topics done elsewhere"), [Choice(each.value, enum_text(each)) for each in Topic]
        )
        self.left_out = TextField(
            _("Why the client waits for no course"), hint=_("Empty: the client waits.")
        )
        self.note = LongTextField(_("Note"), lines=2)
        self.button = Button(_("Save"), "primary", key="Ctrl+Return")
        self._build(name)
        self._fill()

    def entry(self) -> NeedEntry:
        """Return what is written; raises InvalidInput for what cannot be read."""
        day = self._read(self.earliest_on, "earliest_on")
        hours = self._read(self.earlier_minutes, "earlier_minutes")
        topics = self._read(self.earlier_topics, "earlier_topics")
        return NeedEntry(
            child_care=bool(self.child_care.value()),
            remote_unsuitable=_BY_VALUE[self.remote.value()],
            remote_reason=str(self.remote_reason.value()),
            earliest_on=self.earliest_on.day() if day else None,
            earlier_minutes=60 * int(hours or 0),
            earlier_topics=tuple(topics),
            earlier_where=str(self.earlier_where.value()),
            left_out=str(self.left_out.value()),
            note=str(self.note.value()),
        )

    def accept(self) -> None:
        """Close when it was stored."""
        try:
            entry = self.entry()
            with self._workspace.database.transaction(_("need for orientation")) as session:
                record_need(session, self._client, entry)
        except InvalidInput as error:
            self._refuse(error)
            return
        super().accept()

    def _read(self, field: Field, name: str) -> Any:
        try:
            return field.value()
        except InvalidInput as error:
            raise InvalidInput(name, error.message, **error.values) from None

    def _refuse(self, error: InvalidInput) -> None:
        field: Field = getattr(self, error.field)
        field.show_error(explain(error))
        field.take_focus()

    def _fill(self) -> None:
        with self._workspace.database.reading() as session:
            entry = entry_of(need_of(session, self._client))
        self.remote.set_value(_REMOTE[entry.remote_unsuitable])
        self.remote_reason.set_value(entry.remote_reason)
        self.child_care.set_value(entry.child_care)
        self.earliest_on.set_value(entry.earliest_on)
        self.earlier_minutes.set_value(entry.earlier_minutes // 60 or None)
        self.earlier_where.set_value(entry.earlier_where)
        known = known_topics(list(entry.earlier_topics))
        self.earlier_topics.set_value([each.value for each in Topic if each in known])
        self.left_out.set_value(entry.left_out)
        self.note.set_value(entry.note)
        self._ask_reason()

    def _ask_reason(self, _value: str = "") -> None:
        self.remote_reason.setVisible(self.remote.value() == UNSUITABLE)

    def _build(self, name: str) -> None:
        segments = Row(gap=0)
        segments.put(self.remote, None)
        law = _("Contact teaching is a duty where remote teaching is unsuitable ({section}).")
        said = wrapped(law.format(section=section_text(CONTACT_TEACHING)), "small", "muted")
        area = ScrollColumn((0, 0, 2, 0), 3)
        area.put(Label(_("Remote teaching"), "strong"))
        area.column.addLayout(segments)
        area.put(said, self.remote_reason, self.child_care, self.earliest_on)
        area.put(self.earlier_minutes, self.earlier_where, self.earlier_topics)
        area.put(self.left_out, self.note, None)
        stay = Button(_("Back"))
        buttons = Row(gap=2)
        buttons.put(None, stay, self.button)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(_("Need for orientation"), "title"),
            wrapped(name, "body", "muted"),
            (area, 1),
            buttons,
        )
        self.remote.chosen.connect(self._ask_reason)
        self.button.clicked.connect(self.accept)
        stay.clicked.connect(self.reject)
        self.resize(theme().px(560), theme().px(600))
        self.remote.first_button().setFocus()

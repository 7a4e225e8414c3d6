"""The roll call as it is laid out, and what it shows; what it does is `RollPart`."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.orientation import CourseMeeting
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.orientation.roll_draft import RollDraft
from kotoutus_desktop.ui.orientation.roll_head import LaterLine, RollHead, RollKeys
from kotoutus_desktop.ui.orientation.roll_list import RollList
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace


class RollFrame(Part):
    """Everything on the part."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.meetings: Sequence[CourseMeeting] = ()
        self.draft: RollDraft | None = None
        self.head, self.keys, self.later = RollHead(), RollKeys(), LaterLine()
        self.list = RollList()
        self.why = TextField(_("Why are earlier marks corrected?"))
        self.record_button = Button(_("Record the roll"), "primary", "check")
        self.missed_button = Button(_("Did not happen"), icon="x")
        self.nothing = EmptyState("clipboard-check", "", "")
        self.stack = QStackedWidget()
        self._lay_out()

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons in the band."""
        return (self.missed_button, self.record_button)

    def show_draft(self) -> None:
        """Show the marks as they are now."""
        draft = self.draft
        rows = draft.rows() if draft else []
        self.list.set_rows(rows)
        self.head.show_draft(draft, self.meetings)
        self.why.setVisible(draft is not None and draft.corrects())
        self.record_button.setEnabled(draft is not None and bool(draft.changes()))
        self.missed_button.setEnabled(draft is not None)
        if draft is None:
            self.nothing.set_words(
                _("No meetings yet"), _("When the course has meetings, their roll is called here.")
            )
        elif not rows:
            self.nothing.set_words(
                _("Nobody took part that day"),
                _("Whoever has accepted the invitation is on the roll."),
            )
        self.stack.setCurrentIndex(0 if rows else 1)
        self.keys.setVisible(bool(rows))

    def _lay_out(self) -> None:
        self.record_button.show_key("Ctrl+Return")
        self.stack.addWidget(ListCard(self.list))
        self.stack.addWidget(self.nothing)
        column = Column(self, (5, 0, 5, 2), 1)
        column.put(self.head, (self.stack, 1), self.why, self.later, self.keys)
        self.why.hide()
        self.later.hide()

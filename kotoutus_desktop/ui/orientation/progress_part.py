"""How a course gets on: everybody's hours, who falls behind, who has everything."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from kotoutus_desktop.casework.orientation.certifying import to_certify
from kotoutus_desktop.casework.orientation.progress import (
    Getting,
    Progress,
    course_progress,
    record_completed,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.rules.section import ORIENTATION_HOURS, Section
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.orientation.progress_face import COLUMNS, progress_face
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.heaps import CERTIFICATES
from kotoutus_desktop.ui.printing.many_dialog import ManyPapersDialog
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace


class ProgressPart(Part):
    """A list of people; Enter opens the client, Ctrl+Enter records who is complete."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.seen: Progress | None = None
        self.sums = wrapped("", "body")
        self.limit = wrapped("", "small", "muted")
        self.list = RowList(progress_face, COLUMNS, name=_("How everybody gets on"))
        self.ready_button = Button("", "primary", "circle-check")
        self.certify_button = Button(_("Certificates …"), icon="certificate")
        self.nothing = EmptyState(
            "users", _("Nobody takes part yet"), _("Whoever accepts the invitation is shown here.")
        )
        self.stack = QStackedWidget()
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Read how the course gets on, and put the keyboard into the list."""
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Read again."""
        assert self.course_id is not None, "progress is that of a course"
        with self.workspace.database.reading() as session:
            self.seen = course_progress(session, self.course_id, self.workspace.today())
        self.list.set_items(self.seen.rows)
        if self.seen.rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.sums.setText(sums_text(self.seen))
        self.limit.setText(limit_text(self.seen))
        self.stack.setCurrentIndex(0 if self.seen.rows else 1)
        count = len(self.seen.ready)
        self.ready_button.setVisible(count > 0)
        done = any(each.hours is not None and each.hours.complete for each in self.seen.rows)
        self.certify_button.setEnabled(done)
        words = ngettext("Record {n} as completed", "Record {n} as completed", count)
        self.ready_button.set_label(words.format(n=count))

    def primary(self) -> None:
        """Record everybody as completed who is."""
        if self.seen is not None and self.seen.ready:
            self._complete(self.seen.ready)

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons that record completion and certify it."""
        return (self.certify_button, self.ready_button)

    def ask_certificates(self) -> ManyPapersDialog:
        """Make the certificates of all clients of the course in one go."""
        assert self.course_id is not None, "certificates are those of a course"
        with self.workspace.database.reading() as session:
            people = to_certify(session, self.course_id)
        dialog = ManyPapersDialog(self.workspace, people, self, CERTIFICATES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def section_here(self) -> Section | None:
        """Return the section of the seventy hours."""
        return ORIENTATION_HOURS

    def open_person(self, row: Getting) -> None:
        """Show the client; a guest has no page."""
        if row.person.client_id is not None:
            self.navigate.emit(Destination(PageName.CLIENT, row.person.client_id))

    def complete_one(self, row: Getting) -> None:
        """Record that one person has completed civic orientation."""
        if row.ready:
            self._complete([row])

    def _complete(self, rows: Sequence[Getting]) -> None:
        ids = [row.person.enrolment_id for row in rows]
        try:
            with self.workspace.database.transaction(_("orientation completed")) as session:
                count = record_completed(session, ids, self.workspace.today())
        except InvalidInput as error:
            self.refuse(explain(error))
            return
        self.refresh()
        self.say_done(
            ngettext("{n} recorded as completed.", "{n} recorded as completed.", count).format(
                n=count
            )
        )
        self.workspace.changed.emit()

    def _lay_out(self) -> None:
        self.ready_button.show_key("Ctrl+Return")
        self.ready_button.clicked.connect(self.primary)
        self.certify_button.clicked.connect(self.ask_certificates)
        self.list.opened.connect(self.open_person)
        self.list.acted.connect(self.complete_one)
        self.stack.addWidget(ListCard(self.list))
        self.stack.addWidget(self.nothing)
        column = Column(self, (5, 1, 5, 4), 1)
        column.put(self.sums, self.limit, 1, (self.stack, 1))


def sums_text(seen: Progress) -> str:
    """Return how far the course is: meetings held and planned, who falls behind."""
    count = seen.held + seen.planned
    parts = [
        ngettext("{held} of {n} meeting held", "{held} of {n} meetings held", count).format(
            held=seen.held, n=count
        )
    ]
    if seen.uncalled:
        parts.append(
            ngettext(
                "{n} past meeting waits for its roll",
                "{n} past meetings wait for their roll",
                seen.uncalled,
            ).format(n=seen.uncalled)
        )
    behind = len(seen.behind)
    if behind:
        parts.append(ngettext("{n} falls behind", "{n} fall behind", behind).format(n=behind))
    return ". ".join(parts) + "."


def limit_text(seen: Progress) -> str:
    """Return what falling behind means, and that it is the office's own limit."""
    return _(
        "Falling behind: there for less than {n} % of the hours held. This is the office's own "
        "limit, no law sets one; change it in Settings, Office. Days: if one comes to every "
        "meeting that is planned."
    ).format(n=seen.limit)

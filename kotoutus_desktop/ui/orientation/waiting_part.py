"""The waiting list for civic orientation, and the groups that could be formed of it."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QWidget

from kotoutus_desktop.casework.orientation.enrolling import invite
from kotoutus_desktop.casework.orientation.groups import ProposedGroup, course_of_group
from kotoutus_desktop.casework.orientation.waiting import waiting_list
from kotoutus_desktop.casework.orientation.waiting_rows import AWAITING, WaitingRow
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.section import ORIENTATION_LANGUAGE, Section
from kotoutus_desktop.ui.components.buttons import Button, MenuButton
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.orientation.groups_view import GroupsView
from kotoutus_desktop.ui.orientation.invite_dialog import InviteDialog
from kotoutus_desktop.ui.orientation.need_dialog import NeedDialog
from kotoutus_desktop.ui.orientation.waiting_export import CountsFile, WaitingExport
from kotoutus_desktop.ui.orientation.waiting_face import COLUMNS, WaitingFace, people_text
from kotoutus_desktop.ui.orientation.waiting_filters import WaitingFilters
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace


class WaitingPart(Part):
    """The list; or, in its place, the groups. The longest waiting comes first."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        hide = workspace.preferences.initials_in_lists
        self.face = WaitingFace(workspace.today(), hide_names=hide)
        self.everybody: list[WaitingRow] = []
        self.rows: list[WaitingRow] = []  # those that are shown
        self.filters = WaitingFilters()
        self.count = Label("", "small", "muted")
        self.list = RowList(self.face, COLUMNS, name=_("Waiting for civic orientation"))
        self.nothing = EmptyState("users", "", "")
        self.groups = GroupsView(self.face, workspace.today)
        self.propose_button = Button(_("Propose groups"), "primary", "users-group")
        self.save_button = MenuButton(_("Save the numbers"), "download")
        self.export = WaitingExport(self, workspace, self.said.emit)
        self.listing = QFrame()
        self.under = QStackedWidget()
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def arrive(self, _focus: str) -> None:
        """Read who waits, and put the keyboard into the list."""
        self.refresh()
        self._show_acts()
        self._take_focus()

    def refresh(self) -> None:
        """Read again who waits."""
        self.face.today = self.workspace.today()
        self.face.hide_names = self.workspace.preferences.initials_in_lists
        with self.workspace.database.reading() as session:
            self.everybody = waiting_list(session, self.face.today)
        self.filters.set_rows(self.everybody)
        self._show()

    def primary(self) -> None:
        """Propose groups; among them go on to the next step."""
        if self.stack.currentWidget() is self.groups:
            self.groups.primary()
        elif self.propose_button.isEnabled():
            self.propose()

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons of the list."""
        return (self.save_button, self.propose_button)

    def section_here(self) -> Section | None:
        """Return why somebody waits."""
        return ORIENTATION_LANGUAGE if self.list.hasFocus() else None

    def awaiting(self) -> list[WaitingRow]:
        """Return everybody who waits, whatever is filtered."""
        return [row for row in self.everybody if row.standing in AWAITING]

    def propose(self) -> None:
        """Show groups of those who are listed."""
        self.groups.show_rows(self.rows)
        self.stack.setCurrentWidget(self.groups)
        self._show_acts()
        self.groups.take_focus()

    def show_list(self) -> None:
        """Go back to the list."""
        self.stack.setCurrentWidget(self.listing)
        self._show_acts()
        self._take_focus()

    def plan_course(self, proposed: ProposedGroup) -> None:
        """Make a course of a group, invite its members, and go there."""
        workspace = self.workspace
        with workspace.database.transaction(_("course of a group")) as session:
            own = the_office(session).municipality
            terms = self.groups.terms
            course = course_of_group(session, proposed, terms, own, workspace.officer_id)
            invite(session, course.id, [row.id for row in proposed.rows], workspace.today())
        self.show_list()
        workspace.changed.emit()
        words = _("A course was made and {people} invited. Plan its meetings next.")
        self.say_done(words.format(people=people_text(len(proposed.rows))))
        self.navigate.emit(Destination(PageName.COURSE, record=course.id))

    def invite(self, row: WaitingRow) -> None:
        """Ask for a course for someone."""
        dialog = InviteDialog(self.workspace, [row.id], None, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._done(dialog.done_words))
        dialog.open()

    def change_need(self, row: WaitingRow) -> None:
        """Ask what someone needs."""
        dialog = NeedDialog(self.workspace, row.id, self.face(row).cells[0].text, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._done(_("The need was saved.")))
        dialog.open()

    def open_client(self, row: WaitingRow) -> None:
        """Go to a client's page."""
        self.navigate.emit(Destination(PageName.CLIENT, client=row.id))

    def menu_of(self, row: WaitingRow) -> QMenu:
        """Return what can be done with someone who waits."""
        menu = QMenu(self)
        menu.addAction(icon("user", "text"), _("Open the client"), partial(self.open_client, row))
        menu.addAction(icon("mail", "text"), _("Invite to a course…"), partial(self.invite, row))
        need = _("Need for orientation…")
        menu.addAction(icon("pencil", "text"), need, partial(self.change_need, row))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leads from a group to the groups, and from them to the list."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is self.groups:
            if not self.groups.close_one():
                self.show_list()
            return
        super().keyPressEvent(event)

    def _show(self) -> None:
        chosen = self.filters.filter()
        self.rows = [row for row in self.everybody if chosen.takes(row)]
        self.list.set_items(self.rows)
        if self.rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.count.setText(people_text(len(self.rows)) if self.rows else "")
        self.under.setCurrentIndex(0 if self.rows else 1)
        for button in (self.propose_button, self.save_button):
            button.setEnabled(bool(self.rows))
        self._say_nothing()
        if self.stack.currentWidget() is self.groups:
            self.groups.show_rows(self.rows)

    def _say_nothing(self) -> None:
        if self.everybody:
            self.nothing.set_words(
                _("Nobody waits in this selection"), _("Clear the filters to see everybody.")
            )
        else:
            self.nothing.set_words(
                _("Nobody waits for civic orientation"),
                _("Clients with a valid integration plan come here by themselves."),
            )

    def _done(self, words: str) -> None:
        self.workspace.changed.emit()
        self.refresh()
        self.say_done(words)

    def _show_acts(self) -> None:
        """Offer the acts of the list while it is shown."""
        for button in self.acts():
            button.setVisible(self.stack.currentWidget() is self.listing)

    def _take_focus(self) -> None:
        if self.stack.currentWidget() is self.groups:
            self.groups.take_focus()
        elif self.rows:
            self.list.setFocus()
        else:
            self.filters.language.setFocus()

    def _show_menu(self, row: WaitingRow, place: QPoint) -> None:
        menu = self.menu_of(row)
        menu.exec(place)
        menu.deleteLater()

    def _save(self, kind: CountsFile) -> None:
        """Save the numbers of all who wait: files of narrower lists could be compared."""
        self.export.choose_and_save(self.awaiting(), kind)

    def _lay_out(self) -> None:
        self.listing.setProperty("kind", "plain")
        self.propose_button.show_key("Ctrl+Return")
        self.under.addWidget(ListCard(self.list))
        self.under.addWidget(self.nothing)
        head = Row(gap=2)
        head.put((self.filters, 1), self.count)
        column = Column(self.listing, gap=2)
        column.addLayout(head)
        column.addWidget(self.under, 1)
        self.stack.addWidget(self.listing)
        self.stack.addWidget(self.groups)
        Column(self, (5, 1, 5, 4), 0).put((self.stack, 1))

    def _connect(self) -> None:
        self.filters.changed.connect(self._show)
        self.list.opened.connect(self.open_client)
        self.list.menu_asked.connect(self._show_menu)
        self.propose_button.clicked.connect(self.propose)
        spreadsheet = _("Numbers as a spreadsheet (XLSX)")
        self.save_button.act(spreadsheet, lambda: self._save(CountsFile.SPREADSHEET))
        self.save_button.act(_("Numbers as CSV"), lambda: self._save(CountsFile.CSV))
        self.groups.back.connect(self.show_list)
        self.groups.one.planned.connect(self.plan_course)
        self.groups.one.opened.connect(self.open_client)
        self.groups.one.section_clicked.connect(self.section_clicked)

"""Today: what hurts most first, each thing done in one click."""

from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog

from kotoutus_desktop.casework.due import Due, DueRow, what_is_due
from kotoutus_desktop.casework.own_tasks import TaskRow, open_tasks
from kotoutus_desktop.casework.reckon import keep_reckoned
from kotoutus_desktop.casework.register import is_empty_office
from kotoutus_desktop.casework.restricted import NotLetIn, ReasonNeeded
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.ui.backups.reminder import remind
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.exchange.clash_reminder import clash_message
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.log.exports import note_export
from kotoutus_desktop.ui.log.log_reminder import log_message
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.national.reminder import national_message
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.steps import destination_of
from kotoutus_desktop.ui.today.calendar_export import CalendarDialog, save_calendar
from kotoutus_desktop.ui.today.claim_reminder import claim_message
from kotoutus_desktop.ui.today.due_face import DueFace
from kotoutus_desktop.ui.today.group_list import GroupList
from kotoutus_desktop.ui.today.groups import Entry, Group, grouped
from kotoutus_desktop.ui.today.new_version import tell_new_version
from kotoutus_desktop.ui.today.times_today import put_times
from kotoutus_desktop.ui.today.today_acts import TodayActs
from kotoutus_desktop.ui.today.today_body import TodayBody
from kotoutus_desktop.ui.today.today_head import TodayHead
from kotoutus_desktop.ui.why.asking import why_due
from kotoutus_desktop.ui.words import weekday_text
from kotoutus_desktop.ui.workspace import Workspace


class TodayPage(Page):
    """Overdue, without delay, this week, the next thirty days, and what is put off."""

    def __init__(self, workspace: Workspace, _destination: Destination) -> None:
        super().__init__()
        self.workspace = workspace
        self.head = TodayHead(workspace)
        self.bars = MessageBars((5, 2, 5, 0))
        self.reminders = MessageBars((5, 2, 5, 0))
        self.body = TodayBody(workspace.today())
        self.acts = TodayActs(workspace, self)
        self._entries: list[Entry] = []
        self._reminded = False
        layout = Column(self, gap=0)
        layout.put(self.head, self.bars, self.reminders, (self.body, 1))
        self._connect()

    @property
    def lists(self) -> list[GroupList]:
        """The lists of what is to be done."""
        return self.body.lists

    def arrive(self, _destination: Destination) -> None:
        """Show what is due, with the keyboard on the first row."""
        self.refresh()
        if not self.body.focus_first():
            self.head.officer_chip().setFocus()
        self._remind()
        tell_new_version(self.workspace.preferences, self, self.reminders)
        claim = claim_message(self.workspace, self.acts)
        if claim is not None and not self._reminded:
            self._reminded = True  # once while the program runs is enough
            self.reminders.show_message(claim)

    def primary(self) -> None:
        """Do what the row with the keyboard asks for, else the first one."""
        self.act(self.body.current())

    def refresh(self) -> None:
        """Read what is due; the keyboard stays on its row, or on the one that follows it."""
        today = self.workspace.today()
        filters = self.head.filters.filters()
        keep_reckoned(self.workspace.database, today)
        with self.workspace.database.reading() as session:
            due = what_is_due(session, today, filters)
            tasks = open_tasks(session, today, filters)
            empty = is_empty_office(session)
        place = self.body.place() if self._is_listing() else None
        groups = grouped(due.rows, tasks, today)
        self._entries = [entry for entries in groups.values() for entry in entries]
        face = DueFace(today, hide_names=self.workspace.preferences.initials_in_lists)
        face.first = next(iter(self._entries), None)
        self.head.band.set_title(weekday_text(today))
        self.head.band.set_subtitle(_summary(due, groups))
        self.body.show_groups(face, groups, due.snoozed)
        put_times(self.body, self.workspace, filters.officer_id, self.navigate.emit)
        if not self._entries:
            self.body.put_first(self._nothing_yet() if empty else self._nothing_due())
        if place is not None and not self.body.return_to(place):
            self.head.officer_chip().setFocus()

    def act(self, entry: Entry | None) -> None:
        """Do what the row asks for in place, or go to the page where its step is taken."""
        if entry is None:
            return
        if isinstance(entry, TaskRow):
            self.acts.tick(entry)
        elif entry.snooze:
            self.acts.wake(entry)
        elif entry.item.kind is StepKind.HANDLE_CONTACT:
            self.acts.handle_contact(entry)
        else:
            self.navigate.emit(destination_of(entry.item.kind, entry.client.id, entry.item.service))

    def open_entry(self, entry: Entry) -> None:
        """Go to the client's own page; a task is opened for editing."""
        if isinstance(entry, TaskRow):
            self.acts.open_task(entry)
        else:
            self.open_client(entry.client.id)

    def open_client(self, client: UUID) -> None:
        """Go to the client's own page."""
        self.navigate.emit(Destination(PageName.CLIENT, client=client))

    def show_menu(self, entry: Entry, place: QPoint) -> None:
        """Offer what can be done with a row."""
        menu = self.acts.menu(entry)
        menu.exec(place)
        menu.deleteLater()

    def why(self, entry: Entry) -> None:
        """Say why a row is there when it is; a task of one's own has no section."""
        if not isinstance(entry, DueRow):
            return
        try:
            why = why_due(self.workspace, entry.client.id, entry.item)
        except (NotLetIn, ReasonNeeded):
            self.open_client(entry.client.id)  # where the reason is asked
        else:
            self.why_asked.emit([why])

    def save_calendar(self) -> None:
        """Save the days that are shown as a calendar file."""
        dialog = CalendarDialog(self.workspace, len(self._entries), self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        path = dialog.chosen_path()
        if path is None:
            return
        named = dialog.names.isChecked()
        try:
            count = save_calendar(path, self._entries, self.workspace.now(), with_names=named)
        except KotoutusError as error:
            self.bars.show_message(Message(explain(error), Tone.WARNING, key="calendar"))
            return
        self.workspace.preferences.last_folder = path.parent
        there = [entry.client.id for entry in self._entries if entry.client is not None]
        note_export(self.workspace, "calendar", there)
        self.bars.show_success(
            ngettext("{n} day saved: {name}", "{n} days saved: {name}", count).format(
                n=count, name=path.name
            )
        )

    def _connect(self) -> None:
        self.workspace.keeper.changed.connect(self._remind)
        self.head.searched.connect(self._search)
        self.head.client_wanted.connect(self.new_client)
        self.head.task_wanted.connect(self._new_task)
        self.head.calendar_wanted.connect(self.save_calendar)
        self.head.filters.changed.connect(self.refresh)
        self.body.acted.connect(self.act)
        self.body.opened.connect(self.open_entry)
        self.body.why_wanted.connect(self.why)
        self.body.menu_wanted.connect(self.show_menu)
        self.acts.done.connect(self._done)
        self.acts.client_wanted.connect(self.open_client)
        self.acts.why_wanted.connect(self.why)
        for key, act in (("Ctrl+F", self.head.search.setFocus), ("Ctrl+T", self._new_task)):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _remind(self) -> None:
        if self.workspace.database.is_closed:  # the copy at the lock is ready: nobody looks now
            return
        remind(self.workspace.keeper, self.reminders)
        for tell in (log_message, clash_message, national_message):
            message = tell(self.workspace, self)
            if message is not None:
                self.reminders.show_message(message)

    def _new_task(self) -> None:
        self.acts.add_task()

    def _done(self, said: str) -> None:
        self.bars.show_success(said, self.workspace.undo)
        self.refresh()
        self.workspace.changed.emit()

    def _search(self, words: str) -> None:
        self.navigate.emit(Destination(PageName.CLIENTS, focus=words))

    def _is_listing(self) -> bool:
        """Tell whether the keyboard is in the lists, or was before a dialog or a message."""
        focus = QApplication.focusWidget()
        if focus is None or focus.window() is not self.window():
            return True
        spoken = self.bars.isAncestorOf(focus) or self.reminders.isAncestorOf(focus)
        return spoken or isinstance(focus, GroupList)

    def _nothing_yet(self) -> EmptyState:
        add = Button(_("Add a client"), "primary", "user-plus")
        add.clicked.connect(self.new_client)
        return EmptyState(
            "users",
            _("No clients yet"),
            _("When you add the first client, the time limits and the next step are shown here."),
            add,
        )

    def _nothing_due(self) -> EmptyState:
        everyone = Button(_("Show everyone's"))
        everyone.clicked.connect(self.head.filters.clear)
        return EmptyState(
            "circle-check",
            _("Nothing is due"),
            _("Nothing is overdue, and nothing comes due in the next 30 days."),
            *([] if self.head.filters.are_off() else [everyone]),
        )


def _summary(due: Due, groups: dict[Group, list[Entry]]) -> str:
    """Say how much is overdue by the Act, put off or not, and what comes this week."""
    late, soon = due.count_overdue(), len(groups.get(Group.WEEK, ()))
    parts = [
        ngettext("{n} overdue", "{n} overdue", late).format(n=late) if late else "",
        ngettext("{n} this week", "{n} this week", soon).format(n=soon) if soon else "",
    ]
    return ", ".join(part for part in parts if part)

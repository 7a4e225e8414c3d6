"""What is done to a row of Today in place: put off, woken, explained, ticked, corrected."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kotoutus_desktop.casework import contacts, own_tasks, snoozes
from kotoutus_desktop.casework.due import DueClient, DueRow, is_overdue_by_law
from kotoutus_desktop.casework.own_tasks import TaskRow
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.work_list import OwnTask
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.note_dialog import NoteDialog, Question, Save
from kotoutus_desktop.ui.today.groups import Entry
from kotoutus_desktop.ui.workspace import Workspace

_PUT_OFF = N_("Shown again on that day, or when you wake it in the group at the end of Today.")
_SHOWN = N_("It comes on the list thirty days before its day.")
_STAYS_OVERDUE = N_("The day of the Act has passed: it stays counted as overdue.")


class TodayActs(QObject):
    """Everything that a row's menu offers. `done` tells in words what was recorded."""

    done = Signal(str)
    client_wanted = Signal(object)
    why_wanted = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._widget = workspace, parent
        self.dialog: NoteDialog | None = None

    def menu(self, entry: Entry) -> QMenu:
        """Return the menu of a row."""
        menu = QMenu(self._widget)
        for icon_name, text, act in self._offers(entry):
            menu.addAction(icon(icon_name, "text"), text, act)
        return menu

    def snooze(self, row: DueRow) -> None:
        """Ask until when and why, and put off."""
        late = is_overdue_by_law(row.item)
        said = _(_STAYS_OVERDUE) if late else _(_PUT_OFF)
        question = Question(_("Put off"), said, _("Reason"), _("Put off"), _("Until"))
        self._ask(question, partial(self._snooze, row))

    def wake(self, row: DueRow) -> None:
        """Show again what was put off."""
        self._record(_("Wake"), lambda session: snoozes.wake(session, row, self._today()))
        self.done.emit(_("It is on the list again."))

    def explain_lateness(self, row: DueRow) -> None:
        """Ask why the step is late, for the deadline ledger."""
        said = _("It stands beside the step in the deadline ledger. Write nothing about health.")
        question = Question(_("Reason of lateness"), said, _("Reason"), _("Record"))
        if self._is_shut(row.client):
            self.client_wanted.emit(row.client.id)
            return
        before = row.lateness.reason if row.lateness else ""
        self._ask(question, partial(self._lateness, row)).fill(before, None)

    def handle_contact(self, row: DueRow) -> None:
        """Record that the contact behind a row was taken up today."""
        officer, today = self._workspace.officer_id, self._today()
        self._record(
            _("Contact handled"),
            lambda session: contacts.handle_contacts(session, row.client.id, officer, today),
        )
        self.done.emit(_("The contact was recorded as handled today."))

    def add_task(self, client_id: UUID | None = None) -> None:
        """Ask what is to be done and when."""
        question = Question(
            _("New task"), _(_SHOWN), _("What is to be done"), _("Add"), _("To be done by")
        )
        self._ask(question, partial(self._add, client_id)).fill("", self._today())

    def open_task(self, row: TaskRow) -> None:
        """Ask for the words anew; about a restricted case that is shut, go to the client."""
        if row.client is not None and self._is_shut(row.client):
            self.client_wanted.emit(row.client.id)
        else:
            self.edit_task(row.task)

    def edit_task(self, task: OwnTask) -> None:
        """Ask for the words and the day anew."""
        question = Question(
            _("Task"), _(_SHOWN), _("What is to be done"), _("Save"), _("To be done by")
        )
        self._ask(question, partial(self._edit, task.id)).fill(task.text, task.due_on)

    def tick(self, row: TaskRow) -> None:
        """Mark a task as done."""
        key, today = row.task.id, self._today()
        self._record(_("Done"), lambda session: own_tasks.tick(session, key, today))
        self.done.emit(_("Done: {task}").format(task=row.text or _("Own task")))

    def remove_task(self, row: TaskRow) -> None:
        """Delete a task."""
        self._record(_("Delete"), lambda session: own_tasks.remove_task(session, row.task.id))
        self.done.emit(_("Deleted: {task}").format(task=row.text or _("Own task")))

    def _offers(self, entry: Entry) -> list[tuple[str, str, Callable[[], object]]]:
        offers: list[tuple[str, str, Callable[[], object]]] = []
        if entry.client is not None:
            open_it = partial(self.client_wanted.emit, entry.client.id)
            offers.append(("users", _("Open the client"), open_it))
        if isinstance(entry, TaskRow):
            edit = partial(self.open_task, entry)
            remove = partial(self.remove_task, entry)
            return [
                *offers,
                ("pencil", _("Edit"), edit),
                ("trash", _("Delete"), remove),
            ]
        offers.append(("scale", _("Why (Ctrl+I)"), partial(self.why_wanted.emit, entry)))
        if entry.snooze:
            offers.append(("clock", _("Wake"), partial(self.wake, entry)))
        else:
            offers.append(("clock", _("Put off …"), partial(self.snooze, entry)))
        if entry.item.overdue:
            reason = partial(self.explain_lateness, entry)
            offers.append(("note", _("Reason of lateness …"), reason))
        add = partial(self.add_task, entry.client.id)
        return [*offers, ("plus", _("New task about the client …"), add)]

    def _task_question(self, title: str, act: str) -> Question:
        text, day = _("What is to be done"), _("To be done by")
        return Question(title, _(_SHOWN), text, act, day)

    def _is_shut(self, client: DueClient) -> bool:
        """Tell whether a restricted case was not opened with a reason yet."""
        return client.hides_place and client.id not in self._workspace.database.visit.opened

    def _ask(self, question: Question, save: Save) -> NoteDialog:
        if self.dialog is not None:
            self.dialog.deleteLater()
        dialog = NoteDialog(question, self._today, save, self._widget)
        dialog.setModal(True)
        self.dialog = dialog
        dialog.open()
        return dialog

    def _today(self) -> date:
        return self._workspace.today()

    def _record(self, label: str, act: Callable[[Any], object]) -> None:
        with self._workspace.database.transaction(label) as session:
            act(session)

    def _snooze(self, row: DueRow, reason: str, until: date | None) -> None:
        officer, today = self._workspace.officer_id, self._today()
        self._record(
            _("Put off"),
            lambda session: snoozes.put_off(session, row, until, reason, officer, today),
        )
        self.done.emit(_("Put off."))

    def _lateness(self, row: DueRow, reason: str, _day: date | None) -> None:
        officer, today = self._workspace.officer_id, self._today()
        self._record(
            _("Reason of lateness"),
            lambda session: snoozes.record_lateness(session, row, reason, officer, today),
        )
        self.done.emit(_("The reason was recorded."))

    def _add(self, client_id: UUID | None, text: str, day: date | None) -> None:
        officer, today = self._workspace.officer_id, self._today()
        self._record(
            _("New task"),
            lambda session: own_tasks.add_task(session, text, day, officer, today, client_id),
        )
        self.done.emit(_("The task was added."))

    def _edit(self, task_id: UUID, text: str, day: date | None) -> None:
        self._record(_("Task"), lambda session: own_tasks.change_task(session, task_id, text, day))
        self.done.emit(_("The task was changed."))

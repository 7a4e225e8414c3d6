"""Packing a suitcase: who goes along, and until when it opens."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.casework.due import DueClient, find_clients
from kotoutus_desktop.casework.exchange.packing import (
    Order,
    Packed,
    clients_of_day,
    end_of,
    pack_suitcase,
    usual_expiry,
)
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Row
from kotoutus_desktop.ui.exchange.client_choice import ClientChoice
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.jobs import Job, JobDialog
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.workspace import Workspace


class PackCard(Card):
    """The clients of today stand ready; others are added by searching."""

    said = Signal(object)  # a Message
    packed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Pack a suitcase"))
        self._workspace = workspace
        self._ready_for: date | None = None
        self.clients = ClientChoice(workspace)
        self.until = DateField(
            _("Opens until"), workspace.today, hint=_("At the end of this day it locks.")
        )
        self.count = Label("", "body", "muted")
        self.pack = Button(_("Pack …"), "primary", "briefcase", key="Ctrl+Return")
        self.pack.clicked.connect(self.choose_where)
        self.clients.changed.connect(self._say_count)
        said = wrapped(
            _(
                "A suitcase is a file with the chosen clients and nobody else, encrypted as the"
                " office’s file is. At the outreach point it opens with your own passphrase: Open"
                " another file in the first window. Keep it on a stick and open it from there."
            ),
            "small",
            "muted",
        )
        line = Row(gap=3)
        line.put(self.count, None, self.pack)
        self.put(said, self.clients, self.until)
        self.column.addLayout(line)

    def get_ready(self) -> None:
        """Let today's clients stand ready, once a day; what was chosen stays."""
        today = self._workspace.today()
        if self._ready_for != today:
            self._ready_for = today
            with self._workspace.database.reading() as session:
                ids = clients_of_day(session, today)
                found = find_clients(session, ids)
            self.clients.chosen = {each: _text(found[each]) for each in ids if each in found}
            self.until.set_value(usual_expiry(today))
        self.clients.look()
        self._say_count()

    def choose_where(self) -> None:
        """Ask for the stick, and pack."""
        chosen = QFileDialog.getExistingDirectory(
            self, _("Where the suitcase goes"), str(self._workspace.preferences.last_folder)
        )
        if chosen:
            self.pack_into(Path(chosen))

    def pack_into(self, place: Path) -> None:
        """Pack into a new folder of a place; what goes wrong is said at its field."""
        try:
            day = self.until.day()
        except InvalidInput:
            self.until.show_fault()
            self.until.take_focus()
            return
        if day is None:
            self.until.show_error(_("Write the last day on which the suitcase opens."))
            self.until.take_focus()
            return
        order = Order(frozenset(self.clients.chosen), end_of(day), self._workspace.now())
        moment = self._workspace.now().astimezone()
        folder = _free(place / f"{_('suitcase')}-{moment:%Y-%m-%d-%H%M}")
        database = self._workspace.database
        job = Job(lambda report: pack_suitcase(database, folder, order, report))
        job.succeeded.connect(self._packed)
        job.failed.connect(self._failed)
        JobDialog(_("Packing the suitcase"), job, self).open()

    def _packed(self, done: Packed) -> None:
        self._workspace.preferences.last_folder = done.path.parent.parent
        self.clients.chosen.clear()
        self.clients.look()
        self._say_count()
        self.packed.emit()
        self.said.emit(Message(_told(done), Tone.SUCCESS, key="refused"))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        if isinstance(error, InvalidInput) and error.field == "expires":
            self.until.show_error(explain(error))
            self.until.take_focus()
        elif isinstance(error, InvalidInput) and error.field == "cases":
            self.clients.search.show_error(explain(error))
            self.clients.search.take_focus()
        else:
            self.said.emit(Message(explain(error), Tone.WARNING, key="refused"))

    def _say_count(self) -> None:
        count = len(self.clients.chosen)
        self.count.setText(ngettext("{n} client", "{n} clients", count).format(n=count))
        if count:
            self.clients.search.clear_error()


def _text(client: DueClient) -> str:
    return f"{client.number} {'' if client.hides_place else client.full_name}".strip()


def _free(folder: Path) -> Path:
    """Return a folder that is not there yet."""
    number = 2
    found = folder
    while found.exists():
        found = folder.with_name(f"{folder.name}-{number}")
        number += 1
    return found


def _told(done: Packed) -> str:
    count, left = len(done.cases), len(done.left_out)
    words = [
        ngettext(
            "Packed: {name}, with {n} client.", "Packed: {name}, with {n} clients.", count
        ).format(name=done.path.parent.name, n=count)
    ]
    if left:
        words.append(
            ngettext(
                "{n} restricted case that you may not open stayed here.",
                "{n} restricted cases that you may not open stayed here.",
                left,
            ).format(n=left)
        )
    if done.scans_left:
        words.append(
            ngettext(
                "{n} scan was too large to go along.",
                "{n} scans were too large to go along.",
                done.scans_left,
            ).format(n=done.scans_left)
        )
    return " ".join(words)

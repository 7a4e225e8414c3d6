"""Unpacking a suitcase: what it brings is shown, taken, and its files are deleted."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame

from kotoutus_desktop.casework.due import DueClient
from kotoutus_desktop.casework.exchange.unpacking import Return, look_into, unpack
from kotoutus_desktop.casework.register import officers
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.round import copy_round
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import wipe
from kotoutus_desktop.progress import Report, share
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.exchange.news_words import COLUMNS, case_face, summary
from kotoutus_desktop.ui.exchange.parts import CLASHES
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job, JobDialog
from kotoutus_desktop.ui.log.value_words import moment_text
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.workspace import Workspace

MINUTES = 60


class UnpackCard(Card):
    """First it is looked into, then taken; afterwards the card tells what was carried."""

    said = Signal(object)  # a Message
    navigate = Signal(object)
    unpacked = Signal()
    looked = Signal(bool)  # whether something waits to be taken

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Unpack a suitcase"))
        self._workspace = workspace
        self.path: Path | None = None
        self.open = Button(_("Look into a suitcase …"), icon="folder-open")
        self.take = Button(_("Take over and delete the suitcase"), "primary", "check")
        self.put_off = Button(_("Not now"))
        self.carried = wrapped("", "body")
        self.summary = wrapped("", "strong")
        self._people: dict[UUID, str] = {}
        self.list = RowList(
            lambda case: case_face(case, self._people),
            COLUMNS,
            name=_("What the suitcase brings"),
            fits=True,
        )
        self._found = QFrame()
        self._lay_out()
        self.show_return(None)

    def choose_file(self) -> None:
        """Ask for the suitcase's file."""
        database = self._workspace.database
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            _("The suitcase’s file"),
            str(self._workspace.preferences.last_folder),
            f"*{database.path.suffix}",
        )
        if chosen:
            self.look_into(Path(chosen))

    def look_into(self, path: Path) -> None:
        """Show what a suitcase would bring; one that cannot be unpacked is said."""
        database, now = self._workspace.database, self._workspace.now()
        job = Job(lambda report: look_into(database, path, now, report))
        job.succeeded.connect(lambda back: self._looked(path, back))
        job.failed.connect(self._failed)
        JobDialog(_("Looking into the suitcase"), job, self).open()

    def take_it(self) -> None:
        """Take over what is shown; a proven copy of the office's file is made first."""
        if self.path is None:
            return
        path, database, now = self.path, self._workspace.database, self._workspace.now()
        second = self._workspace.preferences.second_place
        job = Job(lambda report: _take_over(database, path, second, now, report))
        job.succeeded.connect(self._taken)
        job.failed.connect(self._failed)
        JobDialog(_("Unpacking the suitcase"), job, self).open()

    def leave_it(self) -> None:
        """Show it no more; nothing was taken."""
        self.show_return(None)
        self.open.setFocus()

    def show_return(self, back: Return | None, path: Path | None = None) -> None:
        """Show what a suitcase brings, or brought where `path` is None; None shows nothing."""
        self.path = path
        self._found.setVisible(back is not None)
        self.take.setVisible(path is not None)
        self.put_off.setVisible(path is not None)
        self.open.setVisible(path is None)
        self.looked.emit(path is not None)
        if back is not None:
            with self._workspace.database.reading() as session:
                self._people = {each.id: each.name for each in officers(session)}
            self.carried.setText(carried_text(back))
            self.summary.setText(summary(back.news))
            self.list.set_items(back.news.cases)
            self.list.setVisible(bool(back.news.cases))

    def _looked(self, path: Path, back: Return) -> None:
        self._workspace.preferences.last_folder = path.parent.parent
        self.show_return(back, path)
        self.take.setFocus()

    def _taken(self, back: Return) -> None:
        name = self.path.name if self.path else ""
        self.show_return(back)
        acts: tuple[Act, ...] = ()
        if back.news.clashes:
            decide = Destination(PageName.EXCHANGE, focus=CLASHES)
            acts = (Act(_("Decide"), lambda: self.navigate.emit(decide)),)
        if back.is_removed:
            text = _("The suitcase was unpacked and deleted.")
        else:
            text = _(
                "The suitcase was unpacked, but its file {name} cannot be deleted. Delete it, and"
                " the keys file beside it."
            ).format(name=name)
        tone = Tone.SUCCESS if back.is_removed and not acts else Tone.WARNING
        self.said.emit(Message(text, tone, acts, key="refused"))
        self.unpacked.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self.said.emit(Message(explain(error), Tone.WARNING, key="refused"))

    def _lay_out(self) -> None:
        self._found.setProperty("kind", "plain")
        self.open.clicked.connect(self.choose_file)
        self.take.clicked.connect(self.take_it)
        self.put_off.clicked.connect(self.leave_it)
        said = wrapped(
            _(
                "What was done on the way is merged into the office’s file as a transfer file is,"
                " with the log of who looked at whom. An expired suitcase is unpacked in the same"
                " way."
            ),
            "small",
            "muted",
        )
        line = Row(gap=2)
        line.put(self.open, None, self.put_off, self.take)
        Column(self._found, gap=2).put(Rule(), self.carried, self.summary, self.list)
        self.put(said, self._found)
        self.column.addLayout(line)


def carried_text(back: Return) -> str:
    """Return who was carried, and for how long."""
    names = [_name(each) for each in back.carried]
    if back.gone:
        names.append(
            ngettext(
                "{n} client who is not here any more",
                "{n} clients who are not here any more",
                back.gone,
            ).format(n=back.gone)
        )
    return _("Carried from {start} to {end} ({time}): {names}.").format(
        start=moment_text(back.packed_at),
        end=moment_text(back.back_at),
        time=_time(back.packed_at, back.back_at),
        names=", ".join(names),
    )


def _name(client: DueClient) -> str:
    name = "" if client.hides_place else client.full_name or client.own_script_name
    return " ".join(part for part in (client.number, name) if part)


def _time(start: datetime, end: datetime) -> str:
    hours = max(round((end - start).total_seconds() / MINUTES / MINUTES), 0)
    return ngettext("{n} hour", "{n} hours", hours).format(n=hours)


def _take_over(
    database: Database, path: Path, second: Path | None, now: datetime, report: Report
) -> Return:
    """Make a proven copy of the office's file, then unpack."""
    key = database.key_for_a_copy()
    try:
        copy_round(
            database.path,
            key,
            Reason.MERGE,
            now,
            second,
            share(report, 0, 50),
        )
    finally:
        wipe(key)
    return unpack(database, path, now, share(report, 50, 100))

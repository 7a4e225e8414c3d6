"""Sending cases to other laptops of the office, as a file."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from kotoutus_desktop.casework.exchange.laptops import known_laptops
from kotoutus_desktop.casework.exchange.sending import Parcel, changed_cases, pack
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.laptop import KnownLaptop
from kotoutus_desktop.models.transfer.sealed_file import SUFFIX
from kotoutus_desktop.progress import Report
from kotoutus_desktop.ui.components.buttons import Button, Segments
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear
from kotoutus_desktop.ui.exchange.client_choice import ClientChoice
from kotoutus_desktop.ui.exchange.parts import LAPTOPS
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job, JobDialog
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace

NEW, CHOSEN = "new", "chosen"


class SendPart(Part):
    """For whom, which cases, and where the file goes."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self._laptops: list[KnownLaptop] = []
        self.to: dict[UUID, QCheckBox] = {}
        self.what = Segments(
            [(NEW, _("What they do not have yet")), (CHOSEN, _("Chosen clients"))],
            NEW,
            name=_("Which cases"),
        )
        self.count = wrapped("", "body", "muted")
        self.clients = ClientChoice(workspace)
        self.save = Button(_("Save the file …"), "primary", "database-export")
        self._for, self._which = Card(_("For which laptops")), Card(_("Which cases"))
        self._to_column = Column(gap=1)
        go = Button(_("Laptops"), icon="arrows-exchange")
        go.clicked.connect(
            lambda: self.navigate.emit(Destination(PageName.EXCHANGE, focus=LAPTOPS))
        )
        self.nothing = EmptyState(
            "arrows-exchange",
            _("No laptop is trusted yet"),
            _("Give a colleague the card of this laptop, and add the card of theirs."),
            go,
        )
        self.body = ScrollColumn((5, 2, 5, 5))
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Read whom one trusts and what they do not have."""
        self.refresh()
        first = next(iter(self.to.values()), None)
        (first or self.nothing).setFocus()

    def refresh(self) -> None:
        """Read the laptops again; what was ticked stays."""
        ticked = {key for key, box in self.to.items() if box.isChecked()}
        with self.workspace.database.reading() as session:
            self._laptops = known_laptops(session)
        self._show_laptops(ticked)
        self.nothing.setVisible(not self._laptops)
        self.body.setVisible(bool(self._laptops))
        self.save.setVisible(bool(self._laptops))
        self._say_count()

    def acts(self) -> Sequence[QWidget]:
        """Return the button that makes the file."""
        return (self.save,)

    def primary(self) -> None:
        """Ask where to, and save the file."""
        if not self._laptops:
            return
        start = self.workspace.preferences.exchange_folder or self.workspace.preferences.last_folder
        moment = self.workspace.now().astimezone()
        name = f"{_('transfer')}-{moment:%Y-%m-%d-%H%M}{SUFFIX}"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save the file"), str(start / name), f"*{SUFFIX}"
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Make the file in the background and save it; what goes wrong is said."""
        path = path if path.suffix == SUFFIX else path.with_suffix(SUFFIX)
        laptops = [key for key, box in self.to.items() if box.isChecked()]
        wanted = list(self.clients.chosen) if self.what.value() == CHOSEN else None
        now = self.workspace.now()
        job = Job(lambda report: self._pack(path, laptops, wanted, now, report))
        job.succeeded.connect(lambda parcel: self._saved(path, parcel))
        job.failed.connect(self._failed)
        JobDialog(_("Making the transfer file"), job, self).open()

    def _pack(
        self,
        path: Path,
        laptops: Sequence[UUID],
        cases: Sequence[UUID] | None,
        now: datetime,
        report: Report,
    ) -> Parcel:
        with self.workspace.database.transaction() as session:
            parcel = pack(session, laptops, cases, now)
            report(1, 2)
            save_paper(path, parcel.data)
        return parcel

    def _saved(self, path: Path, parcel: Parcel) -> None:
        self.workspace.preferences.last_folder = path.parent
        count = len(parcel.cases)
        words = [
            ngettext(
                "Saved: {name}, with {n} case.", "Saved: {name}, with {n} cases.", count
            ).format(name=path.name, n=count)
        ]
        if left := len(parcel.left_out):
            words.append(
                ngettext(
                    "{n} restricted case that you may not open stayed here.",
                    "{n} restricted cases that you may not open stayed here.",
                    left,
                ).format(n=left)
            )
        if left := parcel.scans_left:
            words.append(
                ngettext(
                    "{n} scan was too large to go along.",
                    "{n} scans were too large to go along.",
                    left,
                ).format(n=left)
            )
        self.said.emit(Message(" ".join(words), Tone.SUCCESS, key="refused"))
        self.refresh()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self.refuse(explain(error))

    def _show_laptops(self, ticked: set[UUID]) -> None:
        clear(self._to_column)
        self.to = {laptop.id: QCheckBox(laptop.name) for laptop in self._laptops}
        for key, box in self.to.items():
            box.setChecked(key in ticked or len(self.to) == 1)
            box.toggled.connect(self._say_count)
            self._to_column.put(box)

    def _choose_what(self, _key: str) -> None:
        self.clients.setVisible(self.what.value() == CHOSEN)
        self._say_count()

    def _say_count(self, _on: bool = False) -> None:
        laptops = [key for key, box in self.to.items() if box.isChecked()]
        if self.what.value() == CHOSEN:
            count = len(self.clients.chosen)
        else:
            with self.workspace.database.reading() as session:
                count = len(changed_cases(session, laptops))
        self.count.setText(ngettext("{n} case", "{n} cases", count).format(n=count))
        self.save.setEnabled(bool(laptops))

    def _lay_out(self) -> None:
        self.what.chosen.connect(self._choose_what)
        self.save.show_key("Ctrl+Return")
        self.save.clicked.connect(self.primary)
        self._for.column.addLayout(self._to_column)
        line = Row(gap=3)
        line.put(self.what, (self.count, 1))
        self._which.column.addLayout(line)
        self._which.put(self.clients)
        self.clients.hide()
        self.clients.changed.connect(self._say_count)
        explanation = wrapped(
            _(
                "The file can be read by these laptops alone. Whole cases go along with their"
                " history, and the office’s own things: courses, services, phrases. Carry it on a"
                " stick or put it in a folder that you share."
            ),
            "small",
            "muted",
        )
        self.body.put(self._for, self._which, explanation, None)
        Column(self, gap=0).put((self.nothing, 1), (self.body, 1))

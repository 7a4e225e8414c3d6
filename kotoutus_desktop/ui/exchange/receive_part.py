"""What other laptops sent: files of the shared folder, what one of them brings, taking it."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from kotoutus_desktop.casework.exchange.news import CaseNews, News
from kotoutus_desktop.casework.likely_pairs import likely_pairs
from kotoutus_desktop.casework.register import officers
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.transfer.sealed_file import SUFFIX
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card, ListCard
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_face import ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.exchange.news_words import COLUMNS, case_face, summary
from kotoutus_desktop.ui.exchange.parts import CLASHES
from kotoutus_desktop.ui.exchange.report_sheet import ReportButton
from kotoutus_desktop.ui.exchange.shared_folder import file_face, files_in, not_taken
from kotoutus_desktop.ui.exchange.taking import Arrived, look, take_over
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job, JobDialog
from kotoutus_desktop.ui.message_bar import Act, Message, MessageBars, Tone
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace


class ReceivePart(Part):
    """First the file is looked at, client by client; then it is taken, whole."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.arrived: Arrived | None = None
        self._people: dict[UUID, str] = {}
        self.open = Button(_("Open a file …"), icon="database-import")
        self.take = Button(_("Take over"), "primary", "check")
        self.put_off = Button(_("Not now"))
        self.bars = MessageBars()
        self.report = ReportButton(workspace, self.bars)
        self.report.offer(None)
        self.folder_line = wrapped("", "body", "muted")
        self.taken_line = wrapped("", "small", "muted")
        self.choose_folder = Button(_("Choose a folder …"), icon="folder")
        self.files = RowList(file_face, (ListColumn(share=1),), name=_("Files"), fits=True)
        self.summary = wrapped("", "heading")
        self.list = RowList(self._face, COLUMNS, name=_("What the file brings"))
        self._waiting = Card(_("Shared folder"))
        self._shown = QFrame()
        self._shown.setProperty("kind", "plain")
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Look into the shared folder; what was being looked at stays."""
        self.refresh()
        (self.list if self.arrived else self.open).setFocus()

    def refresh(self) -> None:
        """Look into the shared folder again."""
        folder = self.workspace.preferences.exchange_folder
        there = files_in(folder) if folder else []
        found = not_taken(self.workspace.database, there)
        text = _("No folder is shared. A file on a stick is opened with Open a file.")
        self.folder_line.setText(str(folder) if folder else text)
        self.files.set_items(found)
        self.files.setVisible(bool(found))
        self._say_taken(len(there) - len(found))
        self._show_arrived()

    def _say_taken(self, count: int) -> None:
        text = ngettext(
            "{n} file was taken over already.", "{n} files were taken over already.", count
        )
        self.taken_line.setText(text.format(n=count))
        self.taken_line.setVisible(bool(count))

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons for a file, and for taking it."""
        return (self.open, self.report, self.put_off, self.take)

    def primary(self) -> None:
        """Take what is shown, or open a file."""
        if self.arrived is None:
            self.choose_file()
        elif not self.arrived.news.is_empty:
            self.take_it()

    def choose_file(self) -> None:
        """Ask for a file."""
        preferences = self.workspace.preferences
        start = preferences.exchange_folder or preferences.last_folder
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Open a file"), str(start), f"*{SUFFIX}"
        )
        if chosen:
            self.look_at(Path(chosen))

    def choose_shared(self) -> None:
        """Ask which folder the office shares."""
        chosen = QFileDialog.getExistingDirectory(
            self, _("Shared folder"), str(self.workspace.preferences.last_folder)
        )
        if chosen:
            self.workspace.preferences.exchange_folder = Path(chosen)
            self.refresh()

    def look_at(self, path: Path) -> None:
        """Show what a file would bring; one that cannot be taken is said and changes nothing."""
        database, now = self.workspace.database, self.workspace.now()
        job = Job(lambda report: look(path, database, now, report))
        job.succeeded.connect(self._looked)
        job.failed.connect(self._failed)
        JobDialog(_("Looking at the file"), job, self).open()

    def take_it(self) -> None:
        """Take what is shown; a proven copy of the office's file is made first."""
        assert self.arrived is not None
        arrived, database, now = self.arrived, self.workspace.database, self.workspace.now()
        second = self.workspace.preferences.second_place
        job = Job(lambda report: take_over(arrived, database, second, now, report))
        job.succeeded.connect(self._taken)
        job.failed.connect(self._failed)
        JobDialog(_("Taking the file over"), job, self).open()

    def leave_it(self) -> None:
        """Show the file no more; nothing was taken."""
        self.arrived = None
        self.report.offer(None)
        self._show_arrived()
        self.open.setFocus()

    def _looked(self, arrived: Arrived) -> None:
        with self.workspace.database.reading() as session:
            self._people = {each.id: each.name for each in officers(session)}
        self.arrived = arrived
        self.report.offer(None)
        self._show_arrived()
        self.list.setFocus()

    def _taken(self, news: News) -> None:
        self.arrived = None
        self._show_arrived()
        self.report.offer(news)
        acts: tuple[Act, ...] = ()
        if news.clashes:
            decide = Destination(PageName.EXCHANGE, focus=CLASHES)
            acts = (Act(_("Decide"), lambda: self.navigate.emit(decide)),)
        elif self._pairs():
            twice = Destination(PageName.PAIRS)
            acts = (Act(_("Registered twice?"), lambda: self.navigate.emit(twice)),)
        text = f"{_('Taken over.')} {summary(news)}"
        tone = Tone.WARNING if news.clashes else Tone.SUCCESS
        self.said.emit(Message(text, tone, acts, key="refused"))
        self.workspace.changed.emit()

    def _pairs(self) -> bool:
        with self.workspace.database.reading() as session:
            return bool(likely_pairs(session))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self.refuse(explain(error))

    def _show_arrived(self) -> None:
        news = self.arrived.news if self.arrived else None
        self._shown.setVisible(news is not None)
        self._waiting.setVisible(news is None)
        self.put_off.setVisible(news is not None)
        self.take.setVisible(news is not None and not news.is_empty)
        self.open.setVisible(news is None)
        if news is not None:
            self.summary.setText(summary(news))
            self.list.set_items(news.cases)

    def _face(self, case: CaseNews) -> RowFace:
        return case_face(case, self._people)

    def _lay_out(self) -> None:
        self.open.clicked.connect(self.choose_file)
        self.take.show_key("Ctrl+Return")
        self.take.clicked.connect(self.take_it)
        self.put_off.clicked.connect(self.leave_it)
        self.choose_folder.clicked.connect(self.choose_shared)
        self.files.opened.connect(lambda waiting: self.look_at(waiting.path))
        line = Row(gap=3)
        line.put((self.folder_line, 1), self.choose_folder)
        self._waiting.column.addLayout(line)
        self._waiting.put(self.files, self.taken_line)
        Column(self._shown, gap=2).put(self.summary, (ListCard(self.list), 1))
        Column(self, (5, 2, 5, 5), 3).put(self.bars, self._waiting, (self._shown, 100), None)

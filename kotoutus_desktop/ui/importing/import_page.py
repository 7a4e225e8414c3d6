"""Bringing clients in from a spreadsheet or a list letter: columns, a look, and all at once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget

from kotoutus_desktop.casework.importing.clients import (
    Letter,
    Prepared,
    prepare,
    store,
    without_doubt,
)
from kotoutus_desktop.casework.importing.columns import match_columns
from kotoutus_desktop.casework.importing.table import ENDINGS, Table, read_table
from kotoutus_desktop.casework.importing.typed_list import guess_columns
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.progress import Report
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.importing.columns_card import ColumnsCard
from kotoutus_desktop.ui.importing.letter_card import LetterCard
from kotoutus_desktop.ui.importing.row_words import COLUMNS, Line, line_face, lines
from kotoutus_desktop.ui.jobs import Job, JobDialog
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.workspace import Workspace


class ImportPage(Page):
    """Nothing is stored until the last button; then every row that is right, or none."""

    def __init__(self, workspace: Workspace, _destination: Destination) -> None:
        super().__init__()
        self.workspace = workspace
        self.table: Table | None = None
        self.prepared = Prepared()
        self.also: set[int] = set()
        self.band = TitleBand(_("Clients from a list"), back=_("Clients"))
        self.bars = MessageBars((5, 2, 5, 0))
        self.choose = Button(_("Choose a file …"), icon="folder-open")
        self.look = Button(_("Look at the rows"), "primary", "eye")
        self.take = Button("", "primary", "check")
        self.columns = ColumnsCard()
        self.typed = LetterCard(workspace.today)
        self.letter: Letter | None = None
        self.summary = wrapped("", "heading")
        self.list = RowList(line_face, COLUMNS, name=_("Rows"))
        self.stack = QStackedWidget()
        self._lay_out()

    def arrive(self, _destination: Destination) -> None:
        """Begin with the file."""
        self._show(0)

    def primary(self) -> None:
        """Go on: read the lines or choose the file, look at its rows, take them."""
        begin = self.choose_file if self.typed.is_empty() else self.read_lines
        (begin, self.prepare, self.take_all)[self.stack.currentIndex()]()

    def choose_file(self) -> None:
        """Ask for a file."""
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a file"), str(self.workspace.preferences.last_folder), kinds
        )
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Show the columns of a file; one that cannot be read is said."""
        try:
            table = read_table(path)
        except KotoutusError as error:
            self._refuse(explain(error))
            return
        self.workspace.preferences.last_folder = path.parent
        self._show_table(table, match_columns(table.headings), None)

    def read_lines(self) -> None:
        """Show the columns of the typed lines; what is missing is said at its field."""
        try:
            table, letter = self.typed.table(), self.typed.letter()
        except InvalidInput:
            return
        self._show_table(table, guess_columns(table), letter)

    def prepare(self) -> None:
        """Look at every row by the chosen columns, in the background."""
        assert self.table is not None
        table, columns = self.table, self.columns.chosen()
        if not {"family_names", "given_names", "full_name"} & set(columns.values()):
            self._refuse(_("Choose which column holds the names."))
            return
        if len(set(columns.values())) < len(columns):
            self._refuse(_("Two columns are the same field. Choose one of them."))
            return
        database, officer, now = (
            self.workspace.database,
            self.workspace.officer_id,
            self.workspace.now(),
        )

        def work(report: Report) -> Prepared:
            with database.reading() as session:
                return prepare(session, table, columns, officer, now, report)

        job = Job(work)
        job.succeeded.connect(self._prepared)
        job.failed.connect(self._failed)
        JobDialog(_("Looking at the rows"), job, self).open()

    def turn(self, line: Line) -> None:
        """Take a doubtful row after all, or leave it out again."""
        if line.ready is None or not line.ready.is_doubtful:
            return
        self.also ^= {line.number}
        self._show_rows()

    def take_all(self) -> None:
        """Register everybody whose row is right and who is not in doubt."""
        rows = without_doubt(self.prepared, self.also)
        if not rows:
            return
        try:
            with self.workspace.database.transaction() as session:
                count = store(session, rows, self.letter)
        except KotoutusError as error:
            self._refuse(explain(error))
            return
        words = ngettext("{n} client registered.", "{n} clients registered.", count)
        if self.letter is not None:
            self.typed.empty()
        self.prepared, self.also, self.letter = Prepared(), set(), None
        self._show(0)
        text = words.format(n=count)
        self.bars.show_message(Message(text, Tone.SUCCESS, key="import"))
        self.workspace.changed.emit()

    def _show_table(self, table: Table, matched: dict[int, str], letter: Letter | None) -> None:
        self.bars.withdraw("import")
        self.table, self.letter = table, letter
        self.columns.show_table(table, matched)
        self._show(1)

    def _prepared(self, prepared: Prepared) -> None:
        self.bars.withdraw("import")
        self.prepared, self.also = prepared, set()
        self._show(2)
        self._show_rows()
        self.list.setFocus()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self._refuse(explain(error))

    def _show_rows(self) -> None:
        rows = without_doubt(self.prepared, self.also)
        doubtful = sum(row.is_doubtful for row in self.prepared.ready)
        refused = len({each.number for each in self.prepared.refused})
        parts = [
            ngettext("{n} row is right", "{n} rows are right", len(rows)).format(n=len(rows)),
            ngettext("{n} tells of somebody known", "{n} tell of somebody known", doubtful).format(
                n=doubtful
            )
            if doubtful
            else "",
            ngettext("{n} row is refused", "{n} rows are refused", refused).format(n=refused)
            if refused
            else "",
        ]
        self.summary.setText(", ".join(part for part in parts if part))
        self.list.set_items(lines(self.prepared, self.also))
        words = ngettext("Register {n} client", "Register {n} clients", len(rows))
        self.take.set_label(words.format(n=len(rows)))
        self.take.setEnabled(bool(rows))

    def _show(self, stage: int) -> None:
        self.stack.setCurrentIndex(stage)
        for place, button in enumerate((self.choose, self.look, self.take)):
            button.setVisible(place == stage or (place == 0 and stage > 0))
        if stage == 1:
            self.columns.take_focus()
        elif stage == 0:
            self.choose.setFocus()

    def _refuse(self, text: str) -> None:
        self.bars.show_message(Message(text, Tone.WARNING, key="import"))

    def _lay_out(self) -> None:
        self.band.put_acts(self.choose, self.look, self.take)
        self.band.back.connect(lambda: self.navigate.emit(Destination(PageName.CLIENTS)))
        self.choose.clicked.connect(self.choose_file)
        self.typed.wanted.connect(self.read_lines)
        self.look.show_key("Ctrl+Return")
        self.look.clicked.connect(self.prepare)
        self.take.show_key("Ctrl+Return")
        self.take.clicked.connect(self.take_all)
        self.list.opened.connect(self.turn)
        nothing = EmptyState(
            "file-text",
            _("A spreadsheet with one client on each row"),
            _("The first row holds the headings. Excel (.xlsx) or text (.csv)."),
        )
        start, matching = ScrollColumn((5, 3, 5, 5)), ScrollColumn((5, 3, 5, 5))
        start.put(nothing, self.typed, None)
        matching.put(self.columns, None)
        rows = QFrame()
        rows.setProperty("kind", "plain")
        line = Row(gap=3)
        line.put((self.summary, 1))
        page = Column(rows, (5, 3, 5, 5), 2)
        page.addLayout(line)
        page.addWidget(ListCard(self.list), 1)
        for widget in (start, matching, rows):
            self.stack.addWidget(widget)
        Column(self, gap=0).put(self.band, self.bars, (self.stack, 1))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.primary)

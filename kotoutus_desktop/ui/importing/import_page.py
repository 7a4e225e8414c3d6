"""Bringing clients in from a spreadsheet: the file, its columns, a look, and all at once."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget

from kotoutus_desktop.casework.importing.clients import Prepared, prepare, store, without_doubt
from kotoutus_desktop.casework.importing.columns import FIELDS, match_columns
from kotoutus_desktop.casework.importing.table import ENDINGS, FORMULA, Table, read_table
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.progress import Report
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card, ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.importing.row_words import COLUMNS, Line, line_face, lines
from kotoutus_desktop.ui.jobs import Job, JobDialog
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.workspace import Workspace

SAMPLES = 3  # values that are shown beside a heading
LONGEST_SAMPLE = 24


class ImportPage(Page):
    """Nothing is stored until the last button; then every row that is right, or none."""

    def __init__(self, workspace: Workspace, _destination: Destination) -> None:
        super().__init__()
        self.workspace = workspace
        self.table: Table | None = None
        self.prepared = Prepared()
        self.also: set[int] = set()
        self.band = TitleBand(_("Clients from a spreadsheet"), back=_("Clients"))
        self.bars = MessageBars((5, 2, 5, 0))
        self.choose = Button(_("Choose a file …"), icon="folder-open")
        self.look = Button(_("Look at the rows"), "primary", "eye")
        self.take = Button("", "primary", "check")
        self.columns: dict[int, ChoiceField] = {}
        self.summary = wrapped("", "heading")
        self.list = RowList(line_face, COLUMNS, name=_("Rows"))
        self.stack = QStackedWidget()
        self._matching = Card(_("What the columns are"))
        self._fields = Column(gap=3)
        self._lay_out()

    def arrive(self, _destination: Destination) -> None:
        """Begin with the file."""
        self._show(0)

    def primary(self) -> None:
        """Go on: choose the file, look at its rows, take them."""
        (self.choose_file, self.prepare, self.take_all)[self.stack.currentIndex()]()

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
            self.table = read_table(path)
        except KotoutusError as error:
            self._refuse(explain(error))
            return
        self.bars.withdraw("import")
        self.workspace.preferences.last_folder = path.parent
        self._show_columns(self.table)
        self._show(1)

    def prepare(self) -> None:
        """Look at every row by the chosen columns, in the background."""
        assert self.table is not None
        table, columns = self.table, self.chosen_columns()
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

    def chosen_columns(self) -> dict[int, str]:
        """Return what the columns are, by place; those that are left out are not named."""
        return {place: field.value() for place, field in self.columns.items() if field.value()}

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
                count = store(session, rows)
        except KotoutusError as error:
            self._refuse(explain(error))
            return
        words = ngettext("{n} client registered.", "{n} clients registered.", count)
        self.prepared, self.also = Prepared(), set()
        self._show(0)
        text = words.format(n=count)
        self.bars.show_message(Message(text, Tone.SUCCESS, key="import"))
        self.workspace.changed.emit()

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

    def _show_columns(self, table: Table) -> None:
        clear(self._fields)
        matched = match_columns(table.headings)
        choices = [Choice(name, _(text)) for name, text in FIELDS.items()]
        self.columns = {}
        for place, heading in enumerate(table.headings):
            if heading:
                field = ChoiceField(heading, choices, hint=_samples(table, place), width=360)
                field.set_value(matched.get(place, ""))
                self.columns[place] = field
                self._fields.put(field)

    def _show(self, stage: int) -> None:
        self.stack.setCurrentIndex(stage)
        for place, button in enumerate((self.choose, self.look, self.take)):
            button.setVisible(place == stage or (place == 0 and stage > 0))
        first = next(iter(self.columns.values()), None)
        if stage == 1 and first is not None:
            first.take_focus()
        elif stage == 0:
            self.choose.setFocus()

    def _refuse(self, text: str) -> None:
        self.bars.show_message(Message(text, Tone.WARNING, key="import"))

    def _lay_out(self) -> None:
        self.band.put_acts(self.choose, self.look, self.take)
        self.band.back.connect(lambda: self.navigate.emit(Destination(PageName.CLIENTS)))
        self.choose.clicked.connect(self.choose_file)
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
        explanation = wrapped(
            _(
                "Columns without a field are left out. A whole name is read as family names,"
                " a comma and given names."
            ),
            "small",
            "muted",
        )
        self._matching.put(explanation)
        self._matching.column.addLayout(self._fields)
        matching = ScrollColumn((5, 3, 5, 5))
        matching.put(self._matching, None)
        rows = QFrame()
        rows.setProperty("kind", "plain")
        line = Row(gap=3)
        line.put((self.summary, 1))
        page = Column(rows, (5, 3, 5, 5), 2)
        page.addLayout(line)
        page.addWidget(ListCard(self.list), 1)
        for widget in (nothing, matching, rows):
            self.stack.addWidget(widget)
        Column(self, gap=0).put(self.band, self.bars, (self.stack, 1))


def _samples(table: Table, place: int) -> str:
    """Return the first values of a column, to see what it is."""
    found = (cells[place] for _number, cells in table.rows)
    texts = ["=…" if value is FORMULA else str(value) for value in found if value is not None]
    return " · ".join(text[:LONGEST_SAMPLE] for text in texts[:SAMPLES] if text.strip())

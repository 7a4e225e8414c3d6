"""Statistics: tables of a period, each number opens what it counts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kotoutus_desktop.casework.register import is_empty_office
from kotoutus_desktop.casework.statistics.counting import statistics
from kotoutus_desktop.casework.statistics.rows import Cell, CountedRow, CountedRows, rows_behind
from kotoutus_desktop.documents.statistics_sheet import StatisticsSheet, statistics_sheet
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.statistics import Part, Period, StatisticsTable, TableLine, Topic
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.statistics.export import ExportKind, StatisticsExport, scope_of
from kotoutus_desktop.ui.statistics.statistics_frame import StatisticsFrame
from kotoutus_desktop.ui.statistics.words import line_text
from kotoutus_desktop.ui.workspace import Workspace

Read = tuple[Period, dict[Topic, StatisticsTable], CountedRows | None, bool]


class StatisticsPage(StatisticsFrame):
    """The tables; or, in their place, the rows of the number that was opened."""

    def __init__(self, workspace: Workspace, _destination: Destination) -> None:
        super().__init__(workspace)
        self.period: Period | None = None  # that of the numbers shown
        self.tables: dict[Topic, StatisticsTable] = {}
        self._chosen: tuple[str, ...] = ()  # in words, beside the period
        self._opened: Cell | None = None
        self._empty = True
        self._asked = 0  # how often was counted: an answer that came too late is passed over
        self.export = StatisticsExport(self, workspace, self.bars)
        self._listen()

    def arrive(self, _destination: Destination) -> None:
        """Show the numbers as they were left, read anew."""
        self.refresh()
        self._take_focus()

    def refresh(self) -> None:
        """Count again beside the window: an office may have thousands of cases."""
        days = self.filters.chosen_days()
        if days is None:
            return
        period = Period(*days, self.filters.municipality.value)
        self._asked += 1
        asked, opened = self._asked, self._opened
        job = Job(lambda _report: (asked, self._read(period, opened)))
        job.succeeded.connect(self._take)  # a method: nobody hears of it when the page is gone
        job.failed.connect(self._fail)
        if not self.tables:
            self.stack.setCurrentWidget(self.waiting)
        job.start()

    def primary(self) -> None:
        """Open the rows of the chosen number."""
        if self.stack.currentWidget() is self.numbers:
            self.view.table.open_current()

    def open_number(self, line: TableLine, part: Part) -> None:
        """Show the rows that a number counts."""
        assert self.period is not None, "numbers are shown"
        self._opened = Cell(self._topic(), line.key, part)
        with self.workspace.database.reading() as session:
            found = rows_behind(session, self.period, self._opened, self.workspace.today())
        self._show_rows(found)
        self.rows.take_focus()

    def close_rows(self) -> None:
        """Go back to the numbers."""
        self._opened = None
        self._show_state()
        self._take_focus()

    def open_client(self, row: CountedRow) -> None:
        """Go to the client of a row."""
        if row.whose is not None:
            self.navigate.emit(Destination(PageName.CLIENT, client=row.whose.id))

    def sheet(self) -> StatisticsSheet:
        """Return what is exported: the numbers of the period, without the small ones."""
        assert self.period is not None, "numbers are shown"
        scope = scope_of(self.workspace, self.period, self._chosen)
        return statistics_sheet(scope, list(self.tables.values()), line_text)

    def save_as(self, kind: ExportKind) -> None:
        """Ask where to, and save the numbers."""
        assert self.period is not None, "numbers are shown"
        days = f"{self.period.first}-{self.period.last}"
        self.export.choose_and_save(self.sheet(), kind, f"{_('statistics')}-{days}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter opens the chosen number, Esc leads back to the numbers."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.primary()
        elif event.key() == Qt.Key.Key_Escape and self._opened is not None:
            self.close_rows()
        else:
            super().keyPressEvent(event)

    def _read(self, period: Period, opened: Cell | None) -> Read:
        today = self.workspace.today()
        with self.workspace.database.reading() as session:
            rows = rows_behind(session, period, opened, today) if opened else None
            return period, statistics(session, period, today), rows, is_empty_office(session)

    def _take(self, answer: tuple[int, Read]) -> None:
        """Show what was read, unless something else was asked for meanwhile."""
        asked, read = answer
        if asked != self._asked:
            return
        had_focus = self.stack.currentWidget() is self.waiting
        self.period, self.tables, rows, self._empty = read
        words = self.filters.words()
        self._chosen = tuple(words[1:])
        self.band.set_subtitle(" · ".join(words))
        self.filters.show_municipalities()
        for button in self.save_buttons:
            button.setVisible(not self._empty)
        self._show_table()
        self._show_state()
        if rows is not None and self._opened is not None:
            self._show_rows(rows)
        if had_focus:
            self._take_focus()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self.bars.show_message(Message(explain(error), Tone.DANGER, key="read"))

    def _topic(self) -> Topic:
        return Topic(self.topics.current())

    def _show_table(self) -> None:
        table = self.tables.get(self._topic())
        if table is not None and self.period is not None:
            self.view.show_table(table, has_municipality=bool(self.period.municipality))

    def _show_state(self) -> None:
        self.stack.setCurrentWidget(self.nothing if self._empty else self.numbers)

    def _show_rows(self, found: CountedRows) -> None:
        assert self._opened is not None, "a number was opened"
        hide = self.workspace.preferences.initials_in_lists
        self.rows.show_rows(self._opened, found, hide_names=hide)
        self.stack.setCurrentWidget(self.rows)

    def _take_focus(self) -> None:
        shown = self.stack.currentWidget()
        if shown is self.rows:
            self.rows.take_focus()
        elif shown is not self.numbers:
            self.filters.period.setFocus()
        elif self.view.table_card.isHidden():
            self.topics.take_focus()
        else:
            self.view.take_focus()

    def _listen(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.topics.went.connect(lambda _key: self._show_table())
        self.view.opened.connect(self.open_number)
        self.rows.back.connect(self.close_rows)
        self.rows.opened.connect(self.open_client)
        for button, kind in zip(self.save_buttons, ExportKind, strict=True):
            button.clicked.connect(lambda _on=False, kind=kind: self.save_as(kind))

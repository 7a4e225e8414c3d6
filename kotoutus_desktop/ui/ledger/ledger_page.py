"""The deadline ledger: numbers by month and rule, each opens its rows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kotoutus_desktop.casework.ledger import LedgerRow, give_reason, ledger_rows
from kotoutus_desktop.casework.ledger_counts import Column as Number
from kotoutus_desktop.casework.ledger_counts import Line, ledger_lines
from kotoutus_desktop.casework.ledger_courses import Selection
from kotoutus_desktop.casework.register import is_empty_office
from kotoutus_desktop.documents.ledger_sheet import LedgerSheet
from kotoutus_desktop.documents.ledger_words import HEADINGS, month_text, rule_text
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.obligations import SECTIONS, Rule
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.ledger.export import ExportKind, LedgerExport
from kotoutus_desktop.ui.ledger.ledger_frame import LedgerFrame
from kotoutus_desktop.ui.ledger.reason_dialog import ReasonDialog
from kotoutus_desktop.ui.ledger.row_face import LedgerFace
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.why.asking import why_section
from kotoutus_desktop.ui.workspace import Workspace

Place = tuple[Rule, tuple[int, int] | None, Number]
Read = tuple[Selection, list[Line], bool]


class LedgerPage(LedgerFrame):
    """The table; or, in its place, the rows of the number that was opened."""

    def __init__(self, workspace: Workspace, _destination: Destination) -> None:
        super().__init__(workspace)
        self.selection: Selection | None = None  # that of the numbers shown
        self.lines: list[Line] = []
        self._chosen: list[str] = []  # in words, beside the period
        self._opened: Place | None = None
        self._asked = 0  # how often was counted: an answer that came too late is passed over
        self.export = LedgerExport(self, workspace, self.bars)
        self._listen()

    def arrive(self, _destination: Destination) -> None:
        """Show the numbers as they were left, read anew."""
        self.refresh()
        self._take_focus()

    def refresh(self) -> None:
        """Read again what is counted, beside the window: an office may have thousands of cases."""
        selection = self.filters.selection()
        if selection is None:
            return
        self._asked += 1
        asked = self._asked
        job = Job(lambda _report: (asked, self._read(selection)))
        job.succeeded.connect(self._take)  # a method: nobody hears of it when the page is gone
        job.failed.connect(self._fail)
        if not self.lines:
            self.stack.setCurrentWidget(self.waiting)
        job.start()

    def primary(self) -> None:
        """Open the rows of the chosen number; among them, give the reason of a late one."""
        if self.stack.currentWidget() is self.rows:
            self.rows.ask_reason()
        else:
            self.table.open_current()

    def open_number(self, line: Line, column: Number) -> None:
        """Show the rows that a number counts."""
        self._opened = line.rule, line.month, column
        self._show_rows(line, column)
        self.stack.setCurrentWidget(self.rows)
        self._take_focus()

    def close_rows(self) -> None:
        """Go back to the numbers."""
        self._opened = None
        self._show_state()
        self._take_focus()

    def open_client(self, row: LedgerRow) -> None:
        """Go to the client of a row."""
        self.navigate.emit(Destination(PageName.CLIENT, client=row.whose.id))

    def why(self, section: Section | None) -> None:
        """Say beside the page what the section is about that a number or a row rests on."""
        if section is not None:
            self.why_asked.emit(why_section(self.workspace, section, None))

    def section_here(self) -> Section | None:
        """Return the section of the number or row that has the keyboard, None for none."""
        if self.stack.currentWidget() is self.rows:
            row = self.rows.list.current_item()
            return row.obligation.section if row is not None else None
        line = self.table.current_line()
        return SECTIONS[line.rule] if line is not None else None

    def ask_reason(self, row: LedgerRow) -> None:
        """Ask why a row was late; of a restricted case that is shut, go to the client first."""
        opened = self.workspace.database.visit.opened
        if row.whose.hides_place and row.whose.id not in opened:
            self.open_client(row)
            return
        dialog = ReasonDialog(row, self.rows.face.name(row), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.record_reason(row, str(dialog.reason.value())))
        dialog.open()

    def record_reason(self, row: LedgerRow, reason: str) -> None:
        """Store the reason of a row."""
        workspace = self.workspace
        if reason == row.reason:
            return
        with workspace.database.transaction(_("reason of lateness")) as session:
            give_reason(session, row, reason, workspace.officer_id, workspace.today())
        workspace.changed.emit()
        self.bars.show_success(_("The reason was saved."), self._undo)

    def sheet(self) -> LedgerSheet:
        """Return what is exported: the numbers that are shown, without the small ones."""
        assert self.selection is not None, "numbers are shown"
        return self.export.sheet(self.selection, self.lines, self._chosen)

    def save_as(self, kind: ExportKind) -> None:
        """Ask where to, and save the numbers."""
        assert self.selection is not None, "numbers are shown"
        first, last = self.selection.first, self.selection.last
        whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        days = first.year if whole_year and first.year == last.year else f"{first}-{last}"
        self.export.choose_and_save(self.sheet(), kind, f"{_('time-limits')}-{days}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter does the page's act, Ctrl+I asks why; Esc leads back to the numbers."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.primary()
        elif control and event.key() == Qt.Key.Key_I:
            self.why(self.section_here())
        elif event.key() == Qt.Key.Key_Escape and self._opened is not None:
            self.close_rows()
        else:
            super().keyPressEvent(event)

    def _read(self, selection: Selection) -> Read:
        with self.workspace.database.reading() as session:
            rows = ledger_rows(session, selection, self.workspace.today())
            return selection, ledger_lines(rows), is_empty_office(session)

    def _take(self, answer: tuple[int, Read]) -> None:
        """Show what was read, unless something else was asked for meanwhile."""
        asked, read = answer
        if asked != self._asked:
            return
        had_focus = self.stack.currentWidget() is self.waiting
        self.selection, self.lines, empty = read
        self.rows.face = LedgerFace(
            self.workspace.today(), hide_names=self.workspace.preferences.initials_in_lists
        )
        self.table.set_lines(self.lines)
        self.definitions.show_rules(list(dict.fromkeys(line.rule for line in self.lines)))
        for button in (self.spreadsheet_button, self.paper_button):
            button.setVisible(bool(self.lines))
        words = self.filters.words()
        self._chosen = words[1:]
        self.band.set_subtitle(" · ".join(words))
        self.say_nothing(empty=empty)
        self._show_state()
        if had_focus:
            self._take_focus()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self.bars.show_message(Message(explain(error), Tone.DANGER, key="read"))

    def _show_state(self) -> None:
        """Show the rows that are open, the numbers, or that there are none."""
        line = self._line(self._opened) if self._opened else None
        if line is not None and self._opened is not None:
            self._show_rows(line, self._opened[2])
            self.stack.setCurrentWidget(self.rows)
            return
        self._opened = None
        self.stack.setCurrentWidget(self.numbers if self.lines else self.nothing)

    def _line(self, place: Place) -> Line | None:
        found = (each for each in self.lines if (each.rule, each.month) == place[:2])
        return next(found, None)

    def _show_rows(self, line: Line, column: Number) -> None:
        heading = _(HEADINGS[list(Number).index(column)])
        words = (rule_text(line.rule), month_text(line.month), heading)
        self.rows.show_rows(" · ".join(words), line.behind(column))

    def _take_focus(self) -> None:
        if self._opened is not None:
            self.rows.list.setFocus()
        elif self.lines:
            self.table.setFocus()
        else:
            self.filters.period.setFocus()

    def _undo(self) -> None:
        self.workspace.undo()

    def _listen(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.table.opened.connect(self.open_number)
        self.spreadsheet_button.clicked.connect(lambda: self.save_as(ExportKind.SPREADSHEET))
        self.paper_button.clicked.connect(lambda: self.save_as(ExportKind.PAPER))
        self.rows.back.connect(self.close_rows)
        self.rows.opened.connect(self.open_client)
        self.rows.asked_reason.connect(self.ask_reason)
        self.rows.why_wanted.connect(lambda row: self.why(row.obligation.section))

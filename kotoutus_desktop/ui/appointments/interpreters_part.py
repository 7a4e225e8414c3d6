"""Hours and costs of interpreters: numbers of a year on the screen, and as a file."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from kotoutus_desktop.casework.appointments.interpreters import (
    Grouping,
    InterpreterLine,
    InterpreterReport,
    interpreter_report,
)
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.interpreter_sheet import (
    InterpreterSheet,
    Numbers,
    interpreter_table,
)
from kotoutus_desktop.documents.ledger_sheet import Scope
from kotoutus_desktop.documents.ledger_words import month_text
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.appointments.report_saving import ReportSaving
from kotoutus_desktop.ui.clients.client_list_filters import Counted, MenuChip
from kotoutus_desktop.ui.components.buttons import Segments
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.dates import period_text
from kotoutus_desktop.ui.orientation.report_face import euros_text
from kotoutus_desktop.ui.orientation.times import hours_text
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.words import language_name
from kotoutus_desktop.ui.workspace import Workspace

YEARS = 5
_COLUMNS = (ListColumn(share=3), ListColumn(share=3), ListColumn(width=120), ListColumn(width=140))


class InterpretersPart(Part):
    """A line for each month, language or agency; files have all three, small numbers hidden."""

    def __init__(self, workspace: Workspace, _course_id: UUID | None = None) -> None:
        super().__init__(workspace)
        self.report: InterpreterReport | None = None
        self.year = MenuChip(_("Year"), self._years, str)
        self.year.set_value(str(workspace.today().year))
        self.by = Segments(
            [
                (Grouping.MONTH.value, _("By month")),
                (Grouping.LANGUAGE.value, _("By language")),
                (Grouping.AGENCY.value, _("By agency")),
            ],
            Grouping.MONTH.value,
            name=_("View"),
        )
        self.sums = wrapped("", "body")
        self.list = RowList(self._face, _COLUMNS, name=_("Interpreters: hours and costs"))
        self.nothing = EmptyState(
            "ear",
            _("No interpreter was used in this year"),
            _("An interpreter is counted once it is marked whether the client came."),
        )
        self.saving = ReportSaving(self, self.sheet, _("interpreters"))
        self.stack = QStackedWidget()
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Count, and put the keyboard into the list."""
        self.refresh()
        (self.list if self.list.model().rowCount() else self.year).setFocus()

    def refresh(self) -> None:
        """Count again."""
        first, last = self._period()
        with self.workspace.database.reading() as session:
            self.report = interpreter_report(session, first, last, self.workspace.today())
        lines = self.report.lines[Grouping(self.by.value())]
        self.list.set_items(lines)
        if lines and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.sums.setText(self._sums(self.report))
        self.stack.setCurrentIndex(0 if lines else 1)
        self.saving.allow(bool(lines))

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons that save the report."""
        return self.saving.buttons

    def sheet(self) -> InterpreterSheet:
        """Return the report as it leaves the office."""
        assert self.report is not None, "a report was counted"
        with self.workspace.database.reading() as session:
            office = the_office(session)
        period = period_text(*self._period())
        made = self.workspace.today()
        head = Scope(office.name_fi or office.name_sv, period, (), made)
        whole = _numbers(self.report.whole, _("Whole period"))
        names = {
            Grouping.MONTH: _("By month"),
            Grouping.LANGUAGE: _("By language"),
            Grouping.AGENCY: _("By agency"),
        }
        tables = tuple(
            interpreter_table(
                names[each],
                whole,
                [_numbers(line, _name(line, each)) for line in self.report.lines[each]],
            )
            for each in Grouping
        )
        return InterpreterSheet(head, tables)

    def _face(self, line: InterpreterLine) -> RowFace:
        name = _name(line, Grouping(self.by.value()))
        used = _("used {used}, not used {unused}").format(used=line.used, unused=line.unused)
        unknown = _("without cost {n}").format(n=line.unknown) if line.unknown else ""
        hours, cost = hours_text(line.minutes), euros_text(line.cost)
        cells = (
            Cell(name, strong=True),
            Cell(used, note=unknown, small_note=True),
            Cell(hours),
            Cell(cost),
        )
        return RowFace(
            cells, ", ".join(part for part in (name, used, unknown, hours, cost) if part)
        )

    def _sums(self, report: InterpreterReport) -> str:
        whole = report.whole
        parts = [
            ngettext("{n} time", "{n} times", whole.times).format(n=whole.times),
            _("not used {n}").format(n=whole.unused),
            hours_text(whole.minutes),
            euros_text(whole.cost),
        ]
        if report.unmarked:
            words = ngettext(
                "{n} past time is not marked yet", "{n} past times are not marked yet",
                report.unmarked,
            )  # fmt: skip
            parts.append(words.format(n=report.unmarked))
        return " · ".join(parts)

    def _period(self) -> tuple[date, date]:
        year = int(self.year.value or self.workspace.today().year)
        return date(year, 1, 1), date(year, 12, 31)

    def _years(self) -> Counted:
        last = self.workspace.today().year
        return [(str(year), 0) for year in range(last, last - YEARS, -1)]

    def _lay_out(self) -> None:
        self.year.picked.connect(lambda _value: self.refresh())
        self.by.chosen.connect(lambda _value: self.refresh())
        self.stack.addWidget(ListCard(self.list))
        self.stack.addWidget(self.nothing)
        filters = Row(gap=2)
        filters.put(self.year, None, self.by)
        Column(self, (5, 1, 5, 4), 2).put(filters, self.sums, (self.stack, 1))


def _name(line: InterpreterLine, grouping: Grouping) -> str:
    if grouping is Grouping.MONTH:
        year, month = line.key.split("-")
        return month_text((int(year), int(month)))
    if grouping is Grouping.LANGUAGE:
        return language_name(line.key) or _("not known")
    return line.key or _("agency not recorded")


def _numbers(line: InterpreterLine, name: str) -> Numbers:
    return Numbers(name, line.used, line.unused, line.minutes, line.cost)

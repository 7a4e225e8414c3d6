"""The numbers of the ledger: a line for each rule and month, each number opens its rows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from kotoutus_desktop.casework.ledger_counts import Column, Line
from kotoutus_desktop.documents.ledger_words import (
    COLUMN_DEFINITIONS,
    DEFINITIONS,
    HEADINGS,
    month_text,
    rule_text,
)
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.obligations import OWN_TARGETS, SECTIONS
from kotoutus_desktop.ui.components.number_table import (
    Heading,
    NumberLine,
    NumberModel,
    NumberTable,
)
from kotoutus_desktop.ui.components.section_link import section_text

COLUMNS = tuple(Column)


class LedgerModel(NumberModel):
    """Lines of the ledger; the first column says what a line counts."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()


class LedgerTable(NumberTable):
    """The table. What is late without reason stands in red."""

    opened = Signal(object, object)  # Line, Column

    numbers: LedgerModel

    def __init__(self) -> None:
        super().__init__(LedgerModel(), _("Time limits by rule and month"))
        self.number_opened.connect(self._tell)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the cell that was chosen stays chosen by its place."""
        self.numbers.lines = lines
        defined = zip(HEADINGS, COLUMN_DEFINITIONS, strict=True)
        headings = [Heading(_("What and when"))]
        headings += [Heading(_(heading), _(definition)) for heading, definition in defined]
        self.show_numbers(headings, [_face(line) for line in lines])

    def current_line(self) -> Line | None:
        """Return the line of the chosen number, None for none."""
        index = self.currentIndex()
        return self.numbers.lines[index.row()] if index.isValid() else None

    def _tell(self, row: int, number: int) -> None:
        self.opened.emit(self.numbers.lines[row], COLUMNS[number])


def note_of(line: Line) -> str:
    """Return the section of a rule, and that the day is the office's own where it is."""
    section = section_text(SECTIONS[line.rule])
    return f"{section} · {_('own target')}" if line.rule in OWN_TARGETS else section


def _face(line: Line) -> NumberLine:
    """Return a line: rules stand out, their months are set in."""
    whole = line.month is None
    month = month_text(line.month)
    late = "warning" if line.rule in OWN_TARGETS else "danger"
    return NumberLine(
        rule_text(line.rule) if whole else month,
        line.counts(),
        said=f"{rule_text(line.rule)}, {month}",
        note=note_of(line) if whole else "",
        tip=_(DEFINITIONS[line.rule]),
        strong=whole,
        inset=not whole,
        tones=tuple(late if column is Column.LATE_WITHOUT_REASON else "" for column in COLUMNS),
    )

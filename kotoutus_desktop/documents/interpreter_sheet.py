"""Hours and costs of interpreters as they leave the office: small numbers hidden."""

from collections.abc import Sequence
from dataclasses import dataclass

from kotoutus_desktop.documents.course_report_sheet import CourseReportSheet, Table
from kotoutus_desktop.documents.ledger_sheet import HIDDEN, hidden_note, number_text
from kotoutus_desktop.documents.ledger_suppression import SMALLEST_SHOWN, published
from kotoutus_desktop.i18n import N_, _

HEADINGS = (N_("Times"), N_("Used"), N_("Not used"), N_("Hours"), N_("Cost, €"))
DEFINITIONS: tuple[tuple[str, str], ...] = (
    (N_("Times"), N_("Booked times with an interpreter of which it is recorded what became.")),
    (N_("Used"), N_("Times to which the client came.")),
    (
        N_("Not used"),
        N_("Times to which the client did not come, and cancelled ones that still cost."),
    ),
    (N_("Hours"), N_("Hours that the agency is paid for; the length of the time where not told.")),
    (N_("Cost, €"), N_("Recorded costs without tax; times without a recorded cost count as 0.")),
)


@dataclass(frozen=True)
class Numbers:
    """A line: its name, and the numbers of `InterpreterLine`."""

    name: str
    used: int
    unused: int
    minutes: int
    cost: int

    @property
    def counts(self) -> tuple[int, int, int]:
        """The times, and how they are made up."""
        return self.used + self.unused, self.used, self.unused


@dataclass(frozen=True)
class InterpreterSheet(CourseReportSheet):
    """What is exported."""

    @property
    def title(self) -> str:
        """The title of the paper and of the file."""
        return _("Interpreters: hours and costs")

    def definitions(self) -> list[str]:
        """Return what every number counts, and why some are hidden."""
        return [*(f"{_(name)}: {_(words)}" for name, words in DEFINITIONS), hidden_note()]


def interpreter_table(name: str, whole: Numbers, lines: Sequence[Numbers]) -> Table:
    """Return a table, the whole first; small numbers are hidden here and nowhere after.

    Hours and costs of a line with a hidden number are hidden, and of one more where it would be
    the only one: it would follow from the whole.
    """
    rows = [whole, *lines]
    shown = published([row.counts for row in rows])
    hidden = {
        place
        for place, row in enumerate(rows)
        if shown[place][0] is None or (place and any(0 < n < SMALLEST_SHOWN for n in row.counts))
    }
    parts = [place for place in range(1, len(rows)) if place not in hidden]
    if len(hidden - {0}) == 1:
        hidden.add(min(parts, key=lambda place: rows[place].minutes) if parts else 0)
    return Table(
        name,
        tuple(_(heading) for heading in HEADINGS),
        tuple(
            (row.name, (*(number_text(n) for n in shown[place]), *_sums(row, place in hidden)))
            for place, row in enumerate(rows)
        ),
    )


def _sums(row: Numbers, hidden: bool) -> tuple[str, str]:
    if hidden:
        return HIDDEN, HIDDEN
    return f"{row.minutes / 60:.1f}", f"{row.cost / 100:.2f}"

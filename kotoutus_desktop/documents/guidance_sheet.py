"""The counts of guidance (§ 10) as they leave the office: small numbers hidden."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kotoutus_desktop.documents.course_report_sheet import CourseReportSheet, Table
from kotoutus_desktop.documents.ledger_sheet import hidden_note, number_text
from kotoutus_desktop.documents.ledger_suppression import published
from kotoutus_desktop.i18n import _


@dataclass(frozen=True)
class GuidanceSheet(CourseReportSheet):
    """What is exported."""

    @property
    def title(self) -> str:
        """The title of the paper and of the file."""
        return _("Guidance and advice by month")

    def definitions(self) -> list[str]:
        """Return what every number counts, and why some are hidden."""
        return [
            _("A number counts conversations of guidance and advice (§ 10), named or not."),
            hidden_note(),
        ]


Months = Sequence[tuple[str, Counter[str]]]
IN_TABLE = 4  # months: more columns have no room on paper


def guidance_tables(name: str, months: Months) -> Iterator[Table]:
    """Yield tables of four months at most, each with sums of its own."""
    for start in range(0, len(months), IN_TABLE):
        part = months[start : start + IN_TABLE]
        names = list(dict.fromkeys((part[0][0], part[-1][0])))
        yield guidance_table(f"{name}, {'–'.join(names)}", part)


def guidance_table(name: str, months: Months) -> Table:
    """Return a table with a line for each kind and a column for each month, the sums first."""
    kinds = sorted({kind for _month, counted in months for kind in counted})
    columns = [counted for _month, counted in months]
    lines = [[counted[kind] for counted in columns] for kind in kinds]
    whole = [sum(column) for column in zip(*lines, strict=True)]
    shown = published([[sum(line), *line] for line in [whole, *lines]])
    return Table(
        name,
        (_("All"), *(month for month, _counted in months)),
        tuple(
            (label, tuple(number_text(n) for n in line))
            for label, line in zip([_("All"), *kinds], shown, strict=True)
        ),
    )

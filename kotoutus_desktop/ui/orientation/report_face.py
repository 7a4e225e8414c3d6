"""A course as a line of the report, and the sums over all of them."""

from kotoutus_desktop.casework.orientation.course_report import CourseLine, CourseReport
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.orientation.course_face import course_title
from kotoutus_desktop.ui.orientation.times import hours_text
from kotoutus_desktop.ui.words import enum_text, language_name

COLUMNS = (ListColumn(share=4), ListColumn(share=3), ListColumn(share=3), ListColumn(width=170))


def report_face(line: CourseLine) -> RowFace:
    """Return the line: course, people, hours, cost."""
    course = line.course
    kind = " · ".join((course.number, language_name(course.language), enum_text(course.form)))
    people = _("started {started}, completed {completed}").format(
        started=line.started, completed=line.completed
    )
    left = _("interrupted {n}").format(n=line.interrupted)
    reasons = ", ".join(
        f"{reason or _('no reason')} {count}" for reason, count in line.reasons.most_common()
    )
    left = f"{left}: {reasons}" if reasons else left
    taught = _("taught {n}").format(n=hours_text(line.taught))
    other = _("interpreted {n}").format(n=hours_text(line.interpreted))
    cost = _cost(line)
    cells = (
        Cell(course_title(course), note=kind, strong=True, small_note=True),
        Cell(people, note=left, small_note=True),
        Cell(taught, note=other, small_note=True),
        Cell(cost, tone="" if line.cost else "muted"),
    )
    return RowFace(
        cells, ", ".join((course_title(course), kind, people, left, taught, other, cost))
    )


def sums_text(report: CourseReport) -> str:
    """Return the numbers of the whole period."""
    cost = report.cost_per_finisher
    parts = [
        _("started {started}, completed {completed}").format(
            started=report.total("started"), completed=report.total("completed")
        ),
        _("interrupted {n}").format(n=report.total("interrupted")),
        _("taught {n}").format(n=hours_text(report.total("taught"))),
        _("interpreted {n}").format(n=hours_text(report.total("interpreted"))),
        _("self-study {n}").format(n=hours_text(report.self_study)),
    ]
    if cost is not None:
        parts.append(_("{euros} for each who completed").format(euros=euros_text(cost)))
    said = " · ".join(parts)
    return said[:1].upper() + said[1:]


def euros_text(cents: int) -> str:
    """Write cents as whole euros and cents: 1 234,50 euros."""
    written = f"{cents / 100:,.2f}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
    return f"{written}\N{NO-BREAK SPACE}€"


def _cost(line: CourseLine) -> str:
    return euros_text(line.cost) if line.cost is not None else _("no cost in the period")

"""A course as a row of a list, and in words."""

from kotoutus_desktop.casework.orientation.courses import CourseRow
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.orientation import Course, CourseKind, CourseState
from kotoutus_desktop.rules.orientation import REQUIRED_MINUTES
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.orientation.times import hours_text
from kotoutus_desktop.ui.words import enum_text, language_name, period_text

COLUMNS = (
    ListColumn(share=3),
    ListColumn(share=3),
    ListColumn(share=2, folds=True),
    ListColumn(width=150),
)
STATE_TONES = {
    CourseState.RUNNING: "success",
    CourseState.PLANNED: "info",
    CourseState.CANCELLED: "warning",
}


def course_title(course: Course) -> str:
    """Return what a course is called: its name, or its language and kind."""
    return course.name or f"{language_name(course.language)}, {enum_text(course.kind)}"


def course_face(row: CourseRow) -> RowFace:
    """Return the row: number and name, when and where, seats and hours, state."""
    course = row.course
    days = period_text(course.starts_on, course.ends_on) or _("no meetings yet")
    where = course.place or course.link
    seats = _("{seated} of {places} places").format(seated=row.seated, places=course.places)
    about = [f"{course.number} · {enum_text(course.form)}", *_municipalities(course)]
    cells = (
        Cell(course_title(course), " · ".join(about), strong=True),
        Cell(days, " · ".join(part for part in (course.trainer, where) if part)),
        Cell(seats, hours_line(row)),
        Cell(enum_text(row.state), tone=STATE_TONES.get(row.state, ""), kind=CellKind.CHIP),
    )
    said = ", ".join(filter(None, (f"{cell.text}, {cell.note}" for cell in cells)))
    return RowFace(cells, said.replace(" · ", ", "), course.state_reason)


def hours_line(row: CourseRow) -> str:
    """Return the meetings and the hours of a course, against the seventy where they count."""
    count = ngettext("{n} meeting", "{n} meetings", row.meetings).format(n=row.meetings)
    if row.course.kind is CourseKind.INTRODUCTION:
        return f"{count}, {hours_text(row.minutes)}"
    whole = _("{hours} of {required}").format(
        hours=hours_text(row.minutes), required=hours_text(REQUIRED_MINUTES)
    )
    return f"{count}, {whole}"


def _municipalities(course: Course) -> list[str]:
    if len(course.municipalities) < 2:
        return []
    count = len(course.municipalities)
    return [ngettext("{n} municipality", "{n} municipalities", count).format(n=count)]

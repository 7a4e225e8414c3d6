"""How someone gets on with a course, as a row and in words."""

from kotoutus_desktop.casework.orientation.hours import ClientHours
from kotoutus_desktop.casework.orientation.progress import Getting
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.orientation import EnrolmentState
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.orientation.times import hours_text
from kotoutus_desktop.ui.words import date_text, enum_text

COLUMNS = (
    ListColumn(share=4),
    ListColumn(width=180, folds=True),
    ListColumn(share=4),
    ListColumn(width=150),
    ListColumn(width=110),
)


def progress_face(row: Getting) -> RowFace:
    """Return the row: who, share of this course, all hours, state, and what can be done."""
    person = row.person
    share, count = share_text(row), of_held_text(row)
    whole, outlook = whole_text(row.hours), outlook_text(row)
    state, tone, icon = _state(row)
    act = _("Mark complete") if row.ready else ""
    cells = (
        Cell(
            person.name,
            own=person.own_name,
            icon="lock" if person.hidden else "",
            strong=True,
            note="" if row.hours else _("guest"),
            small_note=True,
        ),
        Cell(share, note=count, small_note=True),
        Cell(whole, note=outlook, small_note=True),
        Cell(state, tone=tone, icon=icon, kind=CellKind.CHIP),
        Cell(act, kind=CellKind.BUTTON, primary=True),
    )
    spoken = (person.name, share, count, whole, outlook, state)
    return RowFace(cells, ", ".join(part for part in spoken if part))


def share_text(row: Getting) -> str:
    """Return the share of what was held."""
    return _("{n} % present").format(n=row.percent) if row.percent is not None else ""


def of_held_text(row: Getting) -> str:
    """Return hours attended and held."""
    if not row.held:
        return _("nothing held yet")
    return _("{done} of {held}").format(done=hours_text(row.attended), held=hours_text(row.held))


def whole_text(hours: ClientHours | None) -> str:
    """Return the hours of all courses out of seventy."""
    return _("{done} of 70 h").format(done=hours_text(hours.done)) if hours else ""


def outlook_text(row: Getting) -> str:
    """Return when the seventy hours and all topics will be there, or what is missing."""
    if row.hours is None:
        return ""
    return finishing_text(row.hours)


def finishing_text(hours: ClientHours) -> str:
    """Return when everything will be there, if the client comes to every planned meeting."""
    if hours.complete:
        return _("complete")
    if not hours.missing and not hours.topics_missing:
        return _("a ground is missing")
    forecast = hours.forecast
    if forecast.finishing_day is not None:
        return _("complete on {date}").format(date=date_text(forecast.finishing_day))
    short = []
    if forecast.minutes_short:
        short.append(hours_text(forecast.minutes_short))
    if forecast.topics_short:
        count = len(forecast.topics_short)
        short.append(ngettext("{n} topic", "{n} topics", count).format(n=count))
    return _("plan falls short: {what}").format(what=", ".join(short))


def _state(row: Getting) -> tuple[str, str, str]:
    if row.behind:
        return _("falls behind"), "warning", "clock-exclamation"
    if row.state is EnrolmentState.COMPLETED:
        return enum_text(row.state), "success", "circle-check"
    if row.ready:
        return _("complete"), "success", "circle-check"
    return enum_text(row.state), "", ""

"""Booked times as a calendar file: numbers and matters, never a name or a place."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.casework.appointments.booked import BookedTime
from kotoutus_desktop.documents.calendar_file import CalendarHours, timetable_file
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.log.exports import note_export
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.today.calendar_export import ENDING
from kotoutus_desktop.ui.words import enum_text


def calendar_hours(times: Iterable[BookedTime]) -> Iterator[CalendarHours]:
    """Yield the times; the client is a number, and no place is told of anybody."""
    for each in times:
        midnight = datetime.combine(each.held_on, time())
        yield CalendarHours(
            uid=f"{each.id}@kotoutus-desktop",
            starts=midnight + timedelta(minutes=each.starts),
            ends=midnight + timedelta(minutes=each.ends),
            summary=f"{each.number}: {enum_text(each.purpose)}",
            cancelled=not each.takes_time,
        )


def write_times(path: Path, times: Iterable[BookedTime], made_at: datetime) -> None:
    """Save the file; raises CannotWrite."""
    save_paper(path, timetable_file(calendar_hours(times), made_at))


def save_times(part: Part, times: list[BookedTime]) -> None:
    """Ask where to, and save the times that are shown."""
    workspace = part.workspace
    start = workspace.preferences.last_folder / f"{_('appointments')}{ENDING}"
    chosen, _kind = QFileDialog.getSaveFileName(
        part, _("Save the calendar file"), str(start), f"*{ENDING}"
    )
    if not chosen:
        return
    path = Path(chosen)
    path = path if path.suffix else path.with_suffix(ENDING)
    try:
        write_times(path, times, workspace.now())
    except KotoutusError as error:
        part.refuse(explain(error))
        return
    workspace.preferences.last_folder = path.parent
    note_export(workspace, "appointments", [each.client_id for each in times])
    count = len(times)
    words = ngettext(
        "{n} appointment saved without names: {name}",
        "{n} appointments saved without names: {name}",
        count,
    ).format(n=count, name=path.name)
    part.said.emit(Message(words, Tone.SUCCESS, key="file"))

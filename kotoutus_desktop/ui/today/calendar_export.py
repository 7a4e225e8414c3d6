"""What Today shows as a calendar file: without personal data unless someone chooses so."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QWidget

from kotoutus_desktop.casework.due import DueClient, DueRow
from kotoutus_desktop.casework.own_tasks import TaskRow
from kotoutus_desktop.documents.calendar_file import CalendarDay, calendar_file
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.due import Basis
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.today.groups import Entry, key_of
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

ENDING = ".ics"
_WARNING = N_(
    "A calendar is often seen by others and kept by a company. Names tell that somebody is a "
    "client, and what is told here is confidential. Who has a non-disclosure order stays a number."
)


def calendar_days(entries: Sequence[Entry], *, with_names: bool) -> list[CalendarDay]:
    """Return what has a day: number of the client and step; names only `with_names`.

    Who has a non-disclosure order is told by number alone in any case, and no place is told.
    """
    return [
        CalendarDay(_uid(entry), day, _summary(entry, with_names=with_names))
        for entry in entries
        if (day := _day(entry)) is not None
    ]


def _day(entry: Entry) -> date | None:
    return entry.task.due_on if isinstance(entry, TaskRow) else entry.item.due


def _uid(entry: Entry) -> str:
    """Return the same mark for the same thing each time, from which nothing can be read."""
    return f"{uuid5(NAMESPACE_URL, repr(key_of(entry)))}@kotoutus-desktop"


def _summary(entry: Entry, *, with_names: bool) -> str:
    named = with_names and not (entry.client is not None and entry.client.non_disclosure)
    who = _who(entry.client, named=named)
    if isinstance(entry, TaskRow):
        return ": ".join(part for part in (who, (named and entry.text) or _("Own task")) if part)
    return f"{who}: {_step(entry)}"


def _step(row: DueRow) -> str:
    said = f"{enum_text(row.item.kind)} ({section_text(row.item.section)})"
    own = row.item.basis is Basis.OWN_TARGET
    return _("{step}, own target").format(step=said) if own else said


def _who(client: DueClient | None, *, named: bool) -> str:
    if client is None:
        return ""
    name = client.full_name or client.own_script_name
    return f"{client.number} {name}" if named and name else client.number


def save_calendar(
    path: Path, entries: Sequence[Entry], made_at: datetime, *, with_names: bool
) -> int:
    """Save the file and return how many days are in it; raises CannotWrite."""
    days = calendar_days(entries, with_names=with_names)
    save_paper(path, calendar_file(days, made_at))
    return len(days)


class CalendarDialog(QDialog):
    """Asks what the file may tell; at first numbers and steps only."""

    def __init__(self, workspace: Workspace, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(_("Calendar file"))
        self.names = QCheckBox(_("Also names of clients and the words of own tasks"))
        self.warning = wrapped("", "small", "warning")
        self.names.toggled.connect(self._warn)
        self.button = Button(_("Save"), "primary", key="Ctrl+Return")
        self.button.clicked.connect(self.accept)
        self.button.setEnabled(count > 0)
        stay = Button(_("Back"))
        stay.clicked.connect(self.reject)
        buttons = Row(gap=2)
        buttons.put(None, stay, self.button)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(_("Calendar file"), "title"),
            wrapped(
                _(
                    "The days that the list shows now, with client numbers and steps. Other "
                    "calendars can read the file. It is not encrypted, and it does not follow "
                    "what is changed here later."
                ),
                "body",
                "muted",
            ),
            self.names,
            self.warning,
            None,
            buttons,
        )
        self.resize(theme().px(480), theme().px(320))

    def chosen_path(self) -> Path | None:
        """Ask where the file is saved; None when nothing was chosen."""
        start = self._workspace.preferences.last_folder / f"{_('due-days')}{ENDING}"
        chosen, _kind = QFileDialog.getSaveFileName(
            self.parentWidget(), _("Save the calendar file"), str(start), f"*{ENDING}"
        )
        path = Path(chosen)
        return (path if path.suffix else path.with_suffix(ENDING)) if chosen else None

    def _warn(self, named: bool) -> None:
        self.warning.setText(_(_WARNING) if named else "")

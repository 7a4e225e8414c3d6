"""Under which heading of Today a row stands."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from kotoutus_desktop.casework.due import DueRow, is_overdue_by_law, is_without_delay
from kotoutus_desktop.casework.own_tasks import TaskRow
from kotoutus_desktop.i18n import N_

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
Entry = DueRow | TaskRow


class Group(StrEnum):
    """The headings, what hurts most first."""

    OVERDUE = "overdue"
    WITHOUT_DELAY = "without_delay"
    WEEK = "week"
    MONTH = "month"
    LATER = "later"


TITLES = {
    Group.OVERDUE: N_("Overdue"),
    Group.WITHOUT_DELAY: N_("Without delay"),
    Group.WEEK: N_("This week"),
    Group.MONTH: N_("Next 30 days"),
    Group.LATER: N_("Within half a year"),
}
TONES = {Group.OVERDUE: "danger", Group.WITHOUT_DELAY: "warning"}


def group_of(entry: Entry, today: date) -> Group:
    """Return the heading of a row; an own task that is late is overdue, too."""
    if isinstance(entry, TaskRow):
        return Group.OVERDUE if entry.task.due_on < today else _coming(entry.task.due_on, today)
    if is_overdue_by_law(entry.item):
        return Group.OVERDUE
    if entry.item.due is None or is_without_delay(entry.item):
        return Group.WITHOUT_DELAY
    return _coming(entry.item.due, today)


def grouped(
    rows: Sequence[DueRow], tasks: Sequence[TaskRow], today: date
) -> dict[Group, list[Entry]]:
    """Return the rows under their headings; what comes is in order of its days.

    Days of the Act that have passed stand before own tasks.
    """
    found: dict[Group, list[Entry]] = {group: [] for group in Group}
    entries: list[Entry] = [*rows, *tasks]
    for entry in entries:
        found[group_of(entry, today)].append(entry)
    for group in (Group.WEEK, Group.MONTH, Group.LATER):
        found[group].sort(key=_day)
    return {group: members for group, members in found.items() if members}


def key_of(entry: Entry) -> object:
    """Return what tells a row from every other, also after the list was read again."""
    return entry.task.id if isinstance(entry, TaskRow) else entry.key


def _day(entry: Entry) -> date:
    day = entry.task.due_on if isinstance(entry, TaskRow) else entry.item.due
    return day or date.max


def _coming(day: date, today: date) -> Group:
    if day <= today + WEEK:
        return Group.WEEK
    return Group.MONTH if day <= today + MONTH else Group.LATER

"""Where the keyboard is in the lists of Today, to be found again after they were read anew."""

from collections.abc import Sequence
from dataclasses import dataclass

from shiboken6 import isValid

from kotoutus_desktop.ui.today.group_list import GroupList
from kotoutus_desktop.ui.today.groups import key_of


@dataclass(frozen=True)
class Place:
    """The row with the keyboard: what it is, and how many rows stand before it."""

    key: object
    before: int

    @classmethod
    def of(cls, lists: Sequence[GroupList], rows: GroupList | None) -> "Place | None":
        """Return the chosen row of one of the lists; None when that is not one of them."""
        if rows is None or not isValid(rows) or rows not in lists:
            return None
        before = sum(len(each.entries) for each in lists[: lists.index(rows)])
        entry = rows.current_item()
        return cls(key_of(entry), before + rows.currentIndex().row()) if entry else None

    def find(self, lists: Sequence[GroupList]) -> tuple[GroupList, int] | None:
        """Return the same row, else the one that took its place; None when nothing is left."""
        for rows in lists:
            row = rows.row_of(self.key)
            if row is not None:
                return rows, row
        left = self.before
        for rows in lists:
            if left < len(rows.entries):
                return rows, left
            left -= len(rows.entries)
        return (lists[-1], len(lists[-1].entries) - 1) if lists else None

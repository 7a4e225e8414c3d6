"""The rows of the client list, read from the file when they are first looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload
from uuid import UUID

from kotoutus_desktop.casework.listing import Standing, standings
from kotoutus_desktop.casework.search import (
    Filters,
    Row,
    count_clients,
    find_clients,
    list_clients,
)
from kotoutus_desktop.ui.workspace import Workspace

PAGE = 96  # rows that are read at once
BATCH = 12  # rows whose standing is worked out at once: about a screen
MOST_FOUND = 100  # hits that are listed: whoever sees so many types on


@dataclass(frozen=True)
class Listed:
    """A client at a place of the list."""

    place: int
    row: Row


class ClientRows(Sequence[Listed]):
    """What fits the filters and the typing. Knows its length, reads a page when it is seen.

    `known` keeps where cases stand: the page empties it when something was recorded.
    """

    def __init__(
        self,
        workspace: Workspace,
        filters: Filters,
        typed: str = "",
        known: dict[UUID, Standing] | None = None,
    ) -> None:
        self._workspace, self._filters = workspace, filters
        self.typed = typed.strip()
        self._known = {} if known is None else known
        self._pages: dict[int, list[Row]] = {}
        with workspace.database.reading() as session:
            if self.typed:
                found = find_clients(session, self.typed, limit=MOST_FOUND, filters=filters)
                self._pages = dict(enumerate(_pages(found)))
                self._length = len(found)
            else:
                self._length = count_clients(session, filters)

    @property
    def is_cut(self) -> bool:
        """Whether there are more hits than are listed."""
        return bool(self.typed) and self._length == MOST_FOUND

    def __len__(self) -> int:
        """Return how many rows the list has, read or not."""
        return self._length

    @overload
    def __getitem__(self, place: int) -> Listed: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Listed]: ...
    def __getitem__(self, place: int | slice) -> Listed | Sequence[Listed]:
        """Return the row at a place, or several."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(self._length))]
        if not 0 <= place < self._length:
            raise IndexError(place)
        rows, offset = self._page(place // PAGE), place % PAGE
        if offset >= len(rows):
            raise IndexError(place)
        return Listed(place, rows[offset])

    def standing(self, listed: Listed) -> Standing | None:
        """Return where the case stands, worked out together with its neighbours.

        None for a case that is no longer in the file.
        """
        if listed.row.id not in self._known:
            start = listed.place - listed.place % BATCH
            ids = [row.id for row in self._neighbours(start) if row.id not in self._known]
            with self._workspace.database.reading() as session:
                self._known.update(standings(session, ids, self._workspace.today()))
        return self._known.get(listed.row.id)

    def _neighbours(self, start: int) -> list[Row]:
        rows, offset = self._page(start // PAGE), start % PAGE
        return rows[offset : offset + BATCH]

    def _page(self, number: int) -> list[Row]:
        if number not in self._pages:
            with self._workspace.database.reading() as session:
                self._pages[number] = list_clients(session, self._filters, number * PAGE, PAGE)
        return self._pages[number]


def _pages(rows: list[Row]) -> Iterator[list[Row]]:
    for start in range(0, len(rows), PAGE):
        yield rows[start : start + PAGE]

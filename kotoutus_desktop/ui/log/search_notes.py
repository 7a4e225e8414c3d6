"""Notes of searches: who was shown, never what was typed, for that is often a name."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.ui.log.door import write_soon
from kotoutus_desktop.ui.workspace import Workspace

SETTLED_MS = 1500  # after the last key: what is typed on the way is no search
MOST_SHOWN = 20  # clients that are seen without scrolling; of more only the number is noted
CLIENTS = "clients"


class SearchNotes(QObject):
    """Notes what a search found once the typing rests, a result is opened, or the page is left.

    The same result twice in a row is noted once.
    """

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._found: tuple[UUID, ...] | None = None
        self._noted: tuple[UUID, ...] | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(SETTLED_MS)
        self._resting.timeout.connect(self.write)

    def found(self, typed: str, clients: Sequence[UUID]) -> None:
        """Take what the typing of now finds; a list without typing is no search."""
        self._found = tuple(clients) if typed else None
        if self._found is None or self._found == self._noted:
            self._resting.stop()
        else:
            self._resting.start()

    def write(self) -> None:
        """Note the result, if one waits to be noted."""
        self._resting.stop()
        found, before = self._found, self._noted
        if found is None or found == before:
            return
        self._noted = found
        shown = found if len(found) <= MOST_SHOWN else ()
        notes = [Note(Act.SEARCH, None, CLIENTS, detail=str(len(found)))]
        notes += [Note(Act.SEARCH, client, CLIENTS, client) for client in shown]
        write_soon(self._workspace, *notes)

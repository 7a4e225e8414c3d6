"""Before a client's page the reason of a restricted case is asked; after it the look is noted."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.restricted import ReasonNeeded, open_restricted
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.note_dialog import NoteDialog, Question
from kotoutus_desktop.ui.page import Destination
from kotoutus_desktop.ui.workspace import Workspace


class Door:
    """Every page about a client is reached through here; the lock itself is in casework."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        self._workspace, self._window = workspace, window
        self._seen: UUID | None = None
        self.dialog: NoteDialog | None = None

    def asks(self, error: KotoutusError, enter: Callable[[], object]) -> bool:
        """Ask why a restricted case is opened; once the reason is noted, `enter`.

        Returns False for any other error, of which the window has to tell.
        """
        if not isinstance(error, ReasonNeeded):
            return False
        client_id = error.client_id
        self.dialog = NoteDialog(_question(), self._workspace.today, self._save(client_id))
        self.dialog.setParent(self._window, self.dialog.windowFlags())
        self.dialog.accepted.connect(enter)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()
        return True

    def saw(self, destination: Destination) -> None:
        """Note that a client is looked at: once a visit, whatever pages it leads through.

        The note is written in the background: no window waits for the disk.
        """
        client, self._seen = self._seen, destination.client
        if destination.client is None or destination.client == client:
            return
        note = Note(Act.VIEW, destination.client, str(destination.page), destination.client)
        write_soon(self._workspace, note)

    def _save(self, client_id: UUID) -> Callable[[str, object], None]:
        def save(reason: str, _day: object) -> None:
            with self._workspace.database.transaction() as session:
                open_restricted(session, client_id, reason)

        return save


def write_soon(workspace: Workspace, *notes: Note) -> None:
    """Note acts, and write them in the background."""
    database = workspace.database
    for note in notes:
        database.note_soon(note)
    Job(lambda _report: database.write_notes()).start()


def _question() -> Question:
    return Question(
        title=_("Restricted case"),
        explanation=_(
            "Write why you open this case. The reason is kept in the log with your name and the "
            "time, and cannot be changed. Name nobody in it. It holds until the file is locked."
        ),
        text=_("Why do you open the case?"),
        act=_("Open the case"),
    )

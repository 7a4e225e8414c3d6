"""Notes of what left the program in a file or on paper besides the papers of one client."""

from collections.abc import Iterable
from uuid import UUID

from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.ui.log.door import write_soon
from kotoutus_desktop.ui.workspace import Workspace


def note_export(
    workspace: Workspace, subject: str, clients: Iterable[UUID] = (), act: Act = Act.EXPORT
) -> None:
    """Note that something was saved, once for the file and once for each client in it.

    `subject` is a key of `line_words.WHAT`. Numbers about nobody name no client.
    """
    there = list(dict.fromkeys(clients))
    notes = [Note(act, None, subject, detail=str(len(there)))]
    notes += [Note(act, client, subject, client) for client in there]
    write_soon(workspace, *notes)

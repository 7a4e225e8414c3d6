"""Where anchors of the log are kept: beside the copies, and by this computer at each closing."""

from kotoutus_desktop.casework.log.checking import first_lost, last_anchor
from kotoutus_desktop.models.backups.kept_anchors import (
    KeptAnchor,
    anchors_of_copies,
    read_anchor,
    written_anchor,
)
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.models.place import copies_folder
from kotoutus_desktop.ui.workspace import Workspace


def kept_anchors(workspace: Workspace) -> list[KeptAnchor]:
    """Return every anchor that can be compared with now; a stick that is not there has none."""
    path, preferences = workspace.database.path, workspace.preferences
    folders = [copies_folder(path)]
    if preferences.second_place is not None:
        folders.append(preferences.second_place)
    own = read_anchor(preferences.anchor_of(path))
    return [*anchors_of_copies(path, folders), *([own] if own else [])]


def keep_anchor(workspace: Workspace) -> None:
    """Let this computer keep where the log ends now."""
    database = workspace.database
    with database.reading() as session:
        anchor = last_anchor(session)
    if anchor is not None:
        kept = KeptAnchor(anchor, workspace.now())
        workspace.preferences.set_anchor_of(database.path, written_anchor(kept))


def lost_anchor(workspace: Workspace) -> KeptAnchor | None:
    """Return the first anchor that the log does not hold to, None when all is well."""
    with workspace.database.reading() as session:
        return first_lost(session, kept_anchors(workspace))


def close_log(workspace: Workspace, reason: str) -> None:
    """Note that the file is locked or closed, and keep where the log ends with that.

    Raises KotoutusError for a file that cannot be written; it is closed all the same.
    """
    workspace.database.note_soon(Note(Act.LOCK, subject="file", detail=reason))
    workspace.database.write_notes()
    keep_anchor(workspace)

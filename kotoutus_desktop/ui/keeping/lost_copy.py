"""Reading a copy for the paper about a lost computer."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kotoutus_desktop.casework.lost_laptop import LostFile, keys_of, lost_file
from kotoutus_desktop.documents.facts_sheet import facts_pdf
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.backups.reading import opened_copy
from kotoutus_desktop.models.backups.shelf import copy_at
from kotoutus_desktop.models.key_slots import unlock, wipe
from kotoutus_desktop.ui.keeping.lost_sheet import Loss, lost_sheet

NAME = "kadonnut-kone"


@dataclass(frozen=True)
class CopyRead:
    """What a copy holds, and when it was made."""

    lost: LostFile
    made_at: datetime


def read_copy(copy: Path, passphrase: str) -> CopyRead:
    """Open a copy with the passphrase of its day and read it; it stays as it is.

    Raises WrongPassphrase, DamagedFile, NewerFile or CannotWrite.
    """
    key = unlock(keys_of(copy), passphrase).key
    try:
        with opened_copy(copy, key) as database, database.reading() as session:
            lost = lost_file(session, keys_of(copy))
    finally:
        wipe(key)
    return CopyRead(lost, copy_at(copy, copy).made_at)


def save_lost(parent: QWidget, read: CopyRead, now: datetime) -> str:
    """Ask where to, and save the paper; returns what to say of it, "" where nothing was chosen.

    Raises CannotWrite.
    """
    title, start = _("Save as PDF"), str(Path.home() / f"{NAME}.pdf")
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, start, "*.pdf")
    if not chosen:
        return ""
    path = Path(chosen)
    content = facts_pdf(lost_sheet(read.lost, Loss(now, read_from=read.made_at)))
    save_paper(path if path.suffix else path.with_suffix(".pdf"), content)
    return _("Saved: {name}").format(name=path.name)

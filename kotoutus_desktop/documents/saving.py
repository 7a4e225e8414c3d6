"""A finished paper as a file: the whole of it, or what was there before."""

import errno
from pathlib import Path

from kotoutus_desktop.errors import CannotWrite, InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.durable import write_durably
from kotoutus_desktop.policies import policies
from kotoutus_desktop.typesetting import UnfitPassword, locked

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_MESSAGES = {
    FileNotFoundError: N_("The folder {folder} does not exist. Choose another folder."),
    NotADirectoryError: N_("The folder {folder} does not exist. Choose another folder."),
    IsADirectoryError: N_("{name} is a folder. Give the file another name."),
    PermissionError: N_(
        "{name} cannot be written. Close it if it is open in another program, or choose a "
        "folder that is not read-only."
    ),
}
_DISK_FULL = N_("The disk is full. {name} was not saved. Free some space and save again.")
_UNFIT = N_("The password is too long: write a shorter one.")
_NOT_THERE = N_(
    "Files may not be saved in {folder}: your municipality's IT has decided so for this "
    "computer. Choose a folder in {allowed}."
)
_OTHER = N_("{name} cannot be written here. Choose another folder or another name.")


def save_paper(path: Path, content: bytes, password: str = "") -> None:
    """Write a file for its owner's eyes only, in place of the one that was there.

    With a password nobody opens it without. Raises InvalidInput for one that no reader takes,
    CannotWrite; then the target is as it was, and nothing is left beside it.
    """
    if not policies().allows_saving_in(path.parent):
        allowed = ", ".join(str(folder) for folder in policies().export_folders)
        raise CannotWrite(_NOT_THERE, folder=str(path.parent), allowed=allowed)
    try:
        content = locked(content, password) if password else content
    except UnfitPassword as error:
        raise InvalidInput("password", _UNFIT) from error
    try:
        write_durably(path, content)
    except OSError as error:
        message = _DISK_FULL if error.errno in _FULL else _MESSAGES.get(type(error), _OTHER)
        raise CannotWrite(message, name=path.name, folder=str(path.parent)) from error

"""Where the file of cases may lie, and that one program at a time has it open."""

import ctypes
import os
import re
import shutil
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath

from platformdirs import user_data_path

from kotoutus_desktop.errors import CannotWrite, KotoutusError
from kotoutus_desktop.i18n import N_

COPIES = "copies"
FILE_NAME = "asiakkaat.kotoutus"
NETWORK_TYPES = re.compile(r"nfs|cifs|smb|9p$|afpfs|afs|ncp|webdav|davfs|coda|ceph|fuse(?!blk)")
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_SYNC_FOLDERS = re.compile(
    r"OneDrive( - .+)?|Dropbox( \(.+\))?|Google Drive|Nextcloud|ownCloud|iCloudDrive"
    r"|CloudStorage|Mobile Documents|My Drive|GoogleDrive|iCloud Drive|pCloudDrive|MEGA"
    r"|Box( Sync)?"
)
_SYNC_MARKS = (
    *(".dropbox", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log"),
    *(".sync_*.db", "._sync_*.db", ".tmp.drivedownload", ".tmp.driveupload", ".megasync"),
)
"""What services leave in the folder that they keep, by whatever name it goes."""
_REMOTE_DRIVE = 4  # GetDriveTypeW
_FETCHED_ON_DEMAND = 0x400000 | 0x1000  # attributes RECALL_ON_DATA_ACCESS, OFFLINE
_LEAST_FREE = 200 * 1024 * 1024  # bytes

_ON_NETWORK = N_(
    "This folder is on a network drive. Two computers writing there at once would damage the "
    "file. Choose a folder on this computer. Backup copies may be on a network drive."
)
_SYNCHRONISED = N_(
    "This folder is synchronised with a cloud service, which could put an older version of the "
    "file back. Choose another folder on this computer."
)
_OPEN_ALREADY = N_("This file is open in another window of the program. Use that window.")
_NO_FOLDER = N_("The folder cannot be written. Choose another folder on this computer.")


def copies_folder(database: Path) -> Path:
    """Return where the copies of a file lie on the same disk."""
    return database.parent / COPIES


class UnsuitablePlace(KotoutusError):
    """The folder is one where the file would sooner or later be damaged."""


def default_folder() -> Path:
    """Return the folder of this person's files on this computer; it is not synchronised."""
    return user_data_path("kotoutus-desktop", appauthor=False, roaming=False)


def check_place(folder: Path) -> None:
    """Refuse a folder on a network drive or in the reach of a cloud service.

    Raises UnsuitablePlace. A folder that does not exist yet is judged by the one it will be in.
    """
    folder = folder.resolve()
    if on_network(folder):
        raise UnsuitablePlace(_ON_NETWORK)
    if is_synchronised(folder, os.environ):
        raise UnsuitablePlace(_SYNCHRONISED)


def on_network(folder: Path) -> bool:
    """Whether the folder is on another computer. Known on Windows and Linux only."""
    if sys.platform == "win32":
        drive = folder.drive
        if drive.startswith("\\\\"):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _REMOTE_DRIVE)
    mounts = Path("/proc/self/mounts")
    return mounts.exists() and bool(
        NETWORK_TYPES.match(file_system(folder, mounts.read_text(errors="replace")))
    )


def file_system(folder: PurePath, mounts: str) -> str:
    """Return the type of the file system that holds a folder, by the text of /proc/mounts."""
    longest, kind = -1, ""
    for line in mounts.splitlines():
        _device, point, type_, *_rest = line.split(" ")
        point = re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), point)
        if folder.is_relative_to(point) and len(point) >= longest:
            longest, kind = len(point), type_
    return kind


def is_synchronised(folder: Path, environment: Mapping[str, str]) -> bool:
    """Whether a cloud service keeps the folder: by its settings, its name, or what it leaves."""
    roots = [environment[name] for name in _ONEDRIVE if environment.get(name)]
    if any(folder.is_relative_to(root) for root in roots):
        return True
    if any(_SYNC_FOLDERS.fullmatch(part) for part in folder.parts):
        return True
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    home = Path.home()
    within = [place for place in (existing, *existing.parents) if place not in home.parents]
    if any(_is_marked(place) for place in within):
        return True
    return bool(getattr(existing.stat(), "st_file_attributes", 0) & _FETCHED_ON_DEMAND)


def _is_marked(folder: Path) -> bool:
    try:
        return any(next(folder.glob(mark), None) is not None for mark in _SYNC_MARKS)
    except OSError:  # a folder that may not be read
        return False


def space_is_short(database: Path) -> bool:
    """Whether there may soon be no room: less than three times the file, or than 200 MB."""
    size = database.stat().st_size if database.exists() else 0
    return shutil.disk_usage(database.parent).free < max(3 * size, _LEAST_FREE)


def was_left_open(database: Path) -> bool:
    """Tell whether the program ended without closing a file that nobody has open now.

    Closing it takes the database's own log away; being killed, or a power cut, does not.
    """
    return database.exists() and database.with_name(database.name + "-wal").exists()


@contextmanager
def only_program(database: Path) -> Iterator[None]:
    """Keep other copies of the program out of the file while the block runs.

    A program that was killed holds nothing: the system lets go of its lock. Raises CannotWrite
    when the file is open elsewhere or the folder cannot be written.
    """
    lock = database.with_name(database.name + ".lock")
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        raise CannotWrite(_NO_FOLDER) from None
    try:
        try:
            _lock(descriptor)
        except OSError:
            raise CannotWrite(_OPEN_ALREADY) from None
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()} {socket.gethostname()}\n".encode())
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(
            descriptor, 1 << 20, os.SEEK_SET
        )  # the lock also keeps readers out: not of the text
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

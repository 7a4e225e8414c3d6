"""Writing a file anew, so that nothing that was erased is left in its free space."""

from pathlib import Path

from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.connection import connect, driver_failures

_IN_USE = N_(
    "The case was erased, but its remains in the file's own log could not be overwritten while "
    "the file is in use. They go when the file is locked."
)


def compact(path: Path, key: bytes | bytearray) -> None:
    """Write every page anew and empty the log beside the file.

    What is deleted is overwritten at once (`secure_delete`); pages that were moved about may
    still hold old content, and so does the log beside the file until it is emptied. Raises
    CannotWrite while somebody reads in the file, or where the disk has no room for both.
    """
    connection = connect(path, key)
    try:
        with driver_failures():
            connection.execute("VACUUM")
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        connection.close()
    if busy:
        raise CannotWrite(_IN_USE)

"""Looking into a copy without touching it: it is read from a scratch that is removed again."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.database import Database

_NO_ROOM = N_("The copy cannot be opened: there is no room for it on the disk.")


@contextmanager
def opened_copy(copy: Path, key: bytes | bytearray) -> Iterator[Database]:
    """Open a copy, also one of an earlier version; what is written there is thrown away.

    The scratch is encrypted like the copy. Raises WrongPassphrase, DamagedFile, NewerFile or
    CannotWrite.
    """
    folder = Path(tempfile.mkdtemp(prefix="kotoutus-"))  # mode 0700
    try:
        scratch = folder / copy.name
        try:
            shutil.copyfile(copy, scratch)
        except OSError:
            raise CannotWrite(_NO_ROOM) from None
        database = Database(scratch, key, must_exist=True)
        try:
            yield database
        finally:
            database.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)

"""A connection to an encrypted file, and what the driver's failures mean."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.errors import (
    CannotWrite,
    DamagedFile,
    KotoutusError,
    NotAllowed,
    WrongPassphrase,
)
from kotoutus_desktop.i18n import N_

# a connection of the driver, which has no types
Connection = Any

WAIT_FOR_A_LOCK = 5.0  # seconds
OWNER_ONLY = 0o600  # mode of a new file; Windows leaves it to the user's folder

# foreign_keys        the models rely on it
# synchronous         a saved change survives a power cut; costs one fsync
# temp_store          nothing unencrypted in temporary files
# secure_delete       an erased client is not left in free pages
# trusted_schema, cell_size_check    a hostile or damaged file
# cache_size          32 MB
# fullfsync           only matters on macOS
SETTINGS = (
    "foreign_keys = ON",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "cache_size = -32000",
    "journal_size_limit = 67108864",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
)

_DISK_FULL = N_(
    "The disk is full. Free some space, then save again. Nothing saved earlier is lost."
)
_LOCKED = N_("The file is open in another window of the program. Close it there, then try again.")
_NOT_WRITABLE = N_("The file cannot be written here. Check that the folder is not read-only.")
_NO_FILE = N_(
    "The file cannot be opened. Check that it is still in its folder, and that the folder and "
    "the disk can be written to."
)
_NOT_THIS_KEY = N_("The file and its key do not belong together, or the file is damaged.")
_DAMAGED = N_(
    "The file is damaged. Lock it, then choose Check and repair under the passphrase field."
)
_NOT_ENCRYPTED = N_("This installation cannot encrypt. Install the program again.")

_NOT_YOURS = N_("Your role in this file does not show clients. Ask the administrator.")

# primary result codes of SQLite
_MEANING: dict[int, tuple[type[KotoutusError], str]] = {
    5: (CannotWrite, _LOCKED),  # BUSY
    6: (CannotWrite, _LOCKED),  # LOCKED
    8: (CannotWrite, _NOT_WRITABLE),  # READONLY
    10: (CannotWrite, _NOT_WRITABLE),  # IOERR
    11: (DamagedFile, _DAMAGED),  # CORRUPT
    13: (CannotWrite, _DISK_FULL),  # FULL
    14: (CannotWrite, _NO_FILE),  # CANTOPEN
    23: (NotAllowed, _NOT_YOURS),  # AUTH
    26: (WrongPassphrase, _NOT_THIS_KEY),  # NOTADB
}


@contextmanager
def driver_failures() -> Iterator[None]:
    """Turn the failures of the driver that a counsellor can act on into ours.

    Raises CannotWrite, DamagedFile or WrongPassphrase; anything else passes as it is. The
    driver's own exception is not chained: its text may quote the statement.
    """
    try:
        yield
    except (DBAPIError, driver.DatabaseError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = getattr(cause, "sqlite_errorcode", None)
        if code is None or code & 0xFF not in _MEANING:
            raise
        kind, message = _MEANING[code & 0xFF]
        raise kind(message) from None


def connect(path: Path, key: bytes | bytearray, *, create: bool = False) -> Connection:
    """Return a connection that says BEGIN only when told; `key` is 32 bytes.

    A file that is made is its owner's alone, and so are the files SQLite lays beside it.
    Raises WrongPassphrase, DamagedFile or CannotWrite.
    """
    if create:
        with suppress(OSError):  # where it cannot be made, the driver says so below
            path.touch(OWNER_ONLY)
    uri = f"{path.resolve().as_uri()}?mode={'rwc' if create else 'rw'}"
    with driver_failures():
        connection = driver.connect(
            uri,
            uri=True,
            timeout=WAIT_FOR_A_LOCK,
            check_same_thread=False,  # the pool hands a connection to one thread at a time
            isolation_level=None,
            cached_statements=256,
        )
        try:
            _unlock(connection, key)
        except BaseException:
            connection.close()
            raise
    return connection


def is_sound(connection: Connection) -> bool:
    """Tell whether every page that was read on a connection was what had been written.

    SQLCipher gives zeros for the rest of a long text on a damaged page, and an error only at the
    next statement; after it the connection reads nothing more.
    """
    status = connection.execute("PRAGMA cipher_status").fetchone()
    return status is not None and status[0] == "1"


def require_sound(connection: Connection) -> None:
    """Raise DamagedFile when something was read from a damaged page."""
    if not is_sound(connection):
        raise DamagedFile(_DAMAGED)


def _unlock(connection: Connection, key: bytes | bytearray) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # or it writes to stderr
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # tries the key
    if not is_sound(connection):  # a plain SQLite ignores PRAGMA key
        raise DamagedFile(_NOT_ENCRYPTED)
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    connection.execute("PRAGMA journal_mode = WAL")

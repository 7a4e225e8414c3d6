"""A copy counts only when it was restored into a scratch file and found to be whole."""

import hmac
import shutil
from collections.abc import Sequence
from pathlib import Path

from kotoutus_desktop.errors import DamagedFile
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.backups.manifest import Contents, Manifest, digest_of
from kotoutus_desktop.models.connection import Connection, connect, driver_failures
from kotoutus_desktop.models.history.log_key import log_key
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.models.history.sealing import Anchor, anchor, first_broken_link
from kotoutus_desktop.models.key_slots import keys_beside, subkey
from kotoutus_desktop.models.keys_file import read_keys
from kotoutus_desktop.models.verified_copy import verify

_CHANGED = N_("The copy was read back and is not what was written. The disk may be failing.")
_NOT_WHOLE = N_("The copy was restored for a trial and does not hold what the file held.")
_LOG_BROKEN = N_("The log in the copy is broken at entry {entry}.")
_OTHER_KEYS = N_("The keys file beside the copy does not belong to it.")


def contents_of(connection: Connection) -> Contents:
    """Count what a file holds, in the state that one reading sees."""
    connection.execute("BEGIN")
    try:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                " ORDER BY name"
            )
        ]
        counts = {name: _one(connection, f'SELECT count(*) FROM "{name}"') for name in tables}
        revision = ""
        if "alembic_version" in tables:
            revision = str(_one(connection, "SELECT version_num FROM alembic_version"))
        if "log_entry" not in tables:
            return Contents(revision, counts)
        return Contents(revision, counts, last_change(connection), anchor(connection))
    finally:
        connection.execute("ROLLBACK")


def last_change(connection: Connection) -> int:
    """Return the number of the log's last entry that tells of a change; 0 without a log."""
    if not _one(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'operation'"):
        return 0
    found = connection.execute(
        "SELECT seq FROM log_entry WHERE act = 'change' ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return int(found[0]) if found else 0


def prove(copy: Path, key: bytes | bytearray, manifest: Manifest, scratch: Path) -> None:
    """Restore a copy into the folder `scratch`, check everything, and remove it again.

    The cipher of each page, the structure, the references, the number of rows, the chain of
    the log, and the keys. Raises DamagedFile, NewerFile, WrongPassphrase or OSError.
    """
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(mode=0o700, parents=True)
    try:
        trial = scratch / copy.name
        shutil.copyfile(copy, trial)
        if digest_of(trial) != manifest.sha256:
            raise DamagedFile(_CHANGED)
        if keys_beside(copy).exists():
            _prove_keys(copy, key)
        verify(trial, key)
        _prove_contents(trial, key, manifest.contents)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _prove_keys(copy: Path, key: bytes | bytearray) -> None:
    keys = read_keys(keys_beside(copy))
    if not hmac.compare_digest(keys.seal, keys.seal_with(subkey(key, "keys file"))):
        raise DamagedFile(_OTHER_KEYS)


def _prove_contents(trial: Path, key: bytes | bytearray, expected: Contents) -> None:
    connection = connect(trial, key)
    try:
        with driver_failures():
            if contents_of(connection) != expected:
                raise DamagedFile(_NOT_WHOLE)
            require_whole_log(connection, key, [expected.anchor] if expected.anchor else [])
    finally:
        connection.close()


def require_whole_log(
    connection: Connection, key: bytes | bytearray, anchors: Sequence[Anchor] = ()
) -> None:
    """Raise DamagedFile where the chain of the log is broken; a file without a log passes."""
    broken = broken_link(connection, key, anchors)
    if broken is not None:
        raise DamagedFile(_LOG_BROKEN, entry=broken)


def broken_link(
    connection: Connection, key: bytes | bytearray, anchors: Sequence[Anchor] = ()
) -> int | None:
    """Return the first broken entry of the log since the file was mended last, if it was.

    What was lost then is lost: that entry says from where on, and copies are proven again.
    """
    if not _one(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'log_entry'"):
        return None
    own = log_key(connection, key)
    return first_broken_link(connection, own, anchors, last_mending(connection) or 1)


def last_mending(connection: Connection) -> int | None:
    """Return the entry of the log that tells of the last mending, None when there was none."""
    found = connection.execute(
        "SELECT seq FROM log_entry WHERE act = ? ORDER BY seq DESC LIMIT 1", (str(Act.MEND),)
    ).fetchone()
    return int(found[0]) if found else None


def _one(connection: Connection, query: str) -> int:
    found: int = connection.execute(query).fetchone()[0]
    return found

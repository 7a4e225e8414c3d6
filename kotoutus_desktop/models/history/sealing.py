"""The chain of the log: each entry is sealed together with all before it, at every commit.

Evidence against quiet changes, not a wall: whoever has the passphrase and every anchor kept
elsewhere can write another history.
"""

import hmac
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kotoutus_desktop.models.connection import Connection

_START = bytes(32)
_ENTRY = 'seq, at, actor, act, subject, "row", case_id, detail, replica, op_seq, content'
_OPERATION = 'replica, seq, at, actor, subject, "row", case_id, fields'


@dataclass(frozen=True)
class Anchor:
    """The last link at some time, kept outside of the file: in a copy, on paper."""

    seq: int
    digest: bytes

    def __str__(self) -> str:
        """Write it so that it can be read aloud and compared: 1042-7f3a19c08b2d."""
        return f"{self.seq}-{self.digest.hex()[:12]}"


def seal(connection: Connection, key: bytes | bytearray) -> int:
    """Close the chain over what this transaction did; returns how many entries it sealed."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'log_entry'").fetchone():
        return 0
    entries = connection.execute(
        f"SELECT {_ENTRY} FROM log_entry WHERE digest IS NULL ORDER BY seq"
    ).fetchall()
    if not entries:
        return 0
    last = connection.execute(
        "SELECT digest FROM log_entry WHERE seq < ? ORDER BY seq DESC LIMIT 1", (entries[0][0],)
    ).fetchone()
    digest = (last[0] or _START) if last else _START
    sealed = []
    for entry in entries:
        content = _content(connection, key, entry[8], entry[9])
        digest = _link(digest, (*entry[:-1], content), key)
        sealed.append((content, digest, entry[0]))
    connection.executemany("UPDATE log_entry SET content = ?, digest = ? WHERE seq = ?", sealed)
    return len(sealed)


def anchor(connection: Connection) -> Anchor | None:
    """Return the last link, None before the first."""
    found = connection.execute(
        "SELECT seq, digest FROM log_entry WHERE digest IS NOT NULL ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return Anchor(*found) if found else None


def first_broken_link(
    connection: Connection,
    key: bytes | bytearray,
    anchors: Sequence[Anchor] = (),
    since: int = 1,
) -> int | None:
    """Return the number of the first entry that is not as it was sealed, None when all are.

    An operation that is gone breaks nothing when its row was erased: the chain holds its
    digest, not its content. An anchor that lies behind the end tells of a log cut short.
    Entries before `since` are not looked at.
    """
    kept = {each.seq: each.digest for each in anchors}
    erased = {row for (row,) in connection.execute('SELECT "row" FROM erased')}
    digest, expected = _digest_before(connection, since), since
    for *entry, stored in _entries(connection, since):
        seq, row, content = entry[0], entry[5], entry[10]
        now = _content(connection, key, entry[8], entry[9])
        whole = now == content or (now is None and row in erased)
        digest = _link(digest, entry, key)
        if seq != expected or stored is None or not whole:
            return expected
        if not hmac.compare_digest(digest, stored):
            return expected
        if seq in kept and not hmac.compare_digest(kept[seq], stored):
            return expected
        expected += 1
    return expected if any(seq >= expected for seq in kept) else None


def _digest_before(connection: Connection, seq: int) -> bytes:
    found = connection.execute(
        "SELECT digest FROM log_entry WHERE seq < ? ORDER BY seq DESC LIMIT 1", (seq,)
    ).fetchone()
    return (found[0] or _START) if found else _START


def _entries(connection: Connection, since: int) -> Iterator[Sequence[Any]]:
    found: Iterator[Sequence[Any]] = connection.execute(
        f"SELECT {_ENTRY}, digest FROM log_entry WHERE seq >= ? ORDER BY seq", (since,)
    )
    return found


def _content(
    connection: Connection, key: bytes | bytearray, replica: bytes | None, seq: int | None
) -> bytes | None:
    """Return the digest of an operation, None where there is none."""
    if replica is None:
        return None
    operation = connection.execute(
        f"SELECT {_OPERATION} FROM operation WHERE replica = ? AND seq = ?", (replica, seq)
    ).fetchone()
    return hmac.digest(bytes(key), _canonical(operation), "sha256") if operation else None


def _link(before: bytes, entry: Sequence[Any], key: bytes | bytearray) -> bytes:
    return hmac.digest(bytes(key), before + _canonical(entry), "sha256")


def _canonical(values: Sequence[Any]) -> bytes:
    plain = [value.hex() if isinstance(value, bytes) else value for value in values]
    return json.dumps(plain, separators=(",", ":"), ensure_ascii=False).encode()

"""Anchors of the log that were kept outside of the file: with each copy, and by this computer.

A log that was cut off or written anew does not end where they say it did. Going back to a copy
gives up what came after it, knowingly: anchors of that time do not count any more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kotoutus_desktop.models.backups.proving import broken_link
from kotoutus_desktop.models.backups.shelf import copies_in
from kotoutus_desktop.models.connection import Connection, connect, driver_failures
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.models.history.sealing import Anchor

SHORT_DIGEST = 12  # digits of a printed anchor


@dataclass(frozen=True)
class KeptAnchor:
    """Where the log ended at a time. `copy` is the name of the copy, "" for this computer's."""

    anchor: Anchor
    kept_at: datetime
    copy: str = ""


def anchors_of_copies(database: Path, folders: Iterable[Path]) -> list[KeptAnchor]:
    """Return the anchors that lie beside the copies of a file in some folders."""
    found = []
    for folder in folders:
        for copy in copies_in(folder, database):
            anchor = copy.manifest.contents.anchor if copy.manifest else None
            if anchor is not None:
                found.append(KeptAnchor(anchor, copy.made_at, copy.path.name))
    return found


def written_anchor(kept: KeptAnchor) -> str:
    """Return how this computer keeps an anchor: time, number, seal."""
    anchor = kept.anchor
    return f"{kept.kept_at.astimezone(UTC).isoformat()} {anchor.seq} {anchor.digest.hex()}"


def read_anchor(written: str) -> KeptAnchor | None:
    """Return what `written_anchor` wrote, None for anything else."""
    try:
        at, seq, digest = written.split()
        moment = datetime.fromisoformat(at)
        return KeptAnchor(Anchor(int(seq), bytes.fromhex(digest)), moment.astimezone(UTC))
    except ValueError:
        return None


def read_printed(typed: str) -> tuple[int, str] | None:
    """Return number and seal of an anchor as it stands on paper, None for anything else."""
    seq, _dash, digest = typed.strip().lower().replace(" ", "").partition("-")
    is_digest = len(digest) == SHORT_DIGEST and all(each in "0123456789abcdef" for each in digest)
    return (int(seq), digest) if seq.isascii() and seq.isdecimal() and is_digest else None


def seal_of(connection: Connection, seq: int) -> bytes | None:
    """Return the seal of an entry, None where there is none."""
    query = "SELECT digest FROM log_entry WHERE seq = ?"
    found = connection.execute(query, (seq,)).fetchone()
    return bytes(found[0]) if found and found[0] else None


def counting(connection: Connection, kept: Iterable[KeptAnchor]) -> list[KeptAnchor]:
    """Return the anchors that count, the earliest entry first.

    Those that a return to a copy gave up do not, nor those from before the file was mended.
    """
    given_up = list(_given_up(connection))
    held = [
        each for each in kept if not any(first < each.kept_at <= last for first, last in given_up)
    ]
    return sorted(held, key=lambda each: (each.anchor.seq, each.kept_at))


def first_unfit(connection: Connection, kept: Iterable[KeptAnchor]) -> KeptAnchor | None:
    """Return the first anchor that the log does not hold to, None when it holds to all."""
    for each in counting(connection, kept):
        if seal_of(connection, each.anchor.seq) != each.anchor.digest:
            return each
    return None


def check_log(path: Path, key: bytes | bytearray, kept: Sequence[KeptAnchor]) -> int | None:
    """Return the number of the first entry that is not as it was sealed, None when all are.

    Reads the whole log, on a connection of its own. Raises DamagedFile or WrongPassphrase.
    """
    connection = connect(path, key)
    try:
        with driver_failures():
            anchors = [each.anchor for each in counting(connection, kept)]
            return broken_link(connection, key, anchors)
    finally:
        connection.close()


def _given_up(connection: Connection) -> Iterable[tuple[datetime, datetime]]:
    """Yield the spans of time that were given up: after the copy, until one went back to it."""
    query = "SELECT at, act, detail FROM log_entry WHERE act IN (?, ?)"
    acts = (str(Act.RESTORE), str(Act.MEND))
    for at, act, detail in connection.execute(query, acts).fetchall():
        last = datetime.fromtimestamp(at / 1000, UTC)
        yield (_moment(detail) if act == Act.RESTORE else _ALWAYS), last


def _moment(detail: str) -> datetime:
    try:
        return datetime.fromisoformat(detail).astimezone(UTC)
    except ValueError:
        return _ALWAYS


_ALWAYS = datetime.min.replace(tzinfo=UTC)

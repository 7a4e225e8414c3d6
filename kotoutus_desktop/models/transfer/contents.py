"""The bytes of scans between two files: the history says what a scan is, and not what is in it.

They travel with a case and arrive once. What does not fit its digest is not kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from sqlalchemy import Connection

from kotoutus_desktop.models.columns import uuid7

LARGEST_CONTENT = 8 * 2**20
LARGEST_CONTENTS = 96 * 2**20  # bytes of one file: in text a third more, under its limit


@dataclass(frozen=True)
class Content:
    """The bytes of one scan; keys are the 16 bytes of the database."""

    attachment: bytes
    case: bytes
    content: bytes = field(repr=False)


def contents_of(
    connection: Connection, cases: Sequence[bytes], most: int = LARGEST_CONTENTS
) -> tuple[list[Content], int]:
    """Return the scans of some cases, and how many stay here because the file would be too large.

    The newest go first; a scan that was deleted does not go.
    """
    chosen: list[Content] = []
    size = left = 0
    for case in cases:
        for attachment, length in _sizes(connection, case):
            if size + length > most:
                left += 1
                continue
            size += length
            chosen.append(_content(connection, attachment, case))
    return chosen, left


def keep_contents(connection: Connection, contents: Iterable[Content]) -> int:
    """Keep the scans that are known by their history and are not here yet; returns how many."""
    kept = 0
    for each in contents:
        query = (
            "SELECT a.digest, a.client_id FROM attachment a WHERE a.id = ? AND NOT EXISTS"
            " (SELECT 1 FROM attachment_content c WHERE c.attachment_id = a.id)"
        )
        known = connection.exec_driver_sql(query, (each.attachment,)).first()
        if known is None or known[0] != sha256(each.content).hexdigest():
            continue
        connection.exec_driver_sql(
            "INSERT INTO attachment_content(id, client_id, attachment_id, content)"
            " VALUES(?, ?, ?, ?)",
            (uuid7().bytes, known[1], each.attachment, each.content),
        )
        kept += 1
    return kept


def _sizes(connection: Connection, case: bytes) -> list[tuple[bytes, int]]:
    query = (
        "SELECT a.id, length(c.content) FROM attachment a JOIN attachment_content c"
        " ON c.attachment_id = a.id WHERE a.client_id = ? ORDER BY a.id DESC"
    )
    return [(row[0], row[1]) for row in connection.exec_driver_sql(query, (case,))]


def _content(connection: Connection, attachment: bytes, case: bytes) -> Content:
    query = "SELECT content FROM attachment_content WHERE attachment_id = ?"
    return Content(attachment, case, connection.exec_driver_sql(query, (attachment,)).scalar_one())

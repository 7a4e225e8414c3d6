"""What people did that changes no row: who looked, printed, searched, opened the file.

Triggers cannot see it, so that it is noted at the few doors through which it goes. A note says
who, when, what and about whom, and never a value about anybody.
"""

import time
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Connection, insert, select

from kotoutus_desktop.models.history.log_tables import LOG_ENTRY, REPLICA

LONGEST_DETAIL = 500


class Act(StrEnum):
    """What can stand in the log. CHANGE is written by the triggers alone."""

    CHANGE = "change"
    VIEW = "view"
    SEARCH = "search"
    PRINT = "print"
    SAVE = "save"
    EXPORT = "export"
    UNLOCK = "unlock"
    UNLOCK_FAILED = "unlock_failed"
    LOCK = "lock"
    RESTORE = "restore"
    MERGE = "merge"
    ERASE = "erase"
    RESTRICTED_OPEN = "restricted_open"
    RESTRICTED_REFUSED = "restricted_refused"
    LET_IN = "let_in"
    SHUT_OUT = "shut_out"
    VERIFY = "verify"
    MEND = "mend"
    READ_LOG = "read_log"


LOOKS = (Act.VIEW, Act.RESTRICTED_OPEN, Act.PRINT, Act.SAVE, Act.EXPORT)
"""Acts by which a client's data reached somebody."""


def milliseconds() -> int:
    """Return the time of the laptop's clock as the log writes it: since 1970."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True)
class Note:
    """One act. `subject` says on what (a page, a paper, a list), `row` which record of it.

    `actor` None means whoever has unlocked the file. `detail` holds numbers, a reason that was
    asked for, or the name of a kind; never what is known about a person.
    """

    act: Act
    case_id: UUID | None = None
    subject: str = ""
    row: UUID | None = None
    detail: str = ""
    actor: UUID | None = None
    at: int = field(default_factory=milliseconds)


def note(connection: Connection, *notes: Note) -> None:
    """Write notes in the caller's transaction; they are sealed when it is committed."""
    if not notes:
        return
    present = connection.execute(select(REPLICA.c.actor)).scalar()
    connection.execute(
        insert(LOG_ENTRY),
        [
            {
                "at": each.at,
                "actor": each.actor or present,
                "act": each.act.value,
                "subject": each.subject,
                "row": each.row,
                "case_id": each.case_id,
                "detail": each.detail[:LONGEST_DETAIL],
            }
            for each in notes
        ],
    )

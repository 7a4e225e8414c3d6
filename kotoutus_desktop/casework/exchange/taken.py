"""Transfer files that this laptop took over, so that a shared folder does not offer them again."""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.models.suitcase import TakenFile

HEAD = 4096
"""Bytes by which a file is known: each has a key of its own at its beginning."""


def mark_of(head: bytes, size: int) -> str:
    """Return by what a file is known again, whatever its name; `head` are its first bytes."""
    return sha256(head[:HEAD] + size.to_bytes(8)).hexdigest()


def mark_taken(session: Session, mark: str, now: datetime) -> None:
    """Keep that a file was taken over, or brought nothing new."""
    if not taken_among(session, [mark]):
        session.add(TakenFile(mark=mark, taken_at=now))


def taken_among(session: Session, marks: Collection[str]) -> set[str]:
    """Return which of these files were taken over on this laptop."""
    return set(session.scalars(select(TakenFile.mark).where(TakenFile.mark.in_(marks))))

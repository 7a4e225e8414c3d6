"""Scans of a case: taken in after a look at what they are, shown, given out, deleted."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.attachment import (
    Attachment,
    AttachmentContent,
    AttachmentKind,
    MediaType,
)
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.visit import visit_of

MEGABYTE = 1024 * 1024
LARGEST, LARGEST_CASE = 8 * MEGABYTE, 60 * MEGABYTE
KEPT_FOR = timedelta(days=30)  # after a scan was deleted, as in the bin
LONGEST_TITLE = 200
_BEGINNINGS = MappingProxyType(
    {
        MediaType.PDF: b"%PDF-",
        MediaType.PNG: b"\x89PNG\r\n\x1a\n",
        MediaType.JPEG: b"\xff\xd8\xff",
    }
)
_ENDINGS = MappingProxyType(
    {
        MediaType.PDF: (".pdf",),
        MediaType.PNG: (".png",),
        MediaType.JPEG: (".jpg", ".jpeg"),
    }
)


@dataclass(frozen=True)
class Scan:
    """A file as it was chosen: its name, and what is in it."""

    name: str
    content: bytes


def type_of(content: bytes) -> MediaType | None:
    """Return what a file is by its first bytes, whatever its name; None for anything else."""
    return next((t for t, begins in _BEGINNINGS.items() if content.startswith(begins)), None)


def checked_type(scan: Scan) -> MediaType:
    """Return the type of a scan; raises InvalidInput for one that is not taken in, and why."""
    found = type_of(scan.content)
    if not scan.content:
        raise InvalidInput("file", N_("The file is empty."))
    if len(scan.content) > LARGEST:
        raise InvalidInput(
            "file",
            N_("The file has {size} MB; at most {most} MB fit. Scan it smaller."),
            size=_megabytes(len(scan.content)),
            most=LARGEST // MEGABYTE,
        )
    if found is None:
        raise InvalidInput("file", N_("This is no PDF, PNG or JPEG, whatever its name says."))
    ending = PurePath(scan.name).suffix.casefold()
    if ending and ending not in _ENDINGS[found]:
        raise InvalidInput(
            "file",
            N_("The name says {ending}, but the content is {type}. Check where it comes from."),
            ending=ending,
            type=found.name,
        )
    return found


def add_scan(
    session: Session, client_id: UUID, scan: Scan, kind: AttachmentKind, title: str, today: date
) -> Attachment:
    """Keep a scan with a case; raises InvalidInput, naming the field, for what is not taken."""
    media_type, title = checked_type(scan), " ".join(title.split())
    if not title:
        raise InvalidInput("title", N_("Write what the scan shows."))
    if len(title) > LONGEST_TITLE:
        raise InvalidInput("title", N_("Write at most {most} characters."), most=LONGEST_TITLE)
    if size_of_case(session, client_id) + len(scan.content) > LARGEST_CASE:
        raise InvalidInput(
            "file",
            N_("The scans of this case would take more than {most} MB. Delete what is not needed."),
            most=LARGEST_CASE // MEGABYTE,
        )
    forget_removed(session, today)
    attachment = Attachment(
        client_id=client_id,
        kind=kind,
        title=title,
        media_type=media_type,
        size=len(scan.content),
        digest=hashlib.sha256(scan.content).hexdigest(),
        added_on=today,
        officer_id=visit_of(session).officer,
    )
    session.add(attachment)
    session.flush()
    session.add(
        AttachmentContent(client_id=client_id, attachment_id=attachment.id, content=scan.content)
    )
    return attachment


def attachments_of(session: Session, client_id: UUID) -> list[Attachment]:
    """Return the scans of a case, the latest first, without their content."""
    query = select(Attachment).where(Attachment.client_id == client_id)
    found = session.scalars(query)
    return sorted(found, key=lambda each: (each.added_on, each.id), reverse=True)


def content_of(session: Session, attachment: Attachment) -> bytes | None:
    """Return the bytes of a scan; None where they are not in this file, or are not the same.

    The content of a scan from another laptop comes with the case, unless it was too large.
    """
    query = select(AttachmentContent.content)
    content = session.scalar(query.where(AttachmentContent.attachment_id == attachment.id))
    if content is None or hashlib.sha256(content).hexdigest() != attachment.digest:
        return None
    return content


def remove_scan(session: Session, attachment: Attachment, today: date) -> None:
    """Delete a scan. Its content goes thirty days later: until then the scan can come back."""
    query = select(AttachmentContent).where(AttachmentContent.attachment_id == attachment.id)
    for row in session.scalars(query):
        row.removed_on = today
    session.delete(session.get_one(Attachment, attachment.id))
    session.flush()
    forget_removed(session, today)


def forget_removed(session: Session, today: date) -> None:
    """Forget the content of scans that were deleted long ago and did not come back."""
    there = select(Attachment.id)
    session.execute(
        delete(AttachmentContent).where(
            AttachmentContent.removed_on < today - KEPT_FOR,
            AttachmentContent.attachment_id.not_in(there),
        )
    )


def size_of_case(session: Session, client_id: UUID) -> int:
    """Return how many bytes the scans of a case take."""
    query = select(func.coalesce(func.sum(Attachment.size), 0))
    return session.scalar(query.where(Attachment.client_id == client_id)) or 0


def held_scans(session: Session, client_id: UUID) -> Iterator[tuple[str, bytes, str]]:
    """Yield name, content and type of every scan of a case: the right of access covers them."""
    for number, each in enumerate(reversed(attachments_of(session, client_id)), 1):
        content = content_of(session, each)
        if content is not None:
            yield export_name(each, number), content, each.media_type.value


def note_exported(session: Session, attachment: Attachment) -> None:
    """Note that a scan left the program."""
    actor = visit_of(session).officer
    entry = Note(Act.EXPORT, attachment.client_id, "attachment", attachment.id, actor=actor)
    note(session.connection(), entry)


def export_name(attachment: Attachment, number: int = 1) -> str:
    """Return a name for the file of a scan; it names nobody: "scan-permit-20261124-1.pdf"."""
    ending = _ENDINGS[attachment.media_type][0]
    return f"scan-{attachment.kind}-{attachment.added_on:%Y%m%d}-{number}{ending}"


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}"

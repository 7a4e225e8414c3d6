"""Scans kept with a case: a permit, a certificate. They lie in the encrypted file itself.

What a scan is about is history like every record; its bytes stand in a table of their own, so
that the log does not hold them twice.
"""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import UNLOGGED, Model, case_key


class AttachmentKind(StrEnum):
    """What was scanned."""

    PERMIT = "permit"
    IDENTITY = "identity"
    CERTIFICATE = "certificate"
    DIPLOMA = "diploma"
    CONSENT = "consent"
    OTHER = "other"


class MediaType(StrEnum):
    """What a file is by its content."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"


class Attachment(Model, kw_only=True):
    """What a scan is; `size` in bytes, `digest` the SHA-256 of its content."""

    __tablename__ = "attachment"

    client_id: Mapped[UUID] = case_key()
    kind: Mapped[AttachmentKind] = mapped_column(default=AttachmentKind.OTHER)
    title: Mapped[str] = mapped_column(default="")
    media_type: Mapped[MediaType]
    size: Mapped[int]
    digest: Mapped[str]
    added_on: Mapped[date]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)


class AttachmentContent(Model, kw_only=True):
    """The bytes of a scan. `removed_on`: the scan was deleted, and may still come back."""

    __tablename__ = "attachment_content"
    __table_args__ = UNLOGGED

    client_id: Mapped[UUID] = case_key()
    attachment_id: Mapped[UUID] = mapped_column(index=True)
    content: Mapped[bytes] = mapped_column(LargeBinary, repr=False)
    removed_on: Mapped[date | None] = mapped_column(default=None)

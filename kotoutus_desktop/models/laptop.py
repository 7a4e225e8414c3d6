"""This laptop, and the others that work on the same office's cases.

None of it is history that travels: whom a laptop trusts is decided at that laptop, by people who
have heard each other read the fingerprint aloud.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import UNLOGGED, Model


class OwnLaptop(Model, kw_only=True):
    """The keys by which others know this laptop.

    They belong to the identity of the file (`replica`): a copy of the file that got an identity
    of its own gets keys of its own too, and has to be made known anew.
    """

    __tablename__ = "own_laptop"
    __table_args__ = UNLOGGED

    replica: Mapped[UUID]
    name: Mapped[str] = mapped_column(default="")
    secret: Mapped[str] = mapped_column(repr=False)  # an age identity: "AGE-SECRET-KEY-1…"
    signing_seed: Mapped[bytes] = mapped_column(LargeBinary, repr=False)  # 32 bytes, Ed25519


class KnownLaptop(Model, kw_only=True):
    """Another laptop whose fingerprint was compared.

    `recipient` is its age recipient ("age1…"), `signing_key` the 32 bytes of its Ed25519 key.
    `ended_on` is the day from which nothing is sent to it or taken from it, None while it is
    trusted.
    """

    __tablename__ = "known_laptop"
    __table_args__ = UNLOGGED

    name: Mapped[str]
    recipient: Mapped[str]
    signing_key: Mapped[bytes] = mapped_column(LargeBinary)
    paired_on: Mapped[date]
    paired_by: Mapped[UUID | None] = mapped_column(default=None)
    ended_on: Mapped[date | None] = mapped_column(default=None)
    sent_at: Mapped[datetime | None] = mapped_column(default=None)
    received_at: Mapped[datetime | None] = mapped_column(default=None)


class SharedCase(Model, kw_only=True):
    """How much of a case another laptop is known to have: `operations` of its history."""

    __tablename__ = "shared_case"
    __table_args__ = UNLOGGED

    laptop_id: Mapped[UUID] = mapped_column(
        ForeignKey("known_laptop.id", ondelete="CASCADE"), index=True
    )
    case_id: Mapped[UUID]
    operations: Mapped[int]

"""A file with the clients of a day, taken to an outreach point; and files that were taken over.

Neither is history that travels: what was carried is written down in the file that packed, and the
suitcase itself knows until when it may be open.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import UNLOGGED, Model


class Suitcase(Model, kw_only=True):
    """A suitcase; the row has the same id in the office's file and in the suitcase.

    `inside`: this file is the suitcase. `cases` are the clients it was packed with, as hexadecimal
    digits. `prefix` starts the numbers of clients registered in it. `key` is the data key that it
    was packed with, in the office's file only: the office may have got a new one meanwhile.
    `unpacked_at` None: it is out still.
    """

    __tablename__ = "suitcase"
    __table_args__ = UNLOGGED

    inside: Mapped[bool]
    name: Mapped[str]  # of its file
    prefix: Mapped[str]
    cases: Mapped[list[str]]
    packed_at: Mapped[datetime]
    packed_by: Mapped[UUID | None] = mapped_column(default=None)
    expires_at: Mapped[datetime]
    unpacked_at: Mapped[datetime | None] = mapped_column(default=None)
    unpacked_by: Mapped[UUID | None] = mapped_column(default=None)
    key: Mapped[bytes | None] = mapped_column(LargeBinary, default=None, repr=False)


class TakenFile(Model, kw_only=True):
    """A transfer file that this laptop took over; `mark` is a digest by which it is known again."""

    __tablename__ = "taken_file"
    __table_args__ = UNLOGGED

    mark: Mapped[str] = mapped_column(index=True)
    taken_at: Mapped[datetime]

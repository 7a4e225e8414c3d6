"""What keeps a closed case from being erased, and what is left of one that was."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model, case_key
from kotoutus_desktop.rules.retention import HoldKind


class ErasureGround(StrEnum):
    """By which rule a case was erased."""

    RETENTION = "retention"  # its time had passed
    BIN = "bin"  # it was deleted, and lay in the bin for its days
    DEMAND = "demand"  # recorded without a ground; the person or an authority demanded it


class RetentionHold(Model, kw_only=True):
    """A pending matter for which a case is kept. `until` is its last day, None: not known.

    `ended_on` is the day on which it was found to be over, None while it is not.
    """

    __tablename__ = "retention_hold"

    client_id: Mapped[UUID] = case_key()
    kind: Mapped[HoldKind]
    reason: Mapped[str]
    until: Mapped[date | None] = mapped_column(default=None)
    made_on: Mapped[date]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    ended_on: Mapped[date | None] = mapped_column(default=None)


class Erasure(Model, kw_only=True):
    """That a case was erased: its number, never a name. It belongs to the office.

    `years` is the time that was kept to, `closed_on` the day from which it ran; `rows` how many
    records were removed, `copies_until` the day on which the last copy that still holds the
    case is thinned, None where there is none.
    """

    __tablename__ = "erasure"

    number: Mapped[str]
    ground: Mapped[ErasureGround]
    reason: Mapped[str] = mapped_column(default="")
    years: Mapped[int | None] = mapped_column(default=None)
    closed_on: Mapped[date | None] = mapped_column(default=None)
    erased_at: Mapped[datetime]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    rows: Mapped[int] = mapped_column(default=0)
    copies_until: Mapped[date | None] = mapped_column(default=None)

"""What is due of each case, reckoned once and kept, so that the work list opens at once.

Derived from the case by `casework.reckon`; neither travels nor is undone. Triggers of the
file delete a reckoning as soon as anything that it rests on changes, whichever way it changes.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.rules.due import Basis, StepKind

DERIVED = {"info": {"derived": True}}
"""Tables that are made from others: taking back a change passes them over."""


class Reckoning(Model, kw_only=True):
    """The days, `since` and before `until`, on which the due steps kept of a case hold.

    `program` is the version that reckoned them: the rules of another one may differ.
    """

    __tablename__ = "reckoning"
    __table_args__ = DERIVED

    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id", ondelete="CASCADE"), index=True)
    since: Mapped[date]
    until: Mapped[date]
    program: Mapped[str]


class DueStep(Model, kw_only=True):
    """One due step of a case, shown from `shown_from` on.

    `section` is the code of `rules.section` after the number of its act: "681/2023 20.5".
    `waits_since` is the day from which "without delay" counts, None where no day is known.
    The other columns are those of `rules.due.DueItem`.
    """

    __tablename__ = "due_step"
    __table_args__ = DERIVED

    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id", ondelete="CASCADE"), index=True)
    shown_from: Mapped[date] = mapped_column(index=True)
    kind: Mapped[StepKind]
    due_on: Mapped[date | None] = mapped_column(default=None)
    waits_since: Mapped[date | None] = mapped_column(default=None)
    section: Mapped[str]
    basis: Mapped[Basis]
    service: Mapped[str] = mapped_column(default="")

"""Booked times with clients, their interpreters, and the fee for one that was not used (§ 32 a)."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model, case_key


class AppointmentPurpose(StrEnum):
    """What a time is booked for; the first four are those of § 32 a(1)."""

    GUIDANCE = "guidance"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    REVIEW = "review"
    OTHER = "other"


class MeetingWay(StrEnum):
    """How people meet."""

    AT_PLACE = "at_place"
    TELEPHONE = "telephone"
    VIDEO = "video"


class InterpreterKind(StrEnum):
    """How an interpreter takes part."""

    ON_THE_SPOT = "on_the_spot"
    TELEPHONE = "telephone"
    VIDEO = "video"


class AppointmentState(StrEnum):
    """What became of a booked time."""

    BOOKED = "booked"
    CAME = "came"
    MISSED = "missed"
    CANCELLED = "cancelled"


class CancelledBy(StrEnum):
    """Who cancelled a time beforehand."""

    CLIENT = "client"
    OFFICE = "office"
    INTERPRETER = "interpreter"


class ToldHow(StrEnum):
    """How the client was told of the fee and of cancelling."""

    LETTER = "letter"
    INTERPRETED = "interpreted"
    SPOKEN = "spoken"


class Appointment(Model, kw_only=True):
    """A time booked for a client, or with `with_family` for everybody of the household.

    Times are those of Finland; `starts` counts minutes from midnight. `interpreter_kind` None:
    no interpreter is booked; `interpreter_cost` is whole cents without tax, None where it is
    not known; `interpreter_minutes` are those that are paid, None for the length of the time.
    `fee_told_on` and `cancelling_told_on` are the days on which the client was told of a
    possible fee and how to cancel, in `told_in` (our code). `excuse` is the reason the client
    gave for not coming, and the two judgements on it are None until somebody made them.
    """

    __tablename__ = "appointment"
    __table_args__ = (Index("ix_appointment_held_on_starts", "held_on", "starts"),)

    client_id: Mapped[UUID] = case_key()
    with_family: Mapped[bool] = mapped_column(default=False)
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    booked_on: Mapped[date]
    held_on: Mapped[date]
    starts: Mapped[int]
    minutes: Mapped[int]
    purpose: Mapped[AppointmentPurpose]
    subject: Mapped[str] = mapped_column(default="")
    way: Mapped[MeetingWay] = mapped_column(default=MeetingWay.AT_PLACE)
    place: Mapped[str] = mapped_column(default="")
    interpreter_kind: Mapped[InterpreterKind | None] = mapped_column(default=None)
    interpreter_language: Mapped[str] = mapped_column(default="")
    interpreter_dialect: Mapped[str] = mapped_column(default="")
    interpreter_agency: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str] = mapped_column(default="")  # name, or the agency's own number
    interpreter_minutes: Mapped[int | None] = mapped_column(default=None)
    interpreter_cost: Mapped[int | None] = mapped_column(default=None)
    cancel_by: Mapped[date | None] = mapped_column(default=None)
    fee_told_on: Mapped[date | None] = mapped_column(default=None)
    cancelling_told_on: Mapped[date | None] = mapped_column(default=None)
    told_in: Mapped[str] = mapped_column(default="")
    told_how: Mapped[ToldHow | None] = mapped_column(default=None)
    state: Mapped[AppointmentState] = mapped_column(default=AppointmentState.BOOKED)
    cancelled_by: Mapped[CancelledBy | None] = mapped_column(default=None)
    cancelled_on: Mapped[date | None] = mapped_column(default=None)
    cancelled_reason: Mapped[str] = mapped_column(default="")
    excuse: Mapped[str] = mapped_column(default="")
    excuse_accepted: Mapped[bool | None] = mapped_column(default=None)
    unreasonable: Mapped[bool | None] = mapped_column(default=None)
    unreasonable_reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    @property
    def ends(self) -> int:
        """Minutes from midnight at which it ends."""
        return self.starts + self.minutes


class FeeDecision(Model, kw_only=True):
    """What was decided about the fee for an unused time; it stays as it was made.

    `amount`, `cost` and `highest` are whole cents; `amount` None: no fee is charged. `due_on`
    is the last day of paying. `withdrawn_on` is the day the office took the decision back.
    """

    __tablename__ = "fee_decision"

    client_id: Mapped[UUID] = case_key()
    appointment_id: Mapped[UUID] = mapped_column(
        ForeignKey("appointment.id", ondelete="CASCADE"), index=True
    )
    decided_on: Mapped[date]
    amount: Mapped[int | None] = mapped_column(default=None)
    cost: Mapped[int | None] = mapped_column(default=None)
    highest: Mapped[int | None] = mapped_column(default=None)
    due_on: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    withdrawn_on: Mapped[date | None] = mapped_column(default=None)
    withdrawn_reason: Mapped[str] = mapped_column(default="")


class FeeCap(Model, kw_only=True):
    """The highest fee that the office has read in the ministry's decree, from a day on.

    `highest` is whole cents. Source: 681/2023 § 32 a(4)-(5).
    """

    __tablename__ = "fee_cap"

    since: Mapped[date]
    highest: Mapped[int]
    source: Mapped[str] = mapped_column(default="")  # number of the decree

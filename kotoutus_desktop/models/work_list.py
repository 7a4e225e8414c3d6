"""What a counsellor adds to the list of what is due: put off, tasks of their own, reasons."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model, case_key
from kotoutus_desktop.rules.due import StepKind


class Snooze(Model, kw_only=True):
    """A due thing that is put off until a day, for a reason.

    It concerns the step of this kind, service and day alone: when the day of the step
    changes, nothing is put off any more. `service` is the id of the measure of a referral,
    else empty; `due_on` None means "without delay". `woken_on` is the day it was taken back.
    """

    __tablename__ = "snooze"

    client_id: Mapped[UUID] = case_key()
    kind: Mapped[StepKind]
    service: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    until: Mapped[date]
    reason: Mapped[str]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    made_on: Mapped[date]
    woken_on: Mapped[date | None] = mapped_column(default=None)


class OwnTask(Model, kw_only=True):
    """A task that a counsellor set themselves; `client_id` None: it concerns no single client.

    `done_on` is None while it is open.
    """

    __tablename__ = "own_task"

    client_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("client.id", ondelete="CASCADE"), index=True, default=None
    )
    text: Mapped[str]
    due_on: Mapped[date]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    made_on: Mapped[date]
    done_on: Mapped[date | None] = mapped_column(default=None)


class Lateness(Model, kw_only=True):
    """Why a step was not taken in time.

    It concerns the step of this kind, service and day, as a snooze does; the latest of
    several holds.
    """

    __tablename__ = "lateness"

    client_id: Mapped[UUID] = case_key()
    kind: Mapped[StepKind]
    service: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    recorded_on: Mapped[date]

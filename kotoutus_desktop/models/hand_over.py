"""What of a hand-over was done by whom, and why the county was not asked to take part."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model, case_key
from kotoutus_desktop.rules.hand_over import Item


class HandOverTick(Model, kw_only=True):
    """A line of a hand-over list that was done. `flip` is the key of the change of standing."""

    __tablename__ = "hand_over_tick"

    client_id: Mapped[UUID] = case_key()
    flip: Mapped[str]
    item: Mapped[Item]
    done_on: Mapped[date]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)


class CountySetAside(Model, kw_only=True):
    """A prompt to ask about the wellbeing services county that was set aside, with its reason.

    `subject` is the assessment, plan or review that the prompt stood in.
    """

    __tablename__ = "county_set_aside"

    client_id: Mapped[UUID] = case_key()
    subject: Mapped[UUID] = mapped_column(index=True)
    reason: Mapped[str]
    set_on: Mapped[date]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)

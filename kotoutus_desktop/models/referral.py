"""Referrals of clients to services (§ 20(5)), with every answer that came."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kotoutus_desktop.models.base import Model, case_key
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.referrals import Ground, PlaceGround, Receiver, ReferralState


class Referral(Model, kw_only=True):
    """One referral. What happened to it stands in `steps`; without one it was not sent yet.

    `what` is the service as it was called that day. `measure_id` is the measure of the plan
    and `service_id` the service of the catalogue that it came from. `reason` is what the
    receiver is told of why. `answer_by` is the day by which an answer is expected: the
    counsellor's own. `consented_on` is the day of the client's consent, `consent_note` how it
    was given. `override_reason` says why data were given although the ground was not whole.
    `place_ground` lets a restricted client's place be told, None: it is not.
    """

    __tablename__ = "referral"

    client_id: Mapped[UUID] = case_key()
    measure_id: Mapped[UUID | None] = mapped_column(default=None)
    service_id: Mapped[UUID | None] = mapped_column(default=None)
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    receiver: Mapped[Receiver] = mapped_column(default=Receiver.SERVICE)
    receiver_name: Mapped[str] = mapped_column(default="")
    receiver_contact: Mapped[str] = mapped_column(default="")
    what: Mapped[Wording] = mapped_column(default_factory=Wording)
    reason: Mapped[str] = mapped_column(default="")
    wanted_from: Mapped[date | None] = mapped_column(default=None)
    made_on: Mapped[date]
    answer_by: Mapped[date | None] = mapped_column(default=None)
    ground: Mapped[Ground] = mapped_column(default=Ground.CLIENT_ONLY)
    consented_on: Mapped[date | None] = mapped_column(default=None)
    consent_note: Mapped[str] = mapped_column(default="")
    override_reason: Mapped[str] = mapped_column(default="")
    place_ground: Mapped[PlaceGround | None] = mapped_column(default=None)
    other_needed: Mapped[str] = mapped_column(default="")  # § 94(1) point 18
    earlier_study_plan: Mapped[str] = mapped_column(default="")  # § 94(1) point 16
    earlier_agreed: Mapped[str] = mapped_column(default="")  # § 94(1) point 17

    steps: Mapped[list["ReferralStep"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="(ReferralStep.happened_on, ReferralStep.id)",
        default_factory=list,
        repr=False,
    )

    @property
    def state(self) -> ReferralState | None:
        """What became of it last; None: it was not sent yet."""
        return self.steps[-1].state if self.steps else None

    @property
    def sent_on(self) -> date | None:
        """The day on which it was sent for the last time."""
        sent = [s.happened_on for s in self.steps if s.state is ReferralState.SENT]
        return sent[-1] if sent else None


class ReferralStep(Model, kw_only=True):
    """Something that happened to a referral: never changed, undone or followed by another."""

    __tablename__ = "referral_step"

    client_id: Mapped[UUID] = case_key()
    referral_id: Mapped[UUID] = mapped_column(
        ForeignKey("referral.id", ondelete="CASCADE"), index=True, default=None, init=False
    )
    state: Mapped[ReferralState]
    happened_on: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
    recorded_on: Mapped[date]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)

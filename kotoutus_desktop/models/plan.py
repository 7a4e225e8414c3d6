"""The integration plan in its series, with goals, measures and reviews (§§ 16-24)."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kotoutus_desktop.models.assessment import ParticipantRole
from kotoutus_desktop.models.base import Model, case_key
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import Extension, GoalKind, InterviewHead, MeasureKind

if TYPE_CHECKING:
    from kotoutus_desktop.models.client import Client


class PlanState(StrEnum):
    """Where a plan stands. From AGREED on it is frozen."""

    DRAFT = "draft"
    AGREED = "agreed"
    REVIEWED = "reviewed"
    ENDED = "ended"


class Term(StrEnum):
    """Whether a goal is for the long term or for this plan (§ 18(1))."""

    LONG = "long"
    PERIOD = "period"


class Acceptance(StrEnum):
    """How the client accepted the plan; the Act prescribes no form."""

    SIGNED = "signed"
    ORAL = "oral"
    NOT_ACCEPTED = "not_accepted"


class MeasureState(StrEnum):
    """How far an agreed measure is."""

    AGREED = "agreed"
    STARTED = "started"
    DONE = "done"
    INTERRUPTED = "interrupted"


class ReviewTrigger(StrEnum):
    """Why a plan is reviewed (§ 22(1))."""

    SIX_MONTHS = "six_months"
    CHANGE = "change"
    REQUEST = "request"


class Plan(Model):
    """One integration plan.

    `made_on` is the day it was agreed, from which § 23 counts. `frozen_case` is the case file
    of that moment, from which its paper can always be made again; `frozen_digest` its SHA-256.
    The `*_reason` fields hold the reason for a departure from an "as a rule".
    """

    __tablename__ = "plan"

    client_id: Mapped[UUID] = case_key()
    client: Mapped["Client"] = relationship(back_populates="plans", init=False, repr=False)
    assessment_id: Mapped[UUID | None] = mapped_column(default=None)
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    number: Mapped[int] = mapped_column(default=1)
    state: Mapped[PlanState] = mapped_column(default=PlanState.DRAFT, index=True)
    made_on: Mapped[date | None] = mapped_column(default=None)
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None, index=True)
    extension: Mapped[Extension | None] = mapped_column(default=None)
    extension_reason: Mapped[str] = mapped_column(default="")
    unfinished_studies: Mapped[bool] = mapped_column(default=False)  # § 31
    county_joined: Mapped[bool] = mapped_column(default=False)
    next_review_on: Mapped[date | None] = mapped_column(default=None, index=True)

    target_occupation: Mapped[str] = mapped_column(default="")
    goal_reason: Mapped[Wording] = mapped_column(default_factory=Wording)  # § 18(3)
    education_reason: Mapped[Wording] = mapped_column(default_factory=Wording)  # § 18(4)
    language_reason: Mapped[Wording] = mapped_column(default_factory=Wording)  # § 19: no studies
    job_search_reason: Mapped[Wording] = mapped_column(default_factory=Wording)  # 380/2023 § 44
    guidance: Mapped[Wording] = mapped_column(default_factory=Wording)
    follow_up: Mapped[Wording] = mapped_column(default_factory=Wording)
    rights: Mapped[list[str]] = mapped_column(default_factory=list)  # phrase codes, in order
    rights_explained_on: Mapped[date | None] = mapped_column(default=None)
    rights_language: Mapped[str] = mapped_column(default="")
    rights_interpreted: Mapped[bool] = mapped_column(default=False)
    acceptance: Mapped[Acceptance | None] = mapped_column(default=None)
    accepted_on: Mapped[date | None] = mapped_column(default=None)
    copy_given_on: Mapped[date | None] = mapped_column(default=None)
    copy_language: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None] = mapped_column(default=None)
    onward_guidance: Mapped[Wording] = mapped_column(default_factory=Wording)  # § 73(1) point 7
    created_at: Mapped[datetime | None] = mapped_column(default=None)
    frozen_case: Mapped[str | None] = mapped_column(default=None, repr=False)
    frozen_digest: Mapped[str | None] = mapped_column(default=None)

    goals: Mapped[list["Goal"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Goal.position",
        default_factory=list,
        repr=False,
    )
    participants: Mapped[list["PlanParticipant"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="PlanParticipant.id",
        default_factory=list,
        repr=False,
    )
    reviews: Mapped[list["Review"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Review.reviewed_on",
        default_factory=list,
        repr=False,
    )

    @property
    def measures(self) -> list["Measure"]:
        """Every measure of the plan, in the order of its goals."""
        return [measure for goal in self.goals for measure in goal.measures]

    @property
    def is_frozen(self) -> bool:
        """Whether the content may no longer be edited."""
        return self.state is not PlanState.DRAFT


def plan_key() -> Mapped[UUID]:
    """Return the column that says which plan a row belongs to."""
    return mapped_column(
        ForeignKey("plan.id", ondelete="CASCADE"), index=True, default=None, init=False
    )


class Goal(Model):
    """A goal with the need it answers. `head` is the interview head that it came from."""

    __tablename__ = "goal"

    client_id: Mapped[UUID] = case_key()
    plan_id: Mapped[UUID] = plan_key()
    position: Mapped[int] = mapped_column(default=0)
    term: Mapped[Term] = mapped_column(default=Term.PERIOD)
    kind: Mapped[GoalKind] = mapped_column(default=GoalKind.OTHER)
    need: Mapped[Wording] = mapped_column(default_factory=Wording)
    goal: Mapped[Wording] = mapped_column(default_factory=Wording)
    head: Mapped[InterviewHead | None] = mapped_column(default=None)

    measures: Mapped[list["Measure"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Measure.position",
        default_factory=list,
        repr=False,
    )


class Measure(Model):
    """A service or measure agreed on for a goal, and why it suits (§ 19).

    `referred_on` is the day the client was guided to seek it; the Act gives one month
    (§ 20(5)). `carried_from` is the measure of the earlier plan that goes on here. `service_id`
    is the service of the catalogue that was chosen; what the plan says stays when it changes.
    """

    __tablename__ = "measure"

    client_id: Mapped[UUID] = case_key()
    goal_id: Mapped[UUID] = mapped_column(
        ForeignKey("goal.id", ondelete="CASCADE"), index=True, default=None, init=False
    )
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[MeasureKind] = mapped_column(default=MeasureKind.OTHER_SERVICE)
    what: Mapped[Wording] = mapped_column(default_factory=Wording)
    provider: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    extent: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    responsible: Mapped[str] = mapped_column(default="")
    suitability: Mapped[Wording] = mapped_column(default_factory=Wording)
    follow_up: Mapped[Wording] = mapped_column(default_factory=Wording)
    referred_on: Mapped[date | None] = mapped_column(default=None)
    state: Mapped[MeasureState] = mapped_column(default=MeasureState.AGREED)
    carried_from: Mapped[UUID | None] = mapped_column(default=None)
    service_id: Mapped[UUID | None] = mapped_column(default=None)


class PlanParticipant(Model, kw_only=True):
    """Someone who took part in making the plan."""

    __tablename__ = "plan_participant"

    client_id: Mapped[UUID] = case_key()
    plan_id: Mapped[UUID] = plan_key()
    role: Mapped[ParticipantRole]
    name: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")


class Review(Model):
    """A review of the plan (§ 22, Decree 874/2024 § 3)."""

    __tablename__ = "review"

    client_id: Mapped[UUID] = case_key()
    plan_id: Mapped[UUID] = plan_key()
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    reviewed_on: Mapped[date | None] = mapped_column(default=None)
    trigger: Mapped[ReviewTrigger] = mapped_column(default=ReviewTrigger.SIX_MONTHS)
    participation: Mapped[Wording] = mapped_column(default_factory=Wording)
    progress: Mapped[Wording] = mapped_column(default_factory=Wording)
    hindrances: Mapped[Wording] = mapped_column(default_factory=Wording)
    changes: Mapped[Wording] = mapped_column(default_factory=Wording)
    county_joined: Mapped[bool] = mapped_column(default=False)
    next_review_on: Mapped[date | None] = mapped_column(default=None)
    source: Mapped[SourceKind] = mapped_column(default=SourceKind.CLIENT)
    source_detail: Mapped[str] = mapped_column(default="")
    completed: Mapped[bool] = mapped_column(default=False)

"""The assessment of skills and the need for integration services (§ 14, Decree 869/2024)."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kotoutus_desktop.models.base import Model, case_key
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import ClarifyingKind, GoalKind, InterviewHead, ToldItem

if TYPE_CHECKING:
    from kotoutus_desktop.models.client import Client


class Place(StrEnum):
    """Where the interview was held; other ways need a weighty reason (Decree 869/2024 § 4(3))."""

    PREMISES = "premises"  # of the municipality or the employment authority
    SERVICE_POINT = "service_point"
    REMOTE = "remote"
    PHONE = "phone"
    ELSEWHERE = "elsewhere"


class Interpretation(StrEnum):
    """How it was made sure that both sides understand."""

    NOT_NEEDED = "not_needed"
    ON_SITE = "on_site"
    PHONE = "phone"
    VIDEO = "video"


class Outcome(StrEnum):
    """What the assessment led to (§ 16; Decree 874/2024 § 1)."""

    PLAN_NEEDED = "plan_needed"
    GUIDANCE_ELSEWHERE = "guidance_elsewhere"


class ParticipantRole(StrEnum):
    """Who took part beside the client and the counsellor."""

    INTERPRETER = "interpreter"
    WELLBEING_COUNTY = "wellbeing_county"
    EMPLOYMENT_AUTHORITY = "employment_authority"
    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"
    SUPPORT_PERSON = "support_person"
    OTHER = "other"


class Assessment(Model):
    """One assessment. It may stay half done for weeks; `completed_on` closes it.

    `county_needed` is the counsellor's answer to whether services of the municipality and
    the county must be co-ordinated (§ 14(4)); None while it has not been asked.
    """

    __tablename__ = "assessment"

    client_id: Mapped[UUID] = case_key()
    client: Mapped["Client"] = relationship(back_populates="assessments", init=False, repr=False)
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    learned_on: Mapped[date | None] = mapped_column(default=None)
    started_on: Mapped[date | None] = mapped_column(default=None)
    interviewed_on: Mapped[date | None] = mapped_column(default=None)
    language: Mapped[str] = mapped_column(default="")
    interpretation: Mapped[Interpretation | None] = mapped_column(default=None)
    interpreter: Mapped[str] = mapped_column(default="")  # company or name
    place: Mapped[Place | None] = mapped_column(default=None)
    place_reason: Mapped[Wording] = mapped_column(default_factory=Wording)
    county_needed: Mapped[bool | None] = mapped_column(default=None)
    county_joined: Mapped[bool] = mapped_column(default=False)
    county_findings: Mapped[str] = mapped_column(default="")  # only when the county took part
    wishes: Mapped[Wording] = mapped_column(default_factory=Wording)
    outcome: Mapped[Outcome | None] = mapped_column(default=None)
    outcome_reason: Mapped[Wording] = mapped_column(default_factory=Wording)
    guidance: Mapped[Wording] = mapped_column(default_factory=Wording)
    plan_planned_on: Mapped[date | None] = mapped_column(default=None)
    completed_on: Mapped[date | None] = mapped_column(default=None)
    created_at: Mapped[datetime | None] = mapped_column(default=None)

    heads: Mapped[list["HeadEntry"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, default_factory=list, repr=False
    )
    told: Mapped[list["Told"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, default_factory=list, repr=False
    )
    clarifying: Mapped[list["ClarifyingMeasure"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="ClarifyingMeasure.id",
        default_factory=list,
        repr=False,
    )
    participants: Mapped[list["AssessmentParticipant"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="AssessmentParticipant.id",
        default_factory=list,
        repr=False,
    )

    def head(self, head: InterviewHead) -> "HeadEntry | None":
        """Return what is recorded under one of the nine heads, if anything."""
        return next((entry for entry in self.heads if entry.head is head), None)


def assessment_key() -> Mapped[UUID]:
    """Return the column that says which assessment a row belongs to."""
    return mapped_column(
        ForeignKey("assessment.id", ondelete="CASCADE"), index=True, default=None, init=False
    )


class HeadEntry(Model, kw_only=True):
    """What came up under one head. `nothing_found` says that the question was asked."""

    __tablename__ = "assessment_head"

    client_id: Mapped[UUID] = case_key()
    assessment_id: Mapped[UUID] = assessment_key()
    head: Mapped[InterviewHead]
    finding: Mapped[str] = mapped_column(default="")
    nothing_found: Mapped[bool] = mapped_column(default=False)
    need: Mapped[Wording] = mapped_column(default_factory=Wording)
    goal: Mapped[Wording] = mapped_column(default_factory=Wording)
    goal_kind: Mapped[GoalKind | None] = mapped_column(default=None)
    source: Mapped[SourceKind] = mapped_column(default=SourceKind.CLIENT)
    source_detail: Mapped[str] = mapped_column(default="")


class Told(Model, kw_only=True):
    """One of the four things that must be told to the client, with day and language."""

    __tablename__ = "assessment_told"

    client_id: Mapped[UUID] = case_key()
    assessment_id: Mapped[UUID] = assessment_key()
    item: Mapped[ToldItem]
    told_on: Mapped[date | None] = mapped_column(default=None)
    language: Mapped[str] = mapped_column(default="")


class ClarifyingMeasure(Model, kw_only=True):
    """A clarifying measure (Decree 869/2024 § 3), also a bought one."""

    __tablename__ = "clarifying_measure"

    client_id: Mapped[UUID] = case_key()
    assessment_id: Mapped[UUID] = assessment_key()
    kind: Mapped[ClarifyingKind]
    provider: Mapped[str] = mapped_column(default="")
    ordered_on: Mapped[date | None] = mapped_column(default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
    result: Mapped[str] = mapped_column(default="")


class AssessmentParticipant(Model, kw_only=True):
    """Someone who took part in the assessment."""

    __tablename__ = "assessment_participant"

    client_id: Mapped[UUID] = case_key()
    assessment_id: Mapped[UUID] = assessment_key()
    role: Mapped[ParticipantRole]
    name: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")

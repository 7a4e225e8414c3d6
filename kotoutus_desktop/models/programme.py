"""The municipality's documents: the integration programme, and the planning above it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.service import Organiser
from kotoutus_desktop.rules.programme_gaps import GoalArea


class DocumentKind(StrEnum):
    """The integration programme (§ 13), or the planning of § 45 above it."""

    PROGRAMME = "programme"
    STRATEGY = "strategy"


class GoalState(StrEnum):
    """How far a goal is."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    REACHED = "reached"
    LATE = "late"
    GIVEN_UP = "given_up"


class ProgrammeDocument(Model, kw_only=True):
    """A document that is being written; what was given out stays in its versions.

    Texts stand by language (fi, sv, en). `heads` holds what is written under the heads of
    § 45 and of the program, `groups` what is said of each target group: both as
    {code: {language: text}}. A file has at most one document of each kind in use.
    """

    __tablename__ = "programme_document"

    kind: Mapped[DocumentKind] = mapped_column(index=True)
    titles: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    heads: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    groups: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    approved_by: Mapped[str] = mapped_column(default="")
    approved_on: Mapped[date | None] = mapped_column(default=None)

    goals: Mapped[list["ProgrammeGoal"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="ProgrammeGoal.position",
        default_factory=list,
        repr=False,
    )
    partners: Mapped[list["ProgrammePartner"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="ProgrammePartner.position",
        default_factory=list,
        repr=False,
    )


def document_key() -> Mapped[UUID]:
    """Return the column that says which document a row belongs to."""
    return mapped_column(
        ForeignKey("programme_document.id", ondelete="CASCADE"),
        index=True,
        default=None,
        init=False,
    )


class ProgrammeGoal(Model, kw_only=True):
    """A goal with its indicator, its measures, who is responsible, and its schedule."""

    __tablename__ = "programme_goal"

    document_id: Mapped[UUID] = document_key()
    position: Mapped[int] = mapped_column(default=0)
    area: Mapped[GoalArea] = mapped_column(default=GoalArea.EMPLOYMENT)
    goal: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    indicator: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    measures: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    responsible: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)

    follow_ups: Mapped[list["GoalFollowUp"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="(GoalFollowUp.followed_on, GoalFollowUp.id)",
        default_factory=list,
        repr=False,
    )

    @property
    def state(self) -> GoalState:
        """Where it stood when it was last followed up."""
        return self.follow_ups[-1].state if self.follow_ups else GoalState.NOT_STARTED


class GoalFollowUp(Model, kw_only=True):
    """What was found when a goal was followed up."""

    __tablename__ = "goal_follow_up"

    goal_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme_goal.id", ondelete="CASCADE"), index=True, default=None, init=False
    )
    followed_on: Mapped[date]
    state: Mapped[GoalState]
    found: Mapped[str] = mapped_column(default="")
    officer_id: Mapped[UUID | None] = mapped_column(default=None)


class ProgrammePartner(Model, kw_only=True):
    """Somebody who co-operates, and in what."""

    __tablename__ = "programme_partner"

    document_id: Mapped[UUID] = document_key()
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    kind: Mapped[Organiser] = mapped_column(default=Organiser.ASSOCIATION)
    part: Mapped[dict[str, str]] = mapped_column(default_factory=dict)


class ProgrammeVersion(Model, kw_only=True):
    """A document as it was given out. `content` is never changed; `digest` is its SHA-256.

    It outlives the document that it was made of.
    """

    __tablename__ = "programme_version"

    document_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("programme_document.id", ondelete="SET NULL"), index=True, default=None
    )
    kind: Mapped[DocumentKind]
    number: Mapped[int]
    issued_at: Mapped[datetime]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    remark: Mapped[str] = mapped_column(default="")
    content: Mapped[str] = mapped_column(default="", repr=False)  # JSON
    digest: Mapped[str] = mapped_column(default="")

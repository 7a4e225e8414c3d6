"""A client's integration training, other studies, and levels of language (§§ 26-28)."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kotoutus_desktop.models.base import Model, case_key


class TrainingKind(StrEnum):
    """Which studies they are: § 26(1), its two other forms (§ 26(5)), and § 28."""

    INTEGRATION = "integration"
    LITERACY = "literacy"
    BASIC_EDUCATION = "basic_education"
    SELF_MOTIVATED = "self_motivated"


class Skill(StrEnum):
    """The skills of language that a test tells apart."""

    LISTENING = "listening"
    SPEAKING = "speaking"
    READING = "reading"
    WRITING = "writing"


class LevelOccasion(StrEnum):
    """When a level was found."""

    ENTRY = "entry"  # § 94(1) point 12
    DURING = "during"
    FINAL_TEST = "final_test"  # § 26(3)


class Training(Model, kw_only=True):
    """Studies from a day to a day. `ends_on` None: they go on.

    Hours are those of the client, None where they are not known. The work period is learning at
    work, or activity that supports the ability to work (§ 26(2)). `language` is fi or sv.
    `measure_id` is the measure of the plan that it carries out.
    """

    __tablename__ = "training"

    client_id: Mapped[UUID] = case_key()
    measure_id: Mapped[UUID | None] = mapped_column(default=None)
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    kind: Mapped[TrainingKind] = mapped_column(default=TrainingKind.INTEGRATION)
    name: Mapped[str] = mapped_column(default="")
    provider: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="fi")
    starts_on: Mapped[date]
    ends_on: Mapped[date | None] = mapped_column(default=None)
    broken_off: Mapped[bool] = mapped_column(default=False)
    broken_off_reason: Mapped[str] = mapped_column(default="")
    credits: Mapped[int | None] = mapped_column(default=None)
    hours_offered: Mapped[int | None] = mapped_column(default=None)
    hours_attended: Mapped[int | None] = mapped_column(default=None)
    attendance: Mapped[str] = mapped_column(default="")
    work_starts_on: Mapped[date | None] = mapped_column(default=None)
    work_ends_on: Mapped[date | None] = mapped_column(default=None)
    work_place: Mapped[str] = mapped_column(default="")
    prior_learning: Mapped[str] = mapped_column(default="")
    prior_learning_on: Mapped[date | None] = mapped_column(default=None)
    entry_tested_on: Mapped[date | None] = mapped_column(default=None)
    tested_on: Mapped[date | None] = mapped_column(default=None)
    certificate_on: Mapped[date | None] = mapped_column(default=None)
    certificate: Mapped[str] = mapped_column(default="")
    onward_on: Mapped[date | None] = mapped_column(default=None)
    onward: Mapped[str] = mapped_column(default="")  # § 73(1) point 7

    levels: Mapped[list["LanguageLevel"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="LanguageLevel.id",
        default_factory=list,
        repr=False,
    )

    def level(self, occasion: LevelOccasion, skill: Skill) -> str:
        """Return the code of a level, "" where it was not recorded."""
        found = (e.level for e in self.levels if (e.occasion, e.skill) == (occasion, skill))
        return next(found, "")


class LanguageLevel(Model, kw_only=True):
    """The level of one skill on one occasion; a code of `reference.language_levels`.

    `not_assessed` says that the skill was not tested.
    """

    __tablename__ = "language_level"

    client_id: Mapped[UUID] = case_key()
    training_id: Mapped[UUID] = mapped_column(
        ForeignKey("training.id", ondelete="CASCADE"), index=True, default=None, init=False
    )
    occasion: Mapped[LevelOccasion]
    skill: Mapped[Skill]
    level: Mapped[str]

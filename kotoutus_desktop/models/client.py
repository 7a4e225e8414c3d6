"""The people whose integration an office promotes (681/2023 § 73: a closed list of data)."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Index, or_
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.rules.facts import Protection, RightOfResidence

if TYPE_CHECKING:
    from kotoutus_desktop.models.assessment import Assessment
    from kotoutus_desktop.models.circumstances import (
        BenefitPeriod,
        Contact,
        DatumSource,
        Guardian,
        JobseekerPeriod,
        ObstaclePeriod,
    )
    from kotoutus_desktop.models.plan import Plan
    from kotoutus_desktop.models.referral import Referral


class Precision(StrEnum):
    """How exactly a date of birth is known. MONTH and YEAR keep the first day of it."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class HouseholdRole(StrEnum):
    """Place of a client in the household."""

    ADULT = "adult"
    CHILD = "child"
    OTHER = "other"


class ClosingReason(StrEnum):
    """Why a client relationship ended."""

    PLAN_ENDED = "plan_ended"
    MOVED_AWAY = "moved_away"
    NO_NEED = "no_need"
    NOT_ENTITLED = "not_entitled"
    OTHER = "other"


class Client(Model):
    """An immigrant known to the office.

    Names stand as in the passport; `call_name` is how to address the person. Languages are
    codes of `reference.languages`, countries of `reference.countries`, `residence_ground` of
    `reference.permits`, municipalities those of Statistics Finland. `household` joins the
    records of people who live together: they have the same value. `non_disclosure` is
    turvakielto (661/2009 § 36); `restricted` is set by hand, for the relatives of those who
    work here. `hides_place` holds for both and for victims of trafficking.
    """

    __tablename__ = "client"
    __table_args__ = (
        Index("ix_client_sort_name_id", "sort_name", "id"),
        Index("ix_client_officer", "officer_id", "closed_on"),
    )

    number: Mapped[str] = mapped_column(default="", index=True)
    family_names: Mapped[str] = mapped_column(default="")
    given_names: Mapped[str] = mapped_column(default="")
    call_name: Mapped[str] = mapped_column(default="")
    own_script_name: Mapped[str] = mapped_column(default="")
    earlier_names: Mapped[str] = mapped_column(default="")
    sort_name: Mapped[str] = mapped_column(default="")  # kept by casework.name_index

    identity_code: Mapped[str | None] = mapped_column(default=None)
    born: Mapped[date | None] = mapped_column(default=None)
    born_precision: Mapped[Precision] = mapped_column(default=Precision.UNKNOWN)
    citizenships: Mapped[list[str]] = mapped_column(default_factory=list)

    mother_tongue: Mapped[str] = mapped_column(default="")
    other_languages: Mapped[list[str]] = mapped_column(default_factory=list)  # known well
    service_language: Mapped[str] = mapped_column(default="")  # language the service is given in
    integration_language: Mapped[str] = mapped_column(default="")  # fi or sv, to be learnt
    interpreter_needed: Mapped[bool] = mapped_column(default=False)
    dialect: Mapped[str] = mapped_column(default="")
    literacy: Mapped[str] = mapped_column(default="")  # code of reference.literacy
    reads: Mapped[list[str]] = mapped_column(default_factory=list)  # languages read
    other_arrangements: Mapped[str] = mapped_column(default="")

    right_of_residence: Mapped[RightOfResidence | None] = mapped_column(default=None)
    residence_ground: Mapped[str] = mapped_column(default="")
    first_granted: Mapped[date | None] = mapped_column(default=None)
    permit_valid_until: Mapped[date | None] = mapped_column(default=None)
    arrived_on: Mapped[date | None] = mapped_column(default=None)
    protection: Mapped[Protection | None] = mapped_column(default=None)
    came_unaccompanied: Mapped[bool] = mapped_column(default=False)
    trafficking_victim: Mapped[bool] = mapped_column(default=False)
    reached_on: Mapped[date | None] = mapped_column(default=None)
    asked_for_assessment: Mapped[bool] = mapped_column(default=False)
    judged_to_need: Mapped[bool | None] = mapped_column(default=None)  # None: not judged yet
    need_reason: Mapped[str] = mapped_column(default="")
    other_client_plan: Mapped[str] = mapped_column(default="")  # § 14(5): which plan suffices

    home_municipality: Mapped[str] = mapped_column(default="")
    first_home_municipality_on: Mapped[date | None] = mapped_column(default=None)
    street: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    safe_contact: Mapped[str] = mapped_column(default="")
    non_disclosure: Mapped[bool] = mapped_column(default=False)
    non_disclosure_until: Mapped[date | None] = mapped_column(default=None)
    restricted: Mapped[bool] = mapped_column(default=False)
    household: Mapped[UUID | None] = mapped_column(default=None, index=True)
    household_role: Mapped[HouseholdRole | None] = mapped_column(default=None)

    officer_id: Mapped[UUID | None] = mapped_column(ForeignKey("officer.id"), default=None)
    created_at: Mapped[datetime | None] = mapped_column(default=None)
    closed_on: Mapped[date | None] = mapped_column(default=None)
    closing_reason: Mapped[ClosingReason | None] = mapped_column(default=None)
    closing_note: Mapped[str] = mapped_column(default="")

    contacts: Mapped[list["Contact"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, default_factory=list, repr=False
    )
    jobseeker_periods: Mapped[list["JobseekerPeriod"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="JobseekerPeriod.starts_on",
        default_factory=list,
        repr=False,
    )
    benefit_periods: Mapped[list["BenefitPeriod"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="BenefitPeriod.starts_on",
        default_factory=list,
        repr=False,
    )
    obstacle_periods: Mapped[list["ObstaclePeriod"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="ObstaclePeriod.starts_on",
        default_factory=list,
        repr=False,
    )
    guardians: Mapped[list["Guardian"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, default_factory=list, repr=False
    )
    sources: Mapped[list["DatumSource"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, default_factory=list, repr=False
    )
    assessments: Mapped[list["Assessment"]] = relationship(
        back_populates="client",
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Assessment.id",
        default_factory=list,
        repr=False,
    )
    plans: Mapped[list["Plan"]] = relationship(
        back_populates="client",
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Plan.number",
        default_factory=list,
        repr=False,
    )
    referrals: Mapped[list["Referral"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Referral.id",
        default_factory=list,
        repr=False,
    )

    @property
    def full_name(self) -> str:
        """Given names and family names as one line; a person may have only one of them."""
        return " ".join(part for part in (self.given_names, self.family_names) if part)

    @hybrid_property
    def hides_place(self) -> bool:
        """Whether the case is restricted: no address, phone or place in lists, prints, exports.

        Also a condition of a query.
        """
        return self.non_disclosure or self.trafficking_victim or self.restricted

    @hides_place.inplace.expression
    @classmethod
    def _hides_place(cls) -> ColumnElement[bool]:
        return or_(cls.non_disclosure, cls.trafficking_victim, cls.restricted)

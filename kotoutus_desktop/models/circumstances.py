"""What surrounds a client: contacts, job search, benefits, guardians, sources of data."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model, case_key


class ContactChannel(StrEnum):
    """Who made the contact that made the person known (§ 9)."""

    SELF = "self"
    RELATIVE = "relative"
    AUTHORITY = "authority"
    RECEPTION_CENTRE = "reception_centre"
    EMPLOYMENT_AUTHORITY = "employment_authority"
    KELA = "kela"
    MIGRI = "migri"
    WELLBEING_COUNTY = "wellbeing_county"
    SCHOOL = "school"
    ASSOCIATION = "association"
    OTHER = "other"


class BenefitKind(StrEnum):
    """Benefits that § 14(1) points 3 and 5 name."""

    HOME_CARE_ALLOWANCE = "home_care_allowance"
    SOCIAL_ASSISTANCE = "social_assistance"


class ObstacleKind(StrEnum):
    """Why a plan could not be carried out (§ 23(4)); no diagnosis is recorded."""

    INJURY = "injury"
    ILLNESS = "illness"
    PARENTAL = "parental"  # days of pregnancy or parental allowance
    COMPARABLE = "comparable"


class GuardianKind(StrEnum):
    """Who acts for a minor."""

    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"  # § 35


class SourceKind(StrEnum):
    """Where a datum came from when not from the person (§ 73(2))."""

    CLIENT = "client"
    DOCUMENT = "document"
    AUTHORITY = "authority"
    RELATIVE = "relative"
    PRODUCER = "producer"
    OTHER = "other"


class Contact(Model, kw_only=True):
    """A contact by which the municipality learned of the person.

    `consented_on` is the day the person agreed to it; a contact by another authority needs
    it (§ 9(1)). `handled_on` is the day on which the office took it up (§ 9(2)), and
    `handled_by` the counsellor who recorded that. `handling_unknown` marks what was taken up
    before that day was recorded: neither open nor counted.
    """

    __tablename__ = "contact"

    client_id: Mapped[UUID] = case_key()
    learned_on: Mapped[date]
    channel: Mapped[ContactChannel]
    made_by: Mapped[str] = mapped_column(default="")  # office and name
    consented_on: Mapped[date | None] = mapped_column(default=None)
    outcome: Mapped[str] = mapped_column(default="")
    handled_on: Mapped[date | None] = mapped_column(default=None)
    handled_by: Mapped[UUID | None] = mapped_column(default=None)
    handling_unknown: Mapped[bool] = mapped_column(default=False)

    @property
    def is_open(self) -> bool:
        """Whether nobody has taken it up yet."""
        return self.handled_on is None and not self.handling_unknown


class JobseekerPeriod(Model, kw_only=True):
    """A time during which job search was valid; an open end is None. Both days included."""

    __tablename__ = "jobseeker_period"

    client_id: Mapped[UUID] = case_key()
    starts_on: Mapped[date]
    ends_on: Mapped[date | None] = mapped_column(default=None)
    unemployed: Mapped[bool] = mapped_column(default=True)


class BenefitPeriod(Model, kw_only=True):
    """A time during which a benefit was received.

    `not_temporary` is the counsellor's judgement of § 14(1) point 5, with its reason; None
    while it has not been made.
    """

    __tablename__ = "benefit_period"

    client_id: Mapped[UUID] = case_key()
    kind: Mapped[BenefitKind]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None] = mapped_column(default=None)
    not_temporary: Mapped[bool | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")


class ObstaclePeriod(Model, kw_only=True):
    """A time that prolongs the plans by its length (§ 23(4)). Both days included.

    `reason` says which comparable reason it was; the other kinds say enough.
    """

    __tablename__ = "obstacle_period"

    client_id: Mapped[UUID] = case_key()
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    kind: Mapped[ObstacleKind]
    reason: Mapped[str] = mapped_column(default="")


class Guardian(Model, kw_only=True):
    """A guardian, or the representative of an unaccompanied minor (§§ 35-38).

    `person_id` is set when the guardian is a client too.
    """

    __tablename__ = "guardian"

    client_id: Mapped[UUID] = case_key()
    kind: Mapped[GuardianKind]
    name: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    person_id: Mapped[UUID | None] = mapped_column(default=None)
    applied_on: Mapped[date | None] = mapped_column(default=None)
    appointed_on: Mapped[date | None] = mapped_column(default=None)


class DatumSource(Model, kw_only=True):
    """Where one group of data came from when not from the person, and who recorded it."""

    __tablename__ = "datum_source"

    client_id: Mapped[UUID] = case_key()
    subject: Mapped[str]  # part of the intake form: "residence", "benefits" ...
    source: Mapped[SourceKind]
    detail: Mapped[str] = mapped_column(default="")
    recorded_by: Mapped[UUID | None] = mapped_column(default=None)
    recorded_on: Mapped[date | None] = mapped_column(default=None)

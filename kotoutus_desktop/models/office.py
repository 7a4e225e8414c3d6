"""The office that uses the file, and its counsellors: what is printed in the letterhead."""

from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.rules.orientation_forecast import USUAL_BEHIND_PERCENT
from kotoutus_desktop.rules.retention import USUAL_YEARS


class Office(Model):
    """The municipality's integration service. A file has exactly one.

    `case_prefix` starts every case number given in this file ("U7" in "U7-0214"), so that
    numbers given on two laptops differ. `delegates_to_employment_authority` is the local
    agreement of § 8. `assessment_target_days` and `contact_target_days` are the office's own
    aims for "without delay", never shown as the Act's; neither is `orientation_behind_percent`,
    the share of a course's minutes under which someone falls behind. `retention_years` is for
    how long a case is kept after the client relationship ended. `statute_files` are texts of
    statutes that the office has saved itself; they are read where they lie.
    """

    __tablename__ = "office"

    municipality: Mapped[str]  # code of Statistics Finland: "785"
    name_fi: Mapped[str]
    name_sv: Mapped[str] = mapped_column(default="")
    unit_fi: Mapped[str] = mapped_column(default="")
    unit_sv: Mapped[str] = mapped_column(default="")
    street: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    official_language: Mapped[str] = mapped_column(default="fi")  # of papers: fi or sv
    case_prefix: Mapped[str] = mapped_column(default="")
    delegates_to_employment_authority: Mapped[bool] = mapped_column(default=False)
    assessment_target_days: Mapped[int] = mapped_column(default=14)
    contact_target_days: Mapped[int] = mapped_column(default=7)
    orientation_behind_percent: Mapped[int] = mapped_column(default=USUAL_BEHIND_PERCENT)
    retention_years: Mapped[int] = mapped_column(default=USUAL_YEARS)
    statute_files: Mapped[list[str]] = mapped_column(default_factory=list)  # paths here


class Officer(Model):
    """A counsellor who uses the file. `official` means viranhaltija (Decree 869/2024)."""

    __tablename__ = "officer"

    name: Mapped[str]
    title_fi: Mapped[str] = mapped_column(default="")
    title_sv: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    official: Mapped[bool] = mapped_column(default=True)
    active: Mapped[bool] = mapped_column(default=True)

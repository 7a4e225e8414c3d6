"""Guidance and advice at the counter (§ 10): a count without names, or named with consent."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model


class GuidanceTopic(StrEnum):
    """What somebody asked about."""

    RESIDENCE = "residence"
    HOUSING = "housing"
    WORK = "work"
    STUDIES = "studies"
    LANGUAGE = "language"
    CHILDREN = "children"
    HEALTH = "health"
    BENEFITS = "benefits"
    EVERYDAY = "everyday"
    RIGHTS = "rights"
    OTHER = "other"


class GuidanceReferral(StrEnum):
    """Where somebody was guided to; § 10(2) names them."""

    NOWHERE = "nowhere"
    ASSESSMENT = "assessment"
    MUNICIPALITY = "municipality"
    EMPLOYMENT_AUTHORITY = "employment_authority"
    COUNTY = "county"
    KELA = "kela"
    MIGRI = "migri"
    SCHOOL = "school"
    ASSOCIATION = "association"
    OTHER = "other"


class GuidanceContact(Model, kw_only=True):
    """One conversation of guidance. Without `consented_on` there is neither name nor client.

    `language` is our code, "" where it was not asked. `name` is that of somebody who is no
    client of the office.
    """

    __tablename__ = "guidance_contact"

    client_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("client.id", ondelete="CASCADE"), index=True, default=None
    )
    given_on: Mapped[date] = mapped_column(index=True)
    language: Mapped[str] = mapped_column(default="")
    topic: Mapped[GuidanceTopic]
    referral: Mapped[GuidanceReferral] = mapped_column(default=GuidanceReferral.NOWHERE)
    minutes: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    reach: Mapped[str] = mapped_column(default="")  # telephone or e-mail
    consented_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    officer_id: Mapped[UUID | None] = mapped_column(default=None)

"""The journal of a case: who was in contact when, about what, and who may read it."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model, case_key


class JournalWay(StrEnum):
    """How a contact happened."""

    VISIT = "visit"
    TELEPHONE = "telephone"
    MESSAGE = "message"
    LETTER = "letter"
    VIDEO = "video"
    NETWORK = "network"  # a meeting with other authorities
    REMARK = "remark"  # no contact: something the counsellor notes


class Confidentiality(StrEnum):
    """Who may read an entry. All of a case is secret (621/1999 § 24(1) points 24 and 25)."""

    OFFICE = "office"  # whoever handles the case
    COUNSELLOR = "counsellor"  # the writer and the client's own counsellor
    NOT_TO_CLIENT = "not_to_client"  # not shown to the client either (621/1999 § 11(2))


class JournalEntry(Model, kw_only=True):
    """One entry; `with_whom` is whoever it was besides the client."""

    __tablename__ = "journal_entry"

    client_id: Mapped[UUID] = case_key()
    happened_on: Mapped[date]
    way: Mapped[JournalWay]
    with_whom: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    confidentiality: Mapped[Confidentiality] = mapped_column(default=Confidentiality.OFFICE)
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    recorded_on: Mapped[date]

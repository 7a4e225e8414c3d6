"""What was printed or given, and the office's own phrases."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model, case_key


class IssuedWay(StrEnum):
    """How a paper left the program."""

    PRINTED = "printed"
    SAVED = "saved"


class IssuedPaper(Model, kw_only=True):
    """A paper that left the program; `digest` is the SHA-256 of its bytes."""

    __tablename__ = "issued_paper"

    client_id: Mapped[UUID] = case_key()
    plan_id: Mapped[UUID | None] = mapped_column(default=None)
    kind: Mapped[str] = mapped_column(default="plan")
    languages: Mapped[list[str]] = mapped_column(default_factory=list)
    way: Mapped[IssuedWay]
    issued_at: Mapped[datetime]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    given_on: Mapped[date | None] = mapped_column(default=None)
    digest: Mapped[str] = mapped_column(default="")


class OwnPhrase(Model, kw_only=True):
    """A phrase that the office added: texts by language code."""

    __tablename__ = "own_phrase"

    code: Mapped[str]
    kind: Mapped[str]
    texts: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    active: Mapped[bool] = mapped_column(default=True)

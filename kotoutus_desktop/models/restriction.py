"""Who may open a restricted case besides the client's own counsellor."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model, case_key


class RestrictedAccess(Model, kw_only=True):
    """A counsellor who was let into a restricted case, by whom and when.

    `ended_on` is the day on which it was taken back, None while it holds.
    """

    __tablename__ = "restricted_access"

    client_id: Mapped[UUID] = case_key()
    officer_id: Mapped[UUID]
    given_by: Mapped[UUID | None] = mapped_column(default=None)
    given_on: Mapped[date]
    ended_on: Mapped[date | None] = mapped_column(default=None)

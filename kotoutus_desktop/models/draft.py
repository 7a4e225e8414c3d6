"""What is being typed: kept as it is, before any rule has looked at it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import UNLOGGED, Model


class Draft(Model, kw_only=True):
    """The typing of one form by one person.

    `subject` is the record it belongs to, None for a new client. `officer_id` None: nobody
    was known, and it is everybody's.
    """

    __tablename__ = "draft"
    __table_args__ = UNLOGGED

    form: Mapped[str] = mapped_column(index=True)
    subject: Mapped[UUID | None] = mapped_column(default=None, index=True)
    content: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    saved_at: Mapped[datetime]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)

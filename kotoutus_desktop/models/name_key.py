"""The words by which a client is found."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import UNLOGGED, Model


class NameKey(Model):
    """One search key of a client: see `models.name_keys` for the kinds.

    The row is derived from the client and never travels; its id is of no meaning.
    """

    __tablename__ = "name_key"
    __table_args__ = (Index("ix_name_key_kind_key", "kind", "key", "client_id"), UNLOGGED)

    kind: Mapped[str]
    key: Mapped[str]
    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id", ondelete="CASCADE"), index=True)

"""What every stored thing has in common."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, MetaData, Text, event
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, Mapper, mapped_column

from kotoutus_desktop.models.columns import Id, Json, Utc, WordingColumn, enum_column, uuid7
from kotoutus_desktop.phrases.wording import Wording


class Model(MappedAsDataclass, DeclarativeBase, kw_only=True, repr=False):
    """A row that is also a dataclass.

    The key is a UUID in order of time and not a running number, so that a case keeps its
    identity on every laptop. Nothing that is typed is ever UNIQUE: two laptops may both enter it.
    """

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - read once by SQLAlchemy
        UUID: Id,
        datetime: Utc,
        str: Text,
        list[str]: Json,
        dict[str, str]: Json,
        dict[str, Any]: Json,
        Wording: WordingColumn,
        StrEnum: enum_column(StrEnum),
    }

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=uuid7)

    def __repr__(self) -> str:
        """Name the row without its content, which could be personal data in a traceback."""
        return f"{type(self).__name__}({self.id})"


@event.listens_for(Mapper, "before_configured")
def _know_every_table() -> None:
    """Load all tables before the first one is used: they name each other by name only."""
    import kotoutus_desktop.models.tables  # noqa: F401 - for its effect


UNLOGGED = {"info": {"unlogged": True}}
"""Tables whose changes are no history: half-typed forms, and words to search by."""


def case_key() -> Any:
    """Return the column that says whose case a row belongs to; it goes with the client."""
    return mapped_column(ForeignKey("client.id", ondelete="CASCADE"), index=True)

"""Column types that give the same values in encrypted SQLite and in PostgreSQL."""

from __future__ import annotations

import enum
import os
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import JSON, DateTime, Dialect, Enum, LargeBinary, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

if TYPE_CHECKING:
    from kotoutus_desktop.phrases.wording import Wording

Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
"""Plain values. A changed value is stored only when it is assigned anew."""


def uuid7() -> UUID:
    """Return a new key that sorts by the time it was made (RFC 9562 section 5.7).

    The 12 bits after the milliseconds hold their fraction, so that keys made one after
    another by one program are in order down to a quarter of a microsecond.
    """
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = rest * 4096 // 1_000_000
    chance = int.from_bytes(os.urandom(8)) >> 2
    return UUID(
        int=(milliseconds & ((1 << 48) - 1)) << 80
        | 0x7 << 76
        | fraction << 64
        | 0b10 << 62
        | chance
    )


class Id(TypeDecorator[UUID]):
    """A UUID: 16 bytes in SQLite (a third smaller than text), `uuid` in PostgreSQL."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the type that the database has."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Uuid())
        return dialect.type_descriptor(LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | UUID | None:
        """Turn the key into what is stored."""
        if value is None or dialect.name == "postgresql":
            return value
        return value.bytes

    def process_result_value(self, value: Any, _dialect: Dialect) -> UUID | None:
        """Turn what is stored into the key."""
        if value is None:
            return None
        return value if isinstance(value, UUID) else UUID(bytes=bytes(value))


class Utc(TypeDecorator[datetime]):
    """A moment, always aware and in UTC. SQLite would drop the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn the moment into what is stored; raises ValueError for a time without zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time needs a zone")
        value = value.astimezone(UTC)
        return value if dialect.name == "postgresql" else value.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Turn what is stored into an aware moment."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class WordingColumn(TypeDecorator["Wording"]):
    """A wording, stored as the plain values of `Wording.to_json`."""

    impl = Json
    cache_ok = True

    def process_bind_param(
        self, value: Wording | None, _dialect: Dialect
    ) -> Mapping[str, object] | None:
        """Turn the wording into plain values."""
        return None if value is None else value.to_json()

    def process_result_value(self, value: Any, _dialect: Dialect) -> Wording | None:
        """Turn plain values into the wording."""
        from kotoutus_desktop.phrases.wording import Wording

        return None if value is None else Wording.from_json(value)


def enum_column(members: type[enum.Enum]) -> Enum:
    """Return the column type of an enum: its value as text.

    No CHECK constraint, so that a new member needs no migration.
    """
    return Enum(
        members,
        native_enum=False,
        create_constraint=False,
        length=None,
        values_callable=lambda members: [member.value for member in members],
    )

"""That two records are of one person: the second is shown as part of the first."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, event, or_, select
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from kotoutus_desktop.models.base import Model, case_key
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.merging import delete_joined


class JoinedClient(Model, kw_only=True):
    """The record `joined_id` is of the same person as the client; without this row it is not.

    `number` and `names` are the second record's, by which the person is still found. `seen`
    are its values when they were joined, as the history stores them: what another laptop writes
    there later is news for whoever reads the case.
    """

    __tablename__ = "joined_client"

    client_id: Mapped[UUID] = case_key()
    joined_id: Mapped[UUID] = mapped_column(index=True, info={"refers": "client"})
    number: Mapped[str] = mapped_column(default="")
    names: Mapped[str] = mapped_column(default="")
    seen: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    joined_on: Mapped[date]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)


def numbered(number: str) -> ColumnElement[bool]:
    """Return the condition that a client has a number, or a record joined to them had it."""
    joined = select(JoinedClient.client_id).where(JoinedClient.number == number)
    return or_(Client.number == number, Client.id.in_(joined))


@event.listens_for(Client, "before_delete")
def _delete_joined(_mapper: Mapper[Client], connection: Connection, client: Client) -> None:
    """Let the records that are joined to a client go with it."""
    delete_joined(connection, client.id.bytes)

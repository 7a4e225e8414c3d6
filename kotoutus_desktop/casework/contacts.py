"""Taking up the contacts by which the office learned of a person (§ 9(2))."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.circumstances import Contact
from kotoutus_desktop.models.client import Client


def handle_contacts(
    session: Session, client_id: UUID, officer_id: UUID | None, today: date
) -> list[Contact]:
    """Record that the open contacts of a client were taken up today; returns them.

    Raises NotFound when there is no such client.
    """
    return take_up(get_client(session, client_id), officer_id, today)


def take_up(client: Client, officer_id: UUID | None, today: date) -> list[Contact]:
    """Mark the open contacts of a client as handled today; one of a later day stays open."""
    found = [each for each in client.contacts if each.is_open and each.learned_on <= today]
    for contact in found:
        contact.handled_on, contact.handled_by = today, officer_id
    return found

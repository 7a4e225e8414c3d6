"""People who live together: own records, one address, one language of service."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.columns import uuid7

SHARED_FIELDS = (
    "street",
    "postal_code",
    "town",
    "phone",
    "home_municipality",
    "service_language",
)


def members(session: Session, client: Client) -> Sequence[Client]:
    """Return the other people of the client's household, by name."""
    if client.household is None:
        return []
    return session.scalars(
        select(Client)
        .where(Client.household == client.household, Client.id != client.id)
        .order_by(Client.sort_name, Client.id)
    ).all()


def join(session: Session, client: Client, other: Client) -> None:
    """Make one household of two people; whoever lived with either comes along.

    The address of `client` stays as it is: sharing it is a step of its own.
    """
    household = client.household or other.household or uuid7()
    for person in [client, other, *members(session, client), *members(session, other)]:
        person.household = household
        session.add(person)


def leave(session: Session, client: Client) -> None:
    """Take a person out of the household; one who would be left alone leaves too."""
    rest = members(session, client)
    client.household = None
    session.add(client)
    if len(rest) == 1:
        rest[0].household = None


def change_shared(session: Session, client: Client, values: Mapping[str, str]) -> int:
    """Set shared fields for everybody in the household; return how many others changed.

    A person whose case is restricted keeps the own address: it is changed on its own.
    """
    changed = 0
    for person in members(session, client):
        if person.hides_place:
            continue
        before = [getattr(person, field) for field in values]
        for field, value in values.items():
            if field in SHARED_FIELDS:
                setattr(person, field, value)
        changed += before != [getattr(person, field) for field in values]
    return changed

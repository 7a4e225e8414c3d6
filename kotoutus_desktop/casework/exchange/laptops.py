"""This laptop and those it exchanges cases with.

Trust is made by two people: each gives the other the card of their laptop, and they read the
fingerprints aloud. Nobody else's word makes a laptop known.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.history.log_tables import REPLICA
from kotoutus_desktop.models.laptop import KnownLaptop, OwnLaptop
from kotoutus_desktop.models.transfer.laptop_keys import Card, LaptopKeys
from kotoutus_desktop.models.visit import visit_of

LONGEST_NAME = 80
_NO_NAME = N_("Write a name by which your colleagues know this laptop.")
_LONG_NAME = N_("The name is {length} characters long; {longest} fit. Shorten it.")
_OWN = N_("This is this laptop's own card. Ask for the card of the other one.")
_KNOWN = N_("The laptop {name} has this card already.")


def own_laptop(session: Session) -> OwnLaptop:
    """Return this laptop, with new keys where the file has got another identity.

    A session that stores; at the first call it makes the keys.
    """
    replica = session.execute(select(REPLICA.c.id)).scalar_one()
    kept = {each.replica: each for each in session.scalars(select(OwnLaptop))}
    if replica not in kept:
        keys = LaptopKeys.make()
        name = next((each.name for each in kept.values()), "")
        made = OwnLaptop(
            replica=replica, name=name, secret=keys.secret, signing_seed=keys.signing_seed
        )
        session.add(made)
        for old in kept.values():
            session.delete(old)
        session.flush()
        return made
    return kept[replica]


def keys_of(laptop: OwnLaptop) -> LaptopKeys:
    """Return the secret keys of this laptop."""
    return LaptopKeys(laptop.secret, laptop.signing_seed)


def own_card(session: Session) -> Card:
    """Return the card of this laptop, to be given to others."""
    own = own_laptop(session)
    return keys_of(own).card(own.name)


def name_laptop(session: Session, name: str) -> None:
    """Give this laptop a name; raises InvalidInput for `name`."""
    own_laptop(session).name = _checked_name(name)


def known_laptops(session: Session) -> list[KnownLaptop]:
    """Return the laptops that are trusted, by name."""
    found = session.scalars(select(KnownLaptop).where(KnownLaptop.ended_on.is_(None)))
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def card_of(laptop: KnownLaptop) -> Card:
    """Return the card by which a laptop was made known."""
    return Card(laptop.name, laptop.recipient, laptop.signing_key)


def read_card(session: Session, text: str) -> Card:
    """Read the card of another laptop, whose fingerprint is to be compared.

    Raises InvalidInput for `card`: no card, one's own, or one that is known.
    """
    card = Card.read(text)
    if card.signing_key == own_card(session).signing_key:
        raise InvalidInput("card", _OWN)
    for each in known_laptops(session):
        if each.signing_key == card.signing_key and each.recipient == card.recipient:
            raise InvalidInput("card", _KNOWN, name=each.name)
    return card


def trust(session: Session, card: Card, name: str, today: date) -> KnownLaptop:
    """Make a laptop known once its fingerprint was compared; raises InvalidInput for `name`.

    `name` is what it is called here; its card may say otherwise.
    """
    laptop = KnownLaptop(
        name=_checked_name(name),
        recipient=card.recipient,
        signing_key=card.signing_key,
        paired_on=today,
        paired_by=visit_of(session).officer,
    )
    session.add(laptop)
    session.flush()
    return laptop


def end_trust(session: Session, laptop_id: UUID, today: date) -> None:
    """Send a laptop nothing more and take nothing from it: it was lost, or given away."""
    session.get_one(KnownLaptop, laptop_id).ended_on = today


def _checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InvalidInput("name", _NO_NAME)
    if len(name) > LONGEST_NAME:
        raise InvalidInput("name", _LONG_NAME, length=len(name), longest=LONGEST_NAME)
    return name

"""What arrived from another laptop: first it is looked at, then taken.

Looking merges and takes the merge back, so that what is shown is what will be.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.exchange.laptops import keys_of, known_laptops, own_laptop
from kotoutus_desktop.casework.exchange.news import News, bring
from kotoutus_desktop.casework.exchange.sending import keep_shared
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.merging import Bundle
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.laptop import KnownLaptop
from kotoutus_desktop.models.transfer.bundle_text import read_bundle
from kotoutus_desktop.models.transfer.sealed_file import open_file
from kotoutus_desktop.progress import Report, ignore, uncollected


@dataclass(frozen=True)
class Incoming:
    """A file that may be taken: who sent it, and what is in it."""

    laptop_id: UUID
    laptop: str
    bundle: Bundle


def read_transfer(session: Session, data: bytes) -> Incoming:
    """Open a transfer file; raises TransferRefused or NewerTransfer. Nothing is taken yet."""
    known = {each.signing_key: each for each in known_laptops(session)}
    opened = open_file(data, keys_of(own_laptop(session)), known)
    laptop = known[opened.sender]
    with uncollected():
        bundle = read_bundle(opened.body, the_office(session).id)
    return Incoming(laptop.id, laptop.name, bundle)


def look_at(database: Database, incoming: Incoming, now: datetime, report: Report = ignore) -> News:
    """Return what taking the file would bring; the office's file stays as it is."""
    with database.transaction() as session:
        attempt = session.begin_nested()
        news = take(session, incoming, now, report)
        attempt.rollback()
    return news


def take(session: Session, incoming: Incoming, now: datetime, report: Report = ignore) -> News:
    """Take over what a file brings, all or nothing; returns what that was.

    A proven copy of the office's file is to be made before. Raises OtherIdentity, and what
    `report` raises to stop it: the transaction fails then, and nothing was taken.
    """
    with uncollected():
        news = bring(session, incoming.laptop, incoming.bundle, report)
    _remember(session, incoming, now)
    return news


def _remember(session: Session, incoming: Incoming, now: datetime) -> None:
    """Keep what the other laptop has, and that it sent something."""
    sizes: dict[UUID, int] = {}
    for each in incoming.bundle.operations:
        if each.case_id:
            case = UUID(bytes=each.case_id)
            sizes[case] = sizes.get(case, 0) + 1
    keep_shared(session, incoming.laptop_id, sizes)
    session.get_one(KnownLaptop, incoming.laptop_id).received_at = now
    note(
        session.connection(),
        *(Note(Act.MERGE, case, "transfer", detail=incoming.laptop) for case in sorted(sizes)),
    )

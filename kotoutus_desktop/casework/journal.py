"""The journal of a case: who was in contact, and who may read of it.

Every function works in the caller's transaction.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from kotoutus_desktop.errors import InvalidInput, NotAllowed
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.journal import Confidentiality, JournalEntry, JournalWay

LONGEST_ENTRY, LONGEST_WITH = 4000, 300
_NOT_YOURS = N_("Only the writer changes an entry of the journal.")


@dataclass(frozen=True)
class Written:
    """What is written; `JournalEntry` says what each means."""

    happened_on: date | None
    way: JournalWay
    text: str
    with_whom: str = ""
    confidentiality: Confidentiality = Confidentiality.OFFICE


def journal_of(session: Session, client_id: UUID, reader: UUID | None) -> list[JournalEntry]:
    """Return what somebody may read of a client's journal, the latest first.

    Entries for the client's own counsellor are read by their writer and that counsellor alone.
    """
    counsellor = session.scalar(select(Client.officer_id).where(Client.id == client_id))
    query = select(JournalEntry).where(JournalEntry.client_id == client_id)
    if reader is None or reader != counsellor:
        hidden = JournalEntry.confidentiality == Confidentiality.COUNSELLOR
        query = query.where(or_(~hidden, JournalEntry.officer_id == reader))
    return list(
        session.scalars(query.order_by(JournalEntry.happened_on.desc(), JournalEntry.id.desc()))
    )


def hidden_entries(session: Session, client_id: UUID, reader: UUID | None) -> int:
    """Return how many entries somebody may not read; that they are there is no secret."""
    query = select(JournalEntry.id).where(JournalEntry.client_id == client_id)
    return len(session.scalars(query).all()) - len(journal_of(session, client_id, reader))


def add_entry(
    session: Session, client_id: UUID, written: Written, officer_id: UUID, today: date
) -> JournalEntry:
    """Write an entry; raises InvalidInput for `happened_on`, `text` or `with_whom`."""
    entry = JournalEntry(
        client_id=client_id,
        happened_on=_day(written.happened_on, today),
        way=written.way,
        with_whom=_with_whom(written.with_whom),
        text=_text(written.text),
        confidentiality=written.confidentiality,
        officer_id=officer_id,
        recorded_on=today,
    )
    session.add(entry)
    session.flush()
    return entry


def change_entry(
    session: Session, entry_id: UUID, written: Written, officer_id: UUID, today: date
) -> JournalEntry:
    """Correct an entry: the log keeps what stood there. Raises NotAllowed for another's."""
    entry = session.get_one(JournalEntry, entry_id)
    if entry.officer_id != officer_id:
        raise NotAllowed(_NOT_YOURS)
    entry.happened_on, entry.text = _day(written.happened_on, today), _text(written.text)
    entry.way, entry.with_whom = written.way, _with_whom(written.with_whom)
    entry.confidentiality = written.confidentiality
    return entry


def remove_entry(session: Session, entry_id: UUID, officer_id: UUID) -> None:
    """Delete an entry that was a mistake; raises NotAllowed for another's."""
    entry = session.get_one(JournalEntry, entry_id)
    if entry.officer_id != officer_id:
        raise NotAllowed(_NOT_YOURS)
    session.delete(entry)


def _day(day: date | None, today: date) -> date:
    if day is None:
        raise InvalidInput("happened_on", N_("Write the day of the contact."))
    if day > today:
        raise InvalidInput("happened_on", N_("The journal tells what has happened. Check the day."))
    return day


def _text(text: str) -> str:
    written = text.strip()
    if not written:
        raise InvalidInput("text", N_("Write what was spoken of."))
    if len(written) > LONGEST_ENTRY:
        raise InvalidInput("text", N_("Write at most {most} characters."), most=LONGEST_ENTRY)
    return written


def _with_whom(name: str) -> str:
    if len(name) > LONGEST_WITH:
        raise InvalidInput("with_whom", N_("Write at most {most} characters."), most=LONGEST_WITH)
    return name.strip()

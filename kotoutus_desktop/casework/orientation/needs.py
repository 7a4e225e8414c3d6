"""What a client needs for orientation: contact teaching, care for children, the earliest day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.orientation import OrientationNeed, known_topics
from kotoutus_desktop.rules.orientation import REQUIRED_MINUTES, Topic

LONGEST_REASON = 1000
MOST_EARLIER_HOURS = 500


@dataclass(frozen=True)
class NeedEntry:
    """What is recorded about a client; `OrientationNeed` says what each means."""

    child_care: bool = False
    remote_unsuitable: bool | None = None
    remote_reason: str = ""
    earliest_on: date | None = None
    earlier_minutes: int = 0
    earlier_topics: tuple[str, ...] = ()
    earlier_where: str = ""
    left_out: str = ""
    note: str = ""


def need_of(session: Session, client_id: UUID) -> OrientationNeed | None:
    """Return the need that counts, the latest; None when none was recorded."""
    return session.scalars(
        select(OrientationNeed)
        .where(OrientationNeed.client_id == client_id)
        .order_by(OrientationNeed.id.desc())
        .limit(1)
    ).first()


def entry_of(need: OrientationNeed | None) -> NeedEntry:
    """Return what is recorded, as it can be changed."""
    if need is None:
        return NeedEntry()
    return NeedEntry(
        child_care=need.child_care,
        remote_unsuitable=need.remote_unsuitable,
        remote_reason=need.remote_reason,
        earliest_on=need.earliest_on,
        earlier_minutes=need.earlier_minutes,
        earlier_topics=tuple(need.earlier_topics),
        earlier_where=need.earlier_where,
        left_out=need.left_out,
        note=need.note,
    )


def record_need(session: Session, client_id: UUID, entry: NeedEntry) -> OrientationNeed:
    """Record what a client needs, in place of what was recorded before.

    Raises InvalidInput, naming the field, when something cannot be right.

    Source: Decree 576/2024 § 2(3): contact teaching by the client's background and needs.
    """
    for fault in faults_of(entry):
        raise fault
    need = need_of(session, client_id) or OrientationNeed(client_id=client_id)
    need.child_care, need.earliest_on = entry.child_care, entry.earliest_on
    need.remote_unsuitable = entry.remote_unsuitable
    need.remote_reason = entry.remote_reason.strip() if entry.remote_unsuitable else ""
    need.earlier_minutes, need.earlier_topics = entry.earlier_minutes, list(entry.earlier_topics)
    need.earlier_where = entry.earlier_where.strip()
    need.left_out, need.note = entry.left_out.strip(), entry.note.strip()
    session.add(need)
    session.flush()
    return need


def faults_of(entry: NeedEntry) -> Iterator[InvalidInput]:
    """Yield everything that cannot be right, field by field."""
    if entry.remote_unsuitable and not entry.remote_reason.strip():
        yield InvalidInput(
            "remote_reason",
            N_("Write why remote teaching is unsuitable: the background or need it follows from."),
        )
    if not 0 <= entry.earlier_minutes <= MOST_EARLIER_HOURS * 60:
        yield InvalidInput(
            "earlier_minutes",
            N_("Write a whole number from {lowest} to {highest}."),
            lowest=0,
            highest=MOST_EARLIER_HOURS,
        )
    if entry.earlier_minutes and not entry.earlier_where.strip():
        yield InvalidInput("earlier_where", N_("Write where the earlier hours were done."))
    for field in ("remote_reason", "earlier_where", "left_out", "note"):
        if len(getattr(entry, field)) > LONGEST_REASON:
            yield InvalidInput(field, N_("Write at most {most} characters."), most=LONGEST_REASON)


def done_before(need: OrientationNeed | None) -> bool:
    """Tell whether all hours and topics were done elsewhere, so that nothing is waited for."""
    if need is None or need.earlier_minutes < REQUIRED_MINUTES:
        return False
    return known_topics(need.earlier_topics) == frozenset(Topic)


def languages_of(mother_tongue: str, known_well: Iterable[str]) -> tuple[str, ...]:
    """Return the languages that orientation may be in: the mother tongue, then those known well.

    Source: 681/2023 § 25(1).
    """
    return tuple(dict.fromkeys(each for each in (mother_tongue, *known_well) if each))


def known_languages(session: Session, client_id: UUID) -> tuple[str, ...]:
    """Return the languages of a client that orientation may be in."""
    row = session.execute(
        select(Client.mother_tongue, Client.other_languages).where(Client.id == client_id)
    ).one()
    return languages_of(*row)

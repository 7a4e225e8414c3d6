"""What goes into a transfer file: whole cases, with their history, for named laptops."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.exchange.laptops import keys_of, own_laptop
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.casework.restricted import may_open
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.history.joins import shown_as, with_joined
from kotoutus_desktop.models.history.log_tables import OPERATION
from kotoutus_desktop.models.history.merging import bundle_of
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.laptop import KnownLaptop, SharedCase
from kotoutus_desktop.models.transfer.bundle_text import write_bundle
from kotoutus_desktop.models.transfer.contents import contents_of
from kotoutus_desktop.models.transfer.sealed_file import seal_file
from kotoutus_desktop.models.visit import visit_of

_NOBODY = N_("Choose at least one laptop that is to read the file.")


@dataclass(frozen=True)
class Parcel:
    """A transfer file before it is written: its content, and what it holds.

    `cases` are the clients in it; the office's own things, such as courses, always go along.
    `left_out` are restricted cases that whoever sends may not open: they stay here.
    `scans_left` counts scans that would have made the file too large: they go with fewer cases.
    """

    data: bytes
    cases: frozenset[UUID]
    left_out: frozenset[UUID]
    scans_left: int = 0


def changed_cases(session: Session, laptops: Iterable[UUID]) -> set[UUID]:
    """Return the cases of whose history one of the laptops does not have all."""
    sizes = _sizes(session)
    changed: set[UUID] = set()
    for laptop in laptops:
        has = {
            each.case_id: each.operations
            for each in session.scalars(select(SharedCase).where(SharedCase.laptop_id == laptop))
        }
        changed |= {case for case, size in sizes.items() if has.get(case) != size}
    shown = shown_as(session.connection())
    return {shown.get(case, case) for case in changed}


def pack(
    session: Session, laptops: Collection[UUID], cases: Collection[UUID] | None, now: datetime
) -> Parcel:
    """Return the file for some laptops, and note what was sent.

    `cases` None means what they do not have yet. A session that stores: once the file cannot
    be written, the transaction is to fail as well. Raises InvalidInput for `laptops`.
    """
    if not laptops:
        raise InvalidInput("laptops", _NOBODY)
    wanted = changed_cases(session, laptops) if cases is None else set(cases)
    left_out = _closed_to(session, wanted, visit_of(session).officer)
    sent = wanted - left_out
    keys = [case.bytes for case in sorted(sent)]
    contents, scans_left = contents_of(session.connection(), keys)
    bundle = replace(bundle_of(session.connection(), keys), contents=tuple(contents))
    targets = [session.get_one(KnownLaptop, each) for each in laptops]
    data = seal_file(
        write_bundle(bundle, the_office(session).id),
        keys_of(own_laptop(session)),
        [each.recipient for each in targets],
    )
    sizes = _sizes(session)
    records = with_joined(session.connection(), [case.bytes for case in sent])
    whole = {UUID(bytes=case) for case in records}
    for laptop in targets:
        laptop.sent_at = now
        keep_shared(session, laptop.id, {case: sizes[case] for case in whole if case in sizes})
    names = ", ".join(each.name for each in targets)
    entries = (Note(Act.EXPORT, case, "transfer", detail=names) for case in sorted(sent))
    note(session.connection(), *entries)
    return Parcel(data, frozenset(sent), frozenset(left_out), scans_left)


def keep_shared(session: Session, laptop_id: UUID, sizes: dict[UUID, int]) -> None:
    """Remember how much of some cases a laptop has."""
    kept = {
        each.case_id: each
        for each in session.scalars(select(SharedCase).where(SharedCase.laptop_id == laptop_id))
    }
    new = []
    for case, size in sizes.items():
        if case in kept:
            kept[case].operations = size
        else:
            new.append((uuid7().bytes, laptop_id.bytes, case.bytes, size))
    if new:  # thousands at a time, when an office's whole file arrives
        session.connection().exec_driver_sql(
            "INSERT INTO shared_case(id, laptop_id, case_id, operations) VALUES(?, ?, ?, ?)", new
        )


def _sizes(session: Session) -> dict[UUID, int]:
    """Return how many operations the history of each case has."""
    query = (
        select(OPERATION.c.case_id, func.count())
        .where(OPERATION.c.case_id.is_not(None))
        .group_by(OPERATION.c.case_id)
    )
    return dict(session.execute(query).all())


def _closed_to(session: Session, cases: set[UUID], officer: UUID | None) -> set[UUID]:
    restricted = session.scalars(select(Client.id).where(Client.hides_place)).all()
    return {each for each in restricted if each in cases and not may_open(session, each, officer)}

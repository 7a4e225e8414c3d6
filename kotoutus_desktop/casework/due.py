"""What is due today and soon, for the work list of the Today page.

Ten thousand cases answer in a tenth of a second: what is due was reckoned before
(`casework.reckon`), and here columns are read, not whole cases.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple, Self
from uuid import UUID

from sqlalchemy import ColumnElement, LargeBinary, String, select, type_coerce
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.reckon import steps_of, to_reckon
from kotoutus_desktop.casework.search import Filters
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.due_step import DueStep
from kotoutus_desktop.models.work_list import Lateness, Snooze
from kotoutus_desktop.rules.coming import AT_ONCE
from kotoutus_desktop.rules.due import Basis, DueItem, StepKind
from kotoutus_desktop.rules.section import Section

EVERYBODY = Filters()
Key = tuple[UUID, StepKind, str, date | None]  # whose step, of what kind, service and day


class DueClient(NamedTuple):
    """What a work list shows of a client."""

    id: UUID
    number: str
    given_names: str
    family_names: str
    own_script_name: str
    sort_name: str
    non_disclosure: bool
    hides_place: bool

    @property
    def full_name(self) -> str:
        """Given names and family names as one line."""
        return " ".join(part for part in (self.given_names, self.family_names) if part)

    @staticmethod
    def columns() -> tuple[ColumnElement[Any], ...]:
        """Return the columns that `read` reads: keys as the file has them, which is quick."""
        rest = [getattr(Client, name) for name in DueClient._fields[1:]]
        return type_coerce(Client.id, LargeBinary), *rest

    @classmethod
    def read(cls, values: Sequence[Any]) -> Self:
        """Return the client of these columns."""
        return cls(UUID(bytes=values[0]), *values[1:])


class DueRow(NamedTuple):
    """One thing that is due, and for whom.

    `waits_since`: the day from which "without delay" counts. `snooze`: what puts it off.
    `lateness`: the reason that was recorded for its lateness.
    """

    client: DueClient
    item: DueItem
    waits_since: date | None = None
    snooze: Snooze | None = None
    lateness: Lateness | None = None

    @property
    def key(self) -> Key:
        """What a snooze and a reason of lateness hold on to."""
        return self.client.id, self.item.kind, self.item.service, self.item.due


@dataclass(frozen=True)
class Due:
    """The work list: what is to be done, and what is put off."""

    rows: list[DueRow] = field(default_factory=list)
    snoozed: list[DueRow] = field(default_factory=list)

    def count_overdue(self) -> int:
        """Return how many things are overdue by the Act, put off or not.

        The office's own targets do not count.
        """
        return sum(is_overdue_by_law(row.item) for row in (*self.rows, *self.snoozed))


def is_overdue_by_law(item: DueItem) -> bool:
    """Tell whether a day of the Act has passed."""
    return item.overdue and item.basis is Basis.STATUTORY


def is_without_delay(item: DueItem) -> bool:
    """Tell whether the Act says "without delay" and no day of it has passed.

    The office's own target orders these; it is never a day of the Act.
    """
    if item.due is None:
        return True
    return item.basis is Basis.OWN_TARGET and (item.kind in AT_ONCE or item.overdue)


def what_is_due(session: Session, today: date, filters: Filters = EVERYBODY) -> Due:
    """Return what is overdue or comes due, what hurts most first.

    One row for a client and a kind of step: the first that is not put off.
    """
    notes = _Notes(session, today)
    due = Due()
    seen: set[tuple[UUID, StepKind]] = set()
    for row in sorted(_all_rows(session, today, filters), key=_urgency):
        snooze, lateness = notes.of(row)
        if snooze is None and (row.client.id, row.item.kind) in seen:
            continue
        if snooze is not None or lateness is not None:
            row = row._replace(snooze=snooze, lateness=lateness)
        if snooze is None:
            seen.add((row.client.id, row.item.kind))
            due.rows.append(row)
        else:
            due.snoozed.append(row)
    return due


def due_rows(session: Session, today: date, officer_id: UUID | None = None) -> list[DueRow]:
    """Return what is to be done, of everybody or of one counsellor's clients."""
    return what_is_due(session, today, Filters(officer_id=officer_id)).rows


def count_overdue(session: Session, today: date, officer_id: UUID | None = None) -> int:
    """Return how many things are overdue by the Act, also those that are put off."""
    return what_is_due(session, today, Filters(officer_id=officer_id)).count_overdue()


_WEIGHT = {kind: place for place, kind in enumerate(StepKind)}
_WEIGHT |= {StepKind.THREE_YEARS_END: -2, StepKind.RENEW_OR_CLOSE_PLAN: -1}


def _urgency(row: DueRow) -> tuple[int, date, int, str]:
    """Days of the Act that have passed, then "without delay", then what comes: longest first.

    Of two things of one day that comes first by which a client loses more.
    """
    item = row.item
    if is_overdue_by_law(item):
        rank, day = 0, item.due
    elif is_without_delay(item):
        rank, day = 1, row.waits_since or item.due
    else:
        rank, day = 2, item.due
    return rank, day or date.max, _WEIGHT[item.kind], row.client.sort_name


def lateness_key(row: DueRow) -> Key:
    """Return what a reason of lateness holds on to, as the deadline ledger counts it.

    A drafted plan that is not agreed in time is a first plan that was not made in time.
    """
    client, kind, service, due = row.key
    return client, StepKind.MAKE_PLAN if kind is StepKind.AGREE_PLAN else kind, service, due


class _Notes:
    """What was put off and why something is late, of all clients: few, so read at once."""

    def __init__(self, session: Session, today: date) -> None:
        asleep = select(Snooze).where(Snooze.woken_on.is_(None), Snooze.until > today)
        self._snoozes = {_key(each): each for each in session.scalars(asleep)}
        reasons = select(Lateness).order_by(Lateness.id)
        self._reasons = {_key(each): each for each in session.scalars(reasons)}

    def of(self, row: DueRow) -> tuple[Snooze | None, Lateness | None]:
        """Return what was noted about a row."""
        if not self._snoozes and not self._reasons:
            return None, None
        return self._snoozes.get(row.key), self._reasons.get(lateness_key(row))


def _key(note: Snooze | Lateness) -> Key:
    return note.client_id, note.kind, note.service, note.due_on


# Read as the file has them: to make dates and keys of every column would take longest
_STEP = (
    type_coerce(DueStep.kind, String),
    type_coerce(DueStep.due_on, String),
    type_coerce(DueStep.waits_since, String),
    DueStep.section,
    type_coerce(DueStep.basis, String),
    DueStep.service,
)
_OF_CLIENT = len(DueClient._fields)
_KINDS = {kind.value: kind for kind in StepKind}
_BASES = {basis.value: basis for basis in Basis}


def _all_rows(session: Session, today: date, filters: Filters) -> Iterator[DueRow]:
    """Return what was reckoned before, and reckon what is not."""
    stale = to_reckon(session, today)
    kept = (
        select(*DueClient.columns(), *_STEP)
        .join(DueStep, DueStep.client_id == Client.id)
        .where(DueStep.shown_from <= today, *shown_clients(filters))
    )
    late = {each.bytes for each in stale}
    clients: dict[bytes, DueClient] = {}
    for found in session.execute(kept):
        key = found[0]
        if key in late:
            continue
        client = clients.get(key)
        if client is None:
            client = clients[key] = DueClient.read(found[:_OF_CLIENT])
        yield _row(client, found[_OF_CLIENT:], today)
    if stale:
        yield from _fresh_rows(session, stale, today, filters)


def _row(client: DueClient, step: Iterable[Any], today: date) -> DueRow:
    kind, due_text, since_text, section, basis, service = step
    due = date.fromisoformat(due_text) if due_text else None
    since = date.fromisoformat(since_text) if since_text else None
    overdue = due is not None and due < today
    item = DueItem(_KINDS[kind], due, _section(section), _BASES[basis], overdue, service)
    return DueRow(client, item, since)


def _fresh_rows(
    session: Session, ids: list[UUID], today: date, filters: Filters
) -> Iterator[DueRow]:
    clients = find_clients(session, ids, *shown_clients(filters))
    for step in steps_of(session, list(clients), today):
        if step.shown_from <= today:
            overdue = step.due_on is not None and step.due_on < today
            section = _section(step.section)
            item = DueItem(step.kind, step.due_on, section, step.basis, overdue, step.service)
            yield DueRow(clients[step.client_id], item, step.waits_since)


def find_clients(
    session: Session, ids: Collection[UUID], *conditions: ColumnElement[bool]
) -> dict[UUID, DueClient]:
    """Return those of the clients that fulfil the conditions, by id."""
    if not ids:
        return {}
    chosen = select(*DueClient.columns()).where(Client.id.in_(ids), *conditions)
    found = (DueClient.read(values) for values in session.execute(chosen))
    return {client.id: client for client in found}


def shown_clients(filters: Filters) -> list[ColumnElement[bool]]:
    """Return the conditions: open cases, and of a place only those whose place lists may tell."""
    found: list[ColumnElement[bool]] = [Client.closed_on.is_(None)]
    if filters.officer_id is not None:
        found.append(Client.officer_id == filters.officer_id)
    if filters.language:
        found.append(Client.service_language == filters.language)
    if filters.municipality:
        found.append(Client.home_municipality == filters.municipality)
        found.append(~Client.hides_place)
    return found


@lru_cache
def _section(text: str) -> Section:
    """Read what `reckon` wrote: the act, and number, subsection and point with dots between."""
    act, _, code = text.partition(" ")
    number, *parts = code.split(".")
    return Section(act, number, *(int(part) for part in parts))

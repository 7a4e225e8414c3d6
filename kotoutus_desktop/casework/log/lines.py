"""A client's own log: who looked, who changed what, what was printed and exported.

Changes come from the operations, those of other laptops too; everything else from the chain of
this file. What was read is noted in turn.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.log.decoding import decoded
from kotoutus_desktop.casework.restricted import is_restricted, require_open
from kotoutus_desktop.errors import NotAllowed
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.history.joins import records_of
from kotoutus_desktop.models.history.log_tables import GONE, LOG_ENTRY, OPERATION
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.models.history.row_state import tables_by_name
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.models.visit import visit_of
from kotoutus_desktop.phrases.wording import Wording

PLACES = {"first_home_municipality_on"}
"""Fields of other kinds that say where somebody is or was."""
TOLD_OF_RESTRICTED = {
    *("number", "family_names", "given_names", "call_name", "own_script_name", "literacy"),
    *("dialect", "residence_ground", "mother_tongue", "service_language", "integration_language"),
    *("language", "rights_language", "copy_language", "told_in", "interpreter_language"),
    *("kind", "code", "service", "item"),
}
"""Texts of a restricted case that are told: names and codes. All others could name a place."""

REDUCED = {"sort_name"}
"""Fields that follow from others, and are no change by themselves."""

LOG = "log"
"""The subject of a note that somebody read the log of a client."""

_ACTS = {act.value: act for act in Act}
_NO_TRAINER = N_("Your role in this file does not show the log. Ask the administrator.")


class Way(StrEnum):
    """What a change did to a record."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"
    BROUGHT_BACK = "brought_back"


@dataclass(frozen=True)
class FieldChange:
    """A field with its values, None for nothing. `hidden`: neither value is told."""

    field: str
    before: Any = None
    after: Any = None
    hidden: bool = False


@dataclass(frozen=True)
class LogLine:
    """One entry. `number` is that in the chain, None for a change of another laptop.

    `way` is None for what changes no record. `who` None: nobody was known, or it was the program.
    `subject` is a table of the file for a change, for other acts what they were done to.
    """

    number: int | None
    at: datetime
    who: UUID | None
    act: Act
    subject: str
    row: UUID | None = None
    detail: str = ""
    way: Way | None = None
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class LogFilter:
    """Which lines are wanted; None and empty mean all. Days are those of this computer."""

    first: date | None = None
    last: date | None = None
    who: UUID | None = None
    acts: frozenset[Act] = frozenset()

    def lets(self, line: LogLine) -> bool:
        """Tell whether a line is wanted."""
        day = line.at.astimezone().date()
        return (
            (self.first is None or self.first <= day)
            and (self.last is None or day <= self.last)
            and self.who in (None, line.who)
            and (not self.acts or line.act in self.acts)
        )


EVERYTHING = LogFilter()
Hides = Callable[[str, tuple[Any, Any]], bool]
"""Tells of a field with its two values whether neither may be told."""


class _Operation(NamedTuple):
    replica: UUID
    seq: int
    at: int
    actor: UUID | None
    subject: str
    row: UUID
    fields: str


def require_log(session: Session, client_id: UUID) -> None:
    """Let through who may read the log of a client: the same who may open the case.

    Raises NotAllowed for a trainer, NotLetIn or ReasonNeeded for a restricted case.
    """
    if visit_of(session).role is Role.TRAINER:
        raise NotAllowed(_NO_TRAINER)
    require_open(session, client_id)


def client_log(session: Session, client_id: UUID, wanted: LogFilter = EVERYTHING) -> list[LogLine]:
    """Return what happened to a client's data, the latest first; raises as `require_log`."""
    require_log(session, client_id)
    hides = _hides_texts if is_restricted(session, client_id) else _hides_identity
    lines = [*_acts(session, client_id), *_changes(session, client_id, hides)]
    lines.sort(key=lambda line: (line.at, line.number or 0), reverse=True)
    return [line for line in lines if wanted.lets(line)]


def note_reading(session: Session, client_id: UUID, subject: str = LOG) -> None:
    """Note that whoever works reads the log of a client."""
    visit_of(session).add(Note(Act.READ_LOG, client_id, subject, client_id))


def moment(milliseconds: int) -> datetime:
    """Return the time that the log writes."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def act_of(name: str) -> Act | None:
    """Return the act of an entry; None for one that this version does not know."""
    return _ACTS.get(name)


def entries() -> Select[Any]:
    """Return a query for the entries that tell of acts, to be narrowed down."""
    table = LOG_ENTRY.c
    return select(
        *(table.seq, table.at, table.actor, table.act),
        *(table.subject, table.row, table.detail, table.case_id),
    ).where(table.act != Act.CHANGE)


def line_of(entry: Sequence[Any]) -> LogLine | None:
    """Return the line of a row of `entries`; None for an act of a newer version."""
    seq, at, actor, name, subject, row, detail = entry[:7]
    act = act_of(name)
    return LogLine(seq, moment(at), actor, act, subject, row, detail) if act else None


def _acts(session: Session, client_id: UUID) -> Iterator[LogLine]:
    mine = LOG_ENTRY.c.case_id.in_(_records(session, client_id))
    for entry in session.execute(entries().where(mine)):
        line = line_of(entry)
        if line is not None:
            yield line


def _records(session: Session, client_id: UUID) -> list[UUID]:
    return records_of(session.connection(), client_id)


def _hides_identity(field: str, _values: tuple[Any, Any]) -> bool:
    return field == "identity_code"


def _hides_texts(field: str, values: tuple[Any, Any]) -> bool:
    """Hide what was typed freely: whoever wrote it may have named a place."""
    if field in TOLD_OF_RESTRICTED:
        return False
    typed = any(_is_typed(value) for value in values)
    return typed or field in PLACES or _hides_identity(field, values)


def _is_typed(value: Any) -> bool:
    if isinstance(value, Wording):
        return value.is_free or any(value.slots.values())
    return isinstance(value, str | dict) and not isinstance(value, StrEnum)


def _changes(session: Session, client_id: UUID, hides: Hides) -> Iterator[LogLine]:
    numbers = _numbers(session, client_id)
    state: dict[UUID, dict[str, Any]] = {}
    for each in _operations(session, client_id):
        if each.subject not in tables_by_name():
            continue  # of a newer version
        number = numbers.get((each.replica, each.seq))
        line = _change(each, number, state.setdefault(each.row, {}), hides)
        if line.changes or line.way is not Way.CHANGED:
            yield line


def _operations(session: Session, client_id: UUID) -> Iterator[_Operation]:
    table = OPERATION.c
    query = select(
        *(table.replica, table.seq, table.at, table.actor),
        *(table.subject, table.row, table.fields),
    ).where(table.case_id.in_(_records(session, client_id)))
    for row in session.execute(query.order_by(table.at, table.replica, table.seq)):
        yield _Operation._make(row)


def _numbers(session: Session, client_id: UUID) -> dict[tuple[UUID, int], int]:
    table = LOG_ENTRY.c
    query = select(table.replica, table.op_seq, table.seq).where(
        table.case_id.in_(_records(session, client_id)), table.act == Act.CHANGE
    )
    return {(replica, op_seq): seq for replica, op_seq, seq in session.execute(query)}


def _change(
    operation: _Operation, number: int | None, state: dict[str, Any], hides: Hides
) -> LogLine:
    after = json.loads(operation.fields)
    gone = after.pop(GONE, None)
    is_first = not state
    columns = tables_by_name()[operation.subject].columns
    changes = []
    for field, stored in after.items():
        before, now = state.get(field), decoded(columns.get(field), stored)
        state[field] = now
        if before == now or field in REDUCED or (is_first and now in (None, 0)):
            continue
        is_hidden = hides(field, (before, now))
        if is_hidden:
            before = now = None
        changes.append(FieldChange(field, before, now, is_hidden))
    state.setdefault(GONE, None)  # from now on the row is known, whatever it held
    way = {None: Way.ADDED if is_first else Way.CHANGED, 0: Way.BROUGHT_BACK, 1: Way.DELETED}
    return LogLine(
        number,
        moment(operation.at),
        operation.actor,
        Act.CHANGE,
        operation.subject,
        operation.row,
        way=way[gone],
        changes=tuple(changes) if gone != 1 else (),
    )

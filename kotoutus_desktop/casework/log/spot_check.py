"""The supervisor's spot check: of chosen or random clients, who looked, and what speaks for it."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.log.lines import (
    LogLine,
    entries,
    line_of,
    note_reading,
)
from kotoutus_desktop.casework.search import find_clients
from kotoutus_desktop.errors import NotAllowed
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.history.noting import LOOKS, Act
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.models.visit import visit_of

AT_RANDOM = 10
"""How many clients a random check shows."""
MOST_FOUND = 50
SPOT_CHECK = "spot_check"
ASKED = (*LOOKS, Act.SEARCH, Act.RESTRICTED_REFUSED)
"""What a spot check shows: data reached somebody, or somebody tried."""
CHECKERS = (Role.SUPERVISOR, Role.ADMINISTRATOR)

_NOT_YOURS = N_("The spot check is for supervisors and administrators.")


class Ground(StrEnum):
    """What speaks for a look, as far as the file knows; the first that holds."""

    REASON = "reason"  # was asked and written
    OWN_CLIENT = "own_client"
    RECORDED = "recorded"  # the same person recorded something of the client that day
    NOT_LET_IN = "not_let_in"  # the case stayed shut
    SEEN_IN_LIST = "seen_in_list"  # a search showed name and number, nothing was opened
    NONE = "none"


@dataclass(frozen=True)
class Look:
    """One look, with what speaks for it."""

    line: LogLine
    ground: Ground


@dataclass(frozen=True)
class CheckedCase:
    """A client with the looks at their data, the latest first."""

    client_id: UUID
    number: str
    name: str
    looks: tuple[Look, ...]

    @property
    def unexplained(self) -> int:
        """How many looks nothing speaks for."""
        return sum(look.ground is Ground.NONE for look in self.looks)


@dataclass(frozen=True)
class SpotCheck:
    """What was found; `left_out` counts restricted cases that whoever works has not opened."""

    cases: tuple[CheckedCase, ...]
    left_out: int = 0


@dataclass(frozen=True)
class CheckScope:
    """Days from `first` to `last`, one person's looks or everybody's."""

    first: date
    last: date
    who: UUID | None = None


@dataclass
class _Seen:
    """The looks at one client, and who recorded something on which day."""

    looks: list[LogLine] = field(default_factory=list)
    recorded: set[tuple[UUID | None, date]] = field(default_factory=set)


def random_check(
    session: Session, scope: CheckScope, chance: random.Random | None = None
) -> SpotCheck:
    """Return some of the clients who were looked at, chosen by lot; raises NotAllowed."""
    _require(session)
    seen = _looks(session, scope)
    shown = _readable(session, seen)
    drawn = (chance or random.SystemRandom()).sample(sorted(shown), min(AT_RANDOM, len(shown)))
    return SpotCheck(_checked(session, seen, drawn), len(seen) - len(shown))


def chosen_check(session: Session, scope: CheckScope, typed: str) -> SpotCheck:
    """Return the clients whom a name or number fits, looked at or not; raises NotAllowed."""
    _require(session)
    found = [row.id for row in find_clients(session, typed, limit=MOST_FOUND)]
    shown = _readable(session, found)
    seen = _looks(session, scope)
    cases = _checked(session, seen, [each for each in found if each in shown])
    return SpotCheck(cases, len(found) - len(shown))


def of_the_file(session: Session, first: date, last: date) -> list[LogLine]:
    """Return what was done to the file as a whole: unlocking, copies, checks; latest first."""
    _require(session)
    query = entries().where(LOG_ENTRY.c.case_id.is_(None), *_between(first, last))
    lines = [line_of(entry) for entry in session.execute(query.order_by(LOG_ENTRY.c.seq.desc()))]
    return [line for line in lines if line is not None]


def _require(session: Session) -> None:
    if visit_of(session).role not in CHECKERS:
        raise NotAllowed(_NOT_YOURS)


def _between(first: date, last: date) -> tuple[Any, Any]:
    start = datetime.combine(first, time()).astimezone()
    end = datetime.combine(last, time()).astimezone() + timedelta(days=1)
    at = LOG_ENTRY.c.at
    return at >= int(start.timestamp() * 1000), at < int(end.timestamp() * 1000)


def _looks(session: Session, scope: CheckScope) -> dict[UUID, _Seen]:
    """Return the looks by client; what was recorded counts for a whole day."""
    found: dict[UUID, _Seen] = {}
    acts = entries().where(
        LOG_ENTRY.c.act.in_(ASKED),
        LOG_ENTRY.c.case_id.is_not(None),
        *_between(scope.first, scope.last),
    )
    if scope.who is not None:
        acts = acts.where(LOG_ENTRY.c.actor == scope.who)
    for entry in session.execute(acts.order_by(LOG_ENTRY.c.seq.desc())):
        line = line_of(entry)
        if line is not None:
            found.setdefault(entry.case_id, _Seen()).looks.append(line)
    for entry in session.execute(_recorded(scope)):
        if entry.case_id in found:
            day = datetime.fromtimestamp(entry.at / 1000).astimezone().date()
            found[entry.case_id].recorded.add((entry.actor, day))
    return found


def _recorded(scope: CheckScope) -> Any:
    table = LOG_ENTRY.c
    return select(table.case_id, table.actor, table.at).where(
        table.act == Act.CHANGE,
        table.case_id.is_not(None),
        *_between(scope.first, scope.last),
    )


def _readable(session: Session, ids: Iterable[UUID]) -> set[UUID]:
    """Return those whose log whoever works may read now: not of restricted cases still shut."""
    opened = visit_of(session).opened
    asked = list(ids)
    query = select(Client.id, Client.hides_place).where(Client.id.in_(asked))
    return {row.id for row in session.execute(query) if not row.hides_place or row.id in opened}


def _checked(
    session: Session, seen: dict[UUID, _Seen], wanted: Sequence[UUID]
) -> tuple[CheckedCase, ...]:
    query = select(
        *(Client.id, Client.number, Client.given_names, Client.family_names),
        *(Client.non_disclosure, Client.officer_id, Client.hides_place),
    ).where(Client.id.in_(wanted))
    clients = {row.id: row for row in session.execute(query)}
    cases = []
    for client_id in wanted:
        client, looks = clients[client_id], seen.get(client_id, _Seen())
        told = tuple(Look(line, _ground(line, client, looks)) for line in looks.looks)
        cases.append(CheckedCase(client_id, client.number, _name(client), told))
        note_reading(session, client_id, SPOT_CHECK)
    return tuple(cases)


def _name(client: Any) -> str:
    """Return the name as a list shows it: none of a restricted case."""
    parts = () if client.hides_place else (client.given_names, client.family_names)
    return " ".join(part for part in parts if part)


def _ground(line: LogLine, client: Any, seen: _Seen) -> Ground:
    if line.act is Act.RESTRICTED_REFUSED:
        return Ground.NOT_LET_IN
    if line.act is Act.RESTRICTED_OPEN and line.detail:
        return Ground.REASON
    if line.who is not None and line.who == client.officer_id:
        return Ground.OWN_CLIENT
    if (line.who, line.at.astimezone().date()) in seen.recorded:
        return Ground.RECORDED
    return Ground.SEEN_IN_LIST if line.act is Act.SEARCH else Ground.NONE

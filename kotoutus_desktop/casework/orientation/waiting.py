"""Who waits for civic orientation: integration clients who have not completed it.

Ten thousand clients are read in a tenth of a second: columns, not cases.
"""

import json
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, case, func, or_, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from kotoutus_desktop.casework.orientation.waiting_rows import NOT_TOLD, Standing, WaitingRow
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.orientation import (
    Course,
    CourseKind,
    CourseState,
    Enrolment,
    EnrolmentState,
    OrientationNeed,
)
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.rules.orientation import REQUIRED_MINUTES, Topic


def waiting_list(session: Session, today: date) -> list[WaitingRow]:
    """Return everybody with a valid plan and no completed orientation, the longest waiting first.

    Source: 681/2023 § 5 point 5, § 25(1).
    """
    needs, standings = _needs(session), _standings(session, today)
    found = []
    for row in session.execute(_integration_clients(today)):
        need = needs.get(row[0], _NO_NEED)
        standing = standings.get(row[0], Standing.WAITING)
        if standing is None or need.is_done:
            continue
        if need.left_out and standing is Standing.WAITING:
            standing = Standing.LEFT_OUT
        found.append(_row(row, need, standing))
    return found


def _raw(column: Any) -> ColumnElement[Any]:
    """Read a column as the file has it, which is quick."""
    return type_coerce(column, NullType())


def _integration_clients(today: date) -> Any:
    last = func.coalesce(Plan.ended_on, Plan.ends_on)
    covers = and_(Plan.made_on <= today, last >= today)
    plans = (
        select(Plan.client_id, _raw(func.min(Plan.made_on)).label("since"))
        .where(Plan.made_on.is_not(None))
        .group_by(Plan.client_id)
        .having(func.max(case((covers, 1), else_=0)) == 1)
        .subquery()
    )
    columns = (
        *(Client.id, Client.number, Client.given_names, Client.family_names),
        *(Client.own_script_name, Client.non_disclosure, Client.trafficking_victim),
        *(Client.restricted, Client.mother_tongue),
        *(Client.other_languages, Client.home_municipality, Client.household),
    )
    return (
        select(*(_raw(column) for column in columns), plans.c.since)
        .join(plans, plans.c.client_id == Client.id)
        .where(Client.closed_on.is_(None))
        .order_by(plans.c.since, Client.sort_name, Client.id)
    )


def _row(row: Any, need: "_Need", standing: Standing) -> WaitingRow:
    key, number, given, family, own, hidden, victim, restricted, *rest = row
    tongue, others, place, household, since = rest
    return WaitingRow(
        key,
        number,
        given,
        family,
        own,
        bool(hidden),
        tongue,
        _languages(others),
        NOT_TOLD if hidden or victim or restricted else place,
        household,
        _day(since),
        standing,
        need.child_care,
        need.remote_unsuitable,
        need.earliest_on,
    )


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=4096)
def _languages(text: str | None) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text else ()


class _Need(NamedTuple):
    child_care: bool = False
    remote_unsuitable: bool | None = None
    earliest_on: date | None = None
    left_out: bool = False
    is_done: bool = False


_NO_NEED = _Need()


def _needs(session: Session) -> dict[bytes, _Need]:
    """Return the needs by client; of several the latest."""
    need = OrientationNeed
    rows = session.execute(
        select(
            *(_raw(need.client_id), _raw(need.child_care), _raw(need.remote_unsuitable)),
            *(_raw(need.earliest_on), _raw(need.left_out), _raw(need.earlier_minutes)),
            _raw(need.earlier_topics),
        ).order_by(need.id)
    )
    return {
        client: _Need(
            bool(care),
            None if remote is None else bool(remote),
            _day(earliest) if earliest else None,
            bool(left_out),
            minutes >= REQUIRED_MINUTES and set(Topic) <= set(_languages(topics)),
        )
        for client, care, remote, earliest, left_out, minutes, topics in rows
    }


_WAITS = {
    EnrolmentState.ACCEPTED: Standing.ON_COURSE,
    EnrolmentState.INVITED: Standing.INVITED,
    EnrolmentState.RESERVE: Standing.RESERVE,
}
_ORDER = (None, Standing.ON_COURSE, Standing.INVITED, Standing.RESERVE)


def _standings(session: Session, today: date) -> dict[bytes, Standing | None]:
    """Return where those stand who have to do with a course; None: orientation is complete.

    Of a course that is over or cancelled only what was completed counts.
    """
    open_course = and_(
        Course.state.in_((CourseState.PLANNED, CourseState.RUNNING)),
        or_(Course.ends_on.is_(None), Course.ends_on >= today),
    )
    done = Enrolment.state == EnrolmentState.COMPLETED
    rows = session.execute(
        select(_raw(Enrolment.client_id), Enrolment.state)
        .join(Course, Course.id == Enrolment.course_id)
        .where(
            Enrolment.client_id.is_not(None),
            Course.kind == CourseKind.ORIENTATION,
            or_(done, and_(open_course, Enrolment.state.in_(_WAITS))),
        )
    )
    found: dict[bytes, Standing | None] = {}
    for client, state in rows:
        standing = _WAITS.get(state)
        if client not in found or _ORDER.index(standing) < _ORDER.index(found[client]):
            found[client] = standing
    return found

"""Statistics of a period: every table counted by the database, in one statement."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, literal, select, union_all
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.statistics.people import (
    Events,
    lives_in,
    people_events,
    people_of,
)
from kotoutus_desktop.casework.statistics.work import work_events
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.reference.language_levels import language_levels
from kotoutus_desktop.rules.facts import Protection
from kotoutus_desktop.rules.statistics import (
    AGE_BANDS,
    GUIDANCE,
    SEPARATE,
    UNKNOWN,
    WHOLE,
    Part,
    Period,
    StatisticsTable,
    TableLine,
    Topic,
    age_band,
    parts_of,
    reimbursement_months,
)

_RISING = {
    Topic.AGE: [age_band(first, last) for first, last in AGE_BANDS],
    Topic.FINAL_TEST: [
        level.code for level in sorted(language_levels(), key=lambda level: level.place)
    ],
}
"""Tables whose lines have an order of their own."""
Numbers = dict[str, Counter[str]]
"""The numbers of a table: by line, and there by column."""


@dataclass(frozen=True)
class Reimbursed:
    """A client for whom months of the imputed reimbursement begin in the period."""

    client_id: UUID
    protection: Protection
    start: date
    months: int


def statistics(session: Session, period: Period, today: date) -> dict[Topic, StatisticsTable]:
    """Return the tables of a period.

    A client's numbers lie in the case alone; of a chosen municipality no guidance is counted,
    for a conversation has none.
    """
    found: dict[Topic, Numbers] = defaultdict(lambda: defaultdict(Counter))
    counted = [
        select(literal(topic.value), part.c.line, part.c.part, func.count())
        .select_from(part)
        .group_by(part.c.line, part.c.part)
        for topic, events in events_of(period, today).items()
        for part in (events.subquery(),)
    ]
    for topic, line, part, count in session.execute(union_all(*counted)):
        found[Topic(topic)][line][part] += count
    for each in reimbursed(session, period):
        found[Topic.REIMBURSEMENT][each.protection.value][Part.ALL] += 1
        found[Topic.REIMBURSEMENT][each.protection.value][Part.MONTHS] += each.months
    return {topic: _table(topic, found[topic]) for topic in Topic}


def events_of(period: Period, today: date) -> Mapping[Topic, Events]:
    """Return what each table counts; REIMBURSEMENT is reckoned by the rules (`reimbursed`)."""
    of_people = people_events(people_of(period), period)
    found = {**of_people, **work_events(period, today)}
    return {
        topic: events
        for topic, events in found.items()
        if not (period.municipality and topic in GUIDANCE)
    }


def reimbursed(session: Session, period: Period) -> list[Reimbursed]:
    """Return the clients with months of reimbursement in the period (§§ 59, 61)."""
    query = select(
        Client.id, Client.protection, Client.first_home_municipality_on, Client.closed_on
    ).where(
        Client.protection.is_not(None),
        Client.first_home_municipality_on <= period.last,
        *lives_in(period),
    )
    found = []
    for client_id, protection, start, closed_on in session.execute(query):
        months = reimbursement_months(protection, start, closed_on, period)
        if protection and start and months:
            found.append(Reimbursed(client_id, protection, start, months))
    return found


def _table(topic: Topic, numbers: Numbers) -> StatisticsTable:
    """Return a table; before its lines stands their sum."""
    lines = [TableLine(key, _counts(topic, by_part)) for key, by_part in numbers.items()]
    lines.sort(key=lambda line: _place(topic, line))
    if topic not in SEPARATE:
        columns: Any = zip(*(line.counts for line in lines), strict=True)
        sums = tuple(map(sum, columns)) or (0,) * len(parts_of(topic))
        lines.insert(0, TableLine(WHOLE, sums))
    return StatisticsTable(topic, tuple(lines))


def _place(topic: Topic, line: TableLine) -> tuple[bool, int, int, str]:
    """Return where a line stands: ages and levels as they rise, others the most first."""
    rising = _RISING.get(topic)
    if rising is not None:
        place = rising.index(line.key) if line.key in rising else len(rising)
        return line.key == UNKNOWN, place, 0, line.key
    return line.key == UNKNOWN, 0, -line.counts[0], line.key


def _counts(topic: Topic, by_part: Counter[str]) -> tuple[int, ...]:
    first, *others = parts_of(topic)
    if not others or topic is Topic.REIMBURSEMENT:
        return tuple(by_part[part] for part in (first, *others))
    return (by_part.total(), *(by_part[part] for part in others))

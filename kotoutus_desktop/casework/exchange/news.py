"""What a merge brings: whose cases, what is new in them, what contradicts."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import LargeBinary, Table, select, type_coerce
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.due import DueClient, find_clients
from kotoutus_desktop.casework.name_index import index_clients
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.joins import joined_cases, shown_as
from kotoutus_desktop.models.history.log_tables import CLASH, ERASED, GONE
from kotoutus_desktop.models.history.merging import Bundle, merge
from kotoutus_desktop.models.history.row_state import Operation, fields_of, tables_by_name
from kotoutus_desktop.models.name_key import NameKey
from kotoutus_desktop.models.transfer.contents import keep_contents
from kotoutus_desktop.progress import Report, ignore, share

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
AT_ONCE = 500  # keys in one query


class How(StrEnum):
    """What happened to a row on the other laptop."""

    NEW = "new"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True)
class RowNews:
    """One row as the other laptop changed it. `subject` is its table, `fields` its columns."""

    subject: str
    row: UUID
    how: How
    fields: tuple[str, ...]
    actor: UUID | None
    at: datetime


@dataclass(frozen=True)
class CaseNews:
    """What is new of a client. `client` None: the case is gone after taking the file."""

    case_id: UUID
    client: DueClient | None
    is_new: bool
    rows: tuple[RowNews, ...]
    clashes: int


@dataclass(frozen=True)
class News:
    """What a file brings. `office` counts changes of what belongs to nobody: courses, phrases.

    `erased` are cases that were erased elsewhere and are here still: taking the file erases
    them here too. `scans` counts those whose bytes arrived.
    """

    laptop: str
    cases: tuple[CaseNews, ...]
    office: int
    erased: frozenset[UUID]
    operations: int
    scans: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether the file says nothing that is not known here."""
        return not (self.operations or self.erased or self.scans)

    @property
    def clashes(self) -> int:
        """How many questions are open afterwards in these cases."""
        return sum(case.clashes for case in self.cases)


def bring(session: Session, sender: str, bundle: Bundle, report: Report = ignore) -> News:
    """Take over a bundle in the caller's transaction; returns what is new by it.

    `sender` is what the other laptop is called. Raises OtherIdentity, and
    whatever `report` raises to stop it.
    """
    new = _unknown(session, bundle)
    known = _known_rows(session)
    cases = {UUID(bytes=each.case_id) for each in new if each.case_id}
    before = set(session.scalars(select(Client.id)))
    erased = frozenset(before & {UUID(bytes=row) for row in bundle.erased})
    merge(session.connection(), bundle, share(report, 0, 80))
    scans = keep_contents(session.connection(), bundle.contents)
    session.expire_all()
    shown = shown_as(session.connection())
    cases = {shown.get(case, case) for case in cases}
    gone = {row.bytes for row in session.execute(select(ERASED.c.row)).scalars()}
    kept = [each for each in new if each.row not in gone]
    by_case: dict[UUID, list[Operation]] = {}
    for each in kept:
        if each.case_id:
            case = UUID(bytes=each.case_id)
            by_case.setdefault(shown.get(case, case), []).append(each)
    ways = _ways(session, kept, known)
    after = find_clients(session, cases)
    report(80, 100)
    _index(session, {*after, *_not_found_yet(session)}, share(report, 80, 95))
    report(95, 100)
    clashes = _clashes(session, kept, shown)
    return News(
        sender,
        tuple(
            CaseNews(
                case,
                after.get(case),
                case not in before,
                _rows(told, ways),
                clashes.get(case, 0),
            )
            for case, told in sorted(by_case.items())
        ),
        sum(each.case_id is None for each in kept),
        erased,
        len(kept),
        scans,
    )


def _unknown(session: Session, bundle: Bundle) -> list[Operation]:
    """Return the operations that are not in the log here."""
    replicas = {each.replica for each in bundle.operations}
    query = "SELECT replica, seq FROM operation WHERE replica = ?"
    known = {
        (row[0], row[1])
        for replica in replicas
        for row in session.connection().exec_driver_sql(query, (replica,))
    }
    return [each for each in bundle.operations if each.key not in known]


def _known_rows(session: Session) -> set[bytes]:
    """Return the rows of which the log tells something."""
    return set(
        session.connection().exec_driver_sql('SELECT DISTINCT "row" FROM operation').scalars()
    )


def _not_found_yet(session: Session) -> Sequence[UUID]:
    """Return the clients without a search key: a joined record that is a person again."""
    return session.scalars(
        select(Client.id).where(Client.id.not_in(select(NameKey.client_id)))
    ).all()


def _index(session: Session, clients: Iterable[UUID], report: Report) -> None:
    """Let the clients be found by their new names."""
    ids = list(clients)
    for start in range(0, len(ids), AT_ONCE):
        report(start, len(ids))
        some = select(Client).where(Client.id.in_(ids[start : start + AT_ONCE]))
        index_clients(session, session.scalars(some).all())


def _clashes(
    session: Session, operations: Iterable[Operation], shown: Mapping[UUID, UUID]
) -> dict[UUID, int]:
    """Count what is contradicted, by case."""
    case_of = {each.row: UUID(bytes=each.case_id) for each in operations if each.case_id}
    counts: dict[UUID, int] = {}
    for row in session.execute(select(CLASH.c.row)).scalars():
        case = case_of.get(row.bytes)
        if case is not None:
            case = shown.get(case, case)
            counts[case] = counts.get(case, 0) + 1
    return counts


def _rows(operations: Sequence[Operation], ways: Mapping[bytes, How]) -> tuple[RowNews, ...]:
    """Sum up what happened to each row; the newest word counts for who and when."""
    by_row: dict[bytes, list[Operation]] = {}
    names: dict[bytes, set[str]] = {}
    for each, fields in zip(operations, fields_of(operations), strict=True):
        by_row.setdefault(each.row, []).append(each)
        names.setdefault(each.row, set()).update(fields)
    return tuple([_row(told, names[row] - {GONE}, ways[row]) for row, told in by_row.items()])


def _row(told: Sequence[Operation], names: Iterable[str], how: How) -> RowNews:
    last = told[0] if len(told) == 1 else max(told, key=lambda each: each.at)
    return RowNews(
        last.subject,
        UUID(bytes=last.row),
        how,
        tuple(sorted(names)),
        UUID(bytes=last.actor) if last.actor else None,
        EPOCH + timedelta(milliseconds=last.at),
    )


def _ways(session: Session, operations: Iterable[Operation], known: Set[bytes]) -> dict[bytes, How]:
    """Tell of each row whether it is new here, changed, or gone since the file was taken."""
    subjects: dict[str, list[bytes]] = {}
    for each in operations:
        subjects.setdefault(each.subject, []).append(each.row)
    ways: dict[bytes, How] = {}
    joined = set(joined_cases(session.connection()))
    for subject, rows in subjects.items():
        table = tables_by_name().get(subject)
        there = _there(session, table, rows) if table is not None else set(rows)
        there |= joined if subject == "client" else set()  # the history alone has them
        for row in rows:
            ways[row] = _way(is_there=row in there, is_known=row in known)
    return ways


def _way(*, is_there: bool, is_known: bool) -> How:
    if not is_there:
        return How.DELETED
    return How.CHANGED if is_known else How.NEW


def _there(session: Session, table: Table, rows: Sequence[bytes]) -> set[bytes]:
    key = type_coerce(table.c.id, LargeBinary)  # as the file has them, which is quick
    return {
        found
        for start in range(0, len(rows), AT_ONCE)
        for found in session.scalars(select(key).where(key.in_(rows[start : start + AT_ONCE])))
    }

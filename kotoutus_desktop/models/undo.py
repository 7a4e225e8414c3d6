"""Taking back the last changes, as images of the rows before and after.

The images are kept in memory only, while the file is open. A change is taken back only when
every row still is as the change left it; so nobody's later work is ever overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Delete,
    Table,
    TextClause,
    Update,
    and_,
    event,
    inspect,
    select,
)
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, object_session

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.history.joins import JOINED
from kotoutus_desktop.models.history.merging import show_records

Row = tuple[Table, tuple[Any, ...]]  # a table and the primary key in it
Image = dict[str, Any] | None  # values by column name; None: there is no such row

DEPTH = 100  # changes that can be taken back, one after another

_RECORDER = "recorder"  # under this name a session knows who notes its changes

_CHANGED_SINCE = N_("This cannot be undone any more: the same information was changed later.")
_NOTHING_LEFT = N_("There is nothing to undo.")


class ChangedSince(KotoutusError):
    """Rows of a change are no longer as the change left them."""


@dataclass(frozen=True)
class Change:
    """What one labelled transaction did."""

    label: str
    before: dict[Row, Image] = field(repr=False)
    after: dict[Row, Image] = field(repr=False)

    def reversed(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.label, self.after, self.before)

    def apply(self, session: Session) -> None:
        """Bring the rows from `before` to `after`; raises ChangedSince when they are not."""
        if any(image_of(session, row) != image for row, image in self.before.items()):
            raise ChangedSince(_CHANGED_SINCE)
        if any(row not in self.before for row in dependents(session, self._vanishing())):
            raise ChangedSince(_CHANGED_SINCE)
        records = self._joined_records()
        if records:  # what is put back may belong to a record that comes back below
            session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        order = {table: place for place, table in enumerate(Model.metadata.sorted_tables)}
        for row in sorted(self.before, key=lambda row: order[row[0]]):
            if new := self.after[row]:
                _put(session, row, self.before[row], new)
        for row in sorted(self._vanishing(), key=lambda row: order[row[0]], reverse=True):
            session.execute(row[0].delete().where(_is(row)))
        if records:
            show_records(session.connection(), records)

    def _joined_records(self) -> set[bytes]:
        """Return the records that this change joins or separates."""
        images = [
            image
            for side in (self.before, self.after)
            for (table, _key), image in side.items()
            if table.name == JOINED and image is not None
        ]
        return {image["joined_id"].bytes for image in images}

    def _vanishing(self) -> list[Row]:
        return [row for row, image in self.after.items() if image is None and self.before[row]]


class Recorder:
    """Notes the image of every row before a session changes it.

    Sees what goes through the session's objects, its UPDATE and DELETE statements, and the
    rows that the database itself deletes with their parent.
    """

    def __init__(self, session: Session, label: str) -> None:
        self._session = session
        self._label = label
        self._before: dict[Row, Image] = {}
        session.info[_RECORDER] = self
        event.listen(session, "do_orm_execute", self._before_statement)

    def change(self) -> Change | None:
        """Return what has changed; None when every row is as it was."""
        self._session.flush()
        after = {row: image_of(self._session, row) for row in self._before}
        changed = [row for row, image in self._before.items() if image != after[row]]
        if not changed:
            return None
        return Change(
            self._label,
            {row: self._before[row] for row in changed},
            {row: after[row] for row in changed},
        )

    def note_new(self, row: Row) -> None:
        """Note a row that has just been added."""
        self._before.setdefault(row, None)

    def note(self, rows: Iterable[Row]) -> None:
        """Note rows that are about to be changed."""
        for row in rows:
            if row not in self._before:
                self._before[row] = image_of(self._session, row)

    def note_deleted(self, rows: list[Row]) -> None:
        """Note rows that are about to be deleted, with those that go with them."""
        self.note(rows)
        self.note(dependents(self._session, rows))

    def _before_statement(self, state: ORMExecuteState) -> None:
        statement = state.statement
        if state.is_insert or state.is_executemany or isinstance(statement, TextClause):
            raise RuntimeError("a change that can be undone adds objects and uses no raw SQL")
        if not isinstance(statement, Update | Delete):
            return
        table = statement.entity_description["table"]
        query = select(*table.primary_key)
        if statement.whereclause is not None:
            query = query.where(statement.whereclause)
        self._session.flush()
        keys = self._session.connection().execute(query, state.parameters)
        rows = [(table, tuple(key)) for key in keys]
        if state.is_delete:
            self.note_deleted(rows)
        else:
            self.note(rows)


def _recorder_of(instance: Model) -> Recorder | None:
    session = object_session(instance)
    recorder = session.info.get(_RECORDER) if session else None
    return recorder if isinstance(recorder, Recorder) else None


def _before_update(mapper: Mapper[Any], _connection: Connection, instance: Model) -> None:
    if recorder := _recorder_of(instance):
        recorder.note([_stored(mapper, instance)])


def _before_delete(mapper: Mapper[Any], _connection: Connection, instance: Model) -> None:
    if recorder := _recorder_of(instance):
        recorder.note_deleted([_stored(mapper, instance)])


def _after_insert(mapper: Mapper[Any], _connection: Connection, instance: Model) -> None:
    if recorder := _recorder_of(instance):
        recorder.note_new((_table(mapper), tuple(mapper.primary_key_from_instance(instance))))


# The events of the rows, and not those of the flush: only here are orphans known
event.listen(Model, "before_update", _before_update, propagate=True)
event.listen(Model, "before_delete", _before_delete, propagate=True)
event.listen(Model, "after_insert", _after_insert, propagate=True)


class UndoStack:
    """The changes that can be taken back, and those that were."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def undo_label(self) -> str | None:
        """Words of the last change, None when there is none."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """Words of the change that was taken back last, None when there is none."""
        return self._undone[-1].label if self._undone else None

    @property
    def labels(self) -> list[str]:
        """Words of every change that can be taken back, the last first."""
        return [change.label for change in reversed(self._done)]

    def push(self, change: Change) -> None:
        """Remember a new change; what was taken back before cannot be done again."""
        self._done.append(change)
        del self._done[:-DEPTH]
        self._undone.clear()

    @contextmanager
    def undoing(self) -> Iterator[Callable[[Session], None]]:
        """Give the step that takes the last change back."""
        with self._moving(self._done, self._undone) as change:
            yield change.reversed().apply

    @contextmanager
    def redoing(self) -> Iterator[Callable[[Session], None]]:
        """Give the step that does the last undone change again."""
        with self._moving(self._undone, self._done) as change:
            yield change.apply

    @contextmanager
    def _moving(self, source: list[Change], target: list[Change]) -> Iterator[Change]:
        """Move a change that was applied; drop one that cannot be applied any more."""
        if not source:
            raise KotoutusError(_NOTHING_LEFT)
        change = source[-1]
        try:
            yield change
        except ChangedSince:
            source.pop()
            raise
        target.append(source.pop())


def image_of(session: Session, row: Row) -> Image:
    """Return the stored values of a row, None when it is not there."""
    found = session.connection().execute(select(row[0]).where(_is(row))).mappings().first()
    return None if found is None else dict(found)


def _put(session: Session, row: Row, old: Image, new: dict[str, Any]) -> None:
    if old is None:
        session.execute(row[0].insert().values(new))
    elif old != new:
        session.execute(row[0].update().where(_is(row)).values(new))


def dependents(session: Session, rows: Iterable[Row]) -> list[Row]:
    """Return the rows that refer to one of these, and those that refer to them in turn."""
    found: list[Row] = []
    seen = set(rows)
    waiting = list(seen)
    while waiting:
        table, key = waiting.pop()
        for child, column in _references(table):
            query = select(*child.primary_key).where(column == key[0])
            for child_key in session.connection().execute(query):
                row = (child, tuple(child_key))
                if row not in seen:
                    seen.add(row)
                    found.append(row)
                    waiting.append(row)
    return found


def _references(table: Table) -> list[tuple[Table, Column[Any]]]:
    return [
        (key.parent.table, key.parent)
        for child in Model.metadata.tables.values()
        if not child.info.get("derived")
        for key in child.foreign_keys
        if key.column.table is table
    ]


def _table(mapper: Mapper[Any]) -> Table:
    table = mapper.local_table
    assert isinstance(table, Table)
    return table


def _stored(mapper: Mapper[Any], instance: Model) -> Row:
    return _table(mapper), tuple(inspect(instance).identity or ())


def _is(row: Row) -> ColumnElement[bool]:
    table, key = row
    return and_(*(column == value for column, value in zip(table.primary_key, key, strict=True)))

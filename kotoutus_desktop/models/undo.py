"""Taking back the last changes, as images of the rows before and after.

The images are kept in memory only, while the file is open. A change is taken back only when
every row still is as the change left it; so nobody's later work is ever overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Delete, Table, Update, event, inspect, select, text
from sqlalchemy.orm import Mapper, ORMExecuteState, Session

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.base import Model

Row = tuple[Table, tuple[Any, ...]]  # a table and the primary key in it
Image = dict[str, Any] | None  # values by column name; None: there is no such row

DEPTH = 20  # changes that can be taken back, one after another

_CHANGED_SINCE = N_("This cannot be undone any more: the same information was changed later.")


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
        """Bring the rows from `before` to `after`; raises KotoutusError when they are not there."""
        if any(image_of(session, row) != image for row, image in self.before.items()):
            raise KotoutusError(_CHANGED_SINCE)
        if any(row not in self.before for row in _dependents(session, self._vanishing())):
            raise KotoutusError(_CHANGED_SINCE)
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        order = {table: place for place, table in enumerate(Model.metadata.sorted_tables)}
        for row in sorted(self.before, key=lambda row: order[row[0]]):
            if self.after[row] is not None:
                self._put(session, row)
        for row in sorted(self._vanishing(), key=lambda row: order[row[0]], reverse=True):
            session.execute(row[0].delete().where(_is(row)))

    def _vanishing(self) -> list[Row]:
        return [row for row, image in self.after.items() if image is None and self.before[row]]

    def _put(self, session: Session, row: Row) -> None:
        old, new = self.before[row], self.after[row]
        if old is None:
            session.execute(row[0].insert().values(new))
        elif old != new:
            session.execute(row[0].update().where(_is(row)).values(new))


class Recorder:
    """Notes the image of every row before a session changes it.

    Sees what goes through the session's objects, its UPDATE and DELETE statements, and the
    rows that the database itself deletes or empties with their parent.
    """

    def __init__(self, session: Session, label: str) -> None:
        self._session = session
        self._label = label
        self._before: dict[Row, Image] = {}
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)
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

    def _note(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if row not in self._before:
                self._before[row] = image_of(self._session, row)

    def _note_deleted(self, rows: Iterable[Row]) -> None:
        rows = list(rows)
        self._note(rows)
        self._note(_dependents(self._session, rows))

    def _before_flush(self, session: Session, *_: object) -> None:
        with session.no_autoflush:
            self._note(_identity(instance) for instance in session.dirty)
            self._note_deleted(_identity(instance) for instance in session.deleted)

    def _after_flush(self, session: Session, *_: object) -> None:
        for instance in session.new:
            mapper = inspect(instance).mapper
            key = tuple(mapper.primary_key_from_instance(instance))
            self._before.setdefault((_table(mapper), key), None)

    def _before_statement(self, state: ORMExecuteState) -> None:
        statement = state.statement
        if state.is_insert:
            raise RuntimeError("in a change that can be undone, add rows as objects")
        if not isinstance(statement, Update | Delete):
            return
        table = statement.table
        assert isinstance(table, Table)
        query = select(*table.primary_key)
        if statement.whereclause is not None:
            query = query.where(statement.whereclause)
        self._session.flush()
        keys = self._session.connection().execute(query, state.parameters or {})
        rows = [(table, tuple(key)) for key in keys]
        self._note_deleted(rows) if state.is_delete else self._note(rows)


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
            raise KotoutusError(N_("There is nothing to undo."))
        change = source[-1]
        try:
            yield change
        except KotoutusError as error:
            if error.message == _CHANGED_SINCE:
                source.pop()
            raise
        target.append(source.pop())


def image_of(session: Session, row: Row) -> Image:
    """Return the stored values of a row, None when it is not there."""
    found = session.connection().execute(select(row[0]).where(_is(row))).mappings().first()
    return None if found is None else dict(found)


def _is(row: Row) -> Any:
    table, key = row
    return _all(column == value for column, value in zip(table.primary_key, key, strict=True))

"""Rows that are added and taken away: clarifying measures, participants."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.ui.components.buttons import Button, IconButton
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.fields.field import Field

CHOOSE_OR_REMOVE = N_("Choose from the list, or remove the row.")


class EntryRow(QFrame):
    """One row: fields by name. `record` is the row of the file it shows, None for a new one."""

    removed = Signal(object)

    def __init__(self, remove_name: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.record: UUID | None = None
        self.fields: dict[str, Field] = {}
        self.column = Column(self, (4, 3, 4, 4), 3)
        self.remove = IconButton("trash", remove_name)
        self.remove.clicked.connect(lambda: self.removed.emit(self))

    def show_record(self, record: Any) -> None:
        """Show a row of the file."""
        raise NotImplementedError

    def write_record(self, record: Any) -> None:
        """Put what is entered into a row of the file."""
        raise NotImplementedError

    def is_complete(self) -> bool:
        """Tell whether the row says enough to be kept."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Tell whether nothing has been entered."""
        return all(field.is_empty() for field in self.fields.values())

    def state(self) -> dict[str, Any]:
        """Return the typing of the row."""
        return {"record": str(self.record) if self.record else ""} | {
            name: field.state() for name, field in self.fields.items()
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Show typing again."""
        self.record = UUID(state["record"]) if state.get("record") else None
        for name, field in self.fields.items():
            if name in state:
                field.restore(state[name])

    def first(self, field: Field) -> None:
        """Put a field on the top line, with the button that takes the row away at its end."""
        line = Row(gap=3)
        line.addWidget(field, 1)
        line.addWidget(self.remove)
        self.column.addLayout(line)


class RowsField(Field):
    """Any number of rows of one kind, with a button that adds one."""

    rows_changed = Signal()

    def __init__(self, label: str, make: Callable[[], EntryRow], add: str, empty: str) -> None:
        super().__init__(label)
        self._make = make
        self.rows: list[EntryRow] = []
        self._holder = QWidget()
        self._rows_column = Column(gap=3)
        self._nothing = wrapped(empty, "body", "muted")
        self.add_button = Button(add, "", "plus", bulk="small")
        self.add_button.clicked.connect(self.add_row)
        line = Row(gap=0)
        line.put(self.add_button, None)
        column = Column(self._holder, gap=3)
        column.put(self._nothing, self._rows_column, line)
        self._set_editor(self.add_button, 0, self._holder)
        self.add_button.setAccessibleName(add)

    def value(self) -> list[EntryRow]:
        """Return the rows in which something has been entered; raises InvalidInput for faults."""
        for row in self.rows:
            for field in row.fields.values():
                field.value()
            if not row.is_complete() and not row.is_empty():
                raise InvalidInput("", CHOOSE_OR_REMOVE)
        return self.kept()

    def kept(self) -> list[EntryRow]:
        """Return the rows that say enough to be kept, whatever stands in the others."""
        return [row for row in self.rows if row.is_complete()]

    def set_value(self, value: Sequence[Any]) -> None:
        """Show these rows of the file, and keep those that are shown as they are."""
        shown = [row.record for row in self.rows]
        if shown != [record.id for record in value]:
            self._drop_all()
            for record in value:
                self._append().record = record.id
        for row, record in zip(self.rows, value, strict=True):
            row.show_record(record)
        self._settle()

    def state(self) -> Any:
        """Return the typing of the rows."""
        return [row.state() for row in self.rows]

    def restore(self, state: Any) -> None:
        """Show rows again."""
        self._drop_all()
        for entry in state:
            self._append().restore(entry)
        self._settle()

    def add_row(self) -> EntryRow:
        """Add an empty row and put the keyboard into it."""
        row = self._append()
        self._settle()
        next(iter(row.fields.values())).take_focus()
        self._on_changed()
        return row

    def is_empty(self) -> bool:
        """Tell whether there is no row with anything in it."""
        return all(row.is_empty() for row in self.rows)

    def show_error(self, text: str) -> None:
        """Say what is wrong at the place in a row, where there is one."""
        place = self._wrong()
        if place is None:
            super().show_error(text)
        else:
            place.show_error(text)

    def has_error(self) -> bool:
        """Tell whether a fault is being shown in a row or under them."""
        shown = any(field.has_error() for row in self.rows for field in row.fields.values())
        return shown or super().has_error()

    def show_fault(self) -> bool:
        """Say in the rows what cannot be kept; tell if there was something."""
        wrong = self._wrong()
        if wrong is not None and not wrong.show_fault():
            wrong.show_error(_(CHOOSE_OR_REMOVE))
        return wrong is not None

    def take_focus(self) -> None:
        """Put the keyboard where something is wrong, else on the button that adds a row."""
        place = self._wrong()
        if place is None:
            self.add_button.setFocus()
        else:
            place.take_focus()

    def _append(self) -> EntryRow:
        row = self._make()
        row.removed.connect(self._remove)
        for field in row.fields.values():
            field.changed.connect(self._on_changed)
            field.left.connect(self.left)
            field.section_clicked.connect(self.section_clicked)
        self.rows.append(row)
        self._rows_column.addWidget(row)
        self.rows_changed.emit()
        return row

    def _remove(self, row: EntryRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        self._rows_column.removeWidget(row)
        row.hide()
        row.deleteLater()
        after = self.rows[place] if place < len(self.rows) else None
        (after.remove if after else self.add_button).setFocus()
        self._settle()
        self._on_changed()
        self.left.emit()

    def _wrong(self) -> Field | None:
        """Return the first place in a row that cannot be kept as it stands."""
        for row in self.rows:
            for field in row.fields.values():
                if field.fault():
                    return field
            if not row.is_complete() and not row.is_empty():
                return next(iter(row.fields.values()))
        return None

    def _drop_all(self) -> None:
        self.rows.clear()
        clear(self._rows_column)

    def _settle(self) -> None:
        self._nothing.setVisible(not self.rows)

    def _on_left(self) -> None:
        self.left.emit()


def store_rows(kept: Sequence[Any], rows: Sequence[EntryRow], new: Callable[[], Any]) -> list[Any]:
    """Return the records of rows in their order: those that are kept, and new ones."""
    by_id = {record.id: record for record in kept}
    records = []
    for row in rows:
        record = by_id.get(row.record) or new()
        row.record = record.id
        row.write_record(record)
        records.append(record)
    return records

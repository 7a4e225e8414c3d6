"""Short lists in a form: periods, contacts, guardians, all by keyboard."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.clients.field_grid import FieldGrid
from kotoutus_desktop.ui.components.buttons import Button, IconButton
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.tab_order import insert_before, stops_in
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.field import Field

Cells = dict[str, Field]
MakeCells = Callable[[], Cells]
Kept = TypeVar("Kept")


class FormRow(QFrame):
    """The cells of one row beside each other, and a cross that takes the row away."""

    removed = Signal()

    def __init__(
        self, row_id: str, cells: Cells, remove_text: str, wide: Collection[str] = ()
    ) -> None:
        super().__init__()
        self.setProperty("kind", "sunken")
        self.row_id, self.cells = row_id, cells
        self.cross = IconButton("x", remove_text)
        self.cross.clicked.connect(self.removed)
        grid = FieldGrid(3, 170)
        for name, cell in cells.items():
            grid.put(cell, wide=name in wide)
        layout = Row(self, (3, 2, 2, 3), 2)
        layout.addWidget(grid, 1)
        layout.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)

    def is_empty(self) -> bool:
        """Tell whether nothing was entered; a box ticked from the start says nothing."""
        cells = (cell for cell in self.cells.values() if not isinstance(cell, CheckField))
        return all(cell.is_empty() for cell in cells)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, cell by cell, the cross last."""
        return [*(stop for cell in self.cells.values() for stop in stops_in(cell)), self.cross]

    def name_cells(self, number: int) -> None:
        """Tell a screen reader in which row a cell stands."""
        for cell in self.cells.values():
            cell.editor().setAccessibleName(f"{cell.label.text()} {number}")


class RowsField(Field):
    """Rows of cells, kept as a list; an empty row is none.

    `needed` says for a cell that a row cannot do without what to write there. Cells that are
    `wide` have a line of their own: long choices are read whole.
    """

    wide: Collection[str] = ()

    def __init__(
        self,
        label: str,
        add_text: str,
        make_cells: MakeCells,
        *,
        needed: Mapping[str, str],
        hint: str = "",
        section: Section | None = None,
    ) -> None:
        super().__init__(label, hint=hint, section=section)
        self._make_cells, self._needed = make_cells, needed
        self.rows: list[FormRow] = []
        self.add_button = Button(add_text, "link", "plus", bulk="small")
        self.add_button.clicked.connect(self.add_row)
        holder = QFrame()
        holder.setProperty("kind", "plain")
        self._list = Column(gap=2)
        column = Column(holder, gap=1)
        column.put(self._list, self.add_button)
        self._set_editor(self.add_button, 0, holder)
        self.add_button.setAccessibleName(add_text)

    def value(self) -> list[dict[str, Any]]:
        """Return what stands in the rows, each with its "id"; raises InvalidInput."""
        return [self._value(row) for row in self.rows if not row.is_empty()]

    def set_value(self, value: Iterable[Mapping[str, Any]]) -> None:
        """Show these rows; each has an "id" and a value for every cell."""
        self._clear()
        for kept in value:
            row = self._append(str(kept["id"]))
            for name, cell in row.cells.items():
                cell.set_value(kept[name])

    def state(self) -> Any:
        """Return the typing of every row."""
        return [
            {"id": row.row_id} | {name: cell.state() for name, cell in row.cells.items()}
            for row in self.rows
            if not row.is_empty()
        ]

    def restore(self, state: Any) -> None:
        """Show the typing again."""
        self._clear()
        for kept in state:
            row = self._append(str(kept["id"]))
            for name, cell in row.cells.items():
                if name in kept:
                    cell.restore(kept[name])

    def add_row(self) -> FormRow:
        """Begin another row and put the keyboard into it."""
        row = self._append(str(uuid7()))
        self._renumber()
        next(iter(row.cells.values())).take_focus()
        return row

    def take_focus(self) -> None:
        """Put the keyboard into the first row, or on the button that begins one."""
        if self.rows:
            next(iter(self.rows[0].cells.values())).take_focus()
        else:
            super().take_focus()

    def _append(self, row_id: str) -> FormRow:
        number = len(self.rows) + 1
        remove = _("Remove row {number}").format(number=number)
        row = FormRow(row_id, self._make_cells(), remove, self.wide)
        row.removed.connect(partial(self._remove, row))
        for cell in row.cells.values():
            cell.changed.connect(self._on_changed)
            cell.left.connect(self.left)
            cell.section_clicked.connect(self.section_clicked)
        self.rows.append(row)
        self._list.addWidget(row)
        insert_before(self.add_button, row.stops())
        row.name_cells(number)
        return row

    def _remove(self, row: FormRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        row.hide()
        self._list.removeWidget(row)
        row.deleteLater()
        self._renumber()
        after = self.rows[min(place, len(self.rows) - 1)].cross if self.rows else self.add_button
        after.setFocus()
        announce(self, _("The row was removed."))
        self._on_changed()

    def _clear(self) -> None:
        for row in self.rows:
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = []

    def _renumber(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.name_cells(number)
            name = _("Remove row {number}").format(number=number)
            row.cross.setAccessibleName(name)
            row.cross.setToolTip(name)

    def _value(self, row: FormRow) -> dict[str, Any]:
        for name, message in self._needed.items():
            if row.cells[name].is_empty():
                raise InvalidInput("", message)
        return {"id": UUID(row.row_id)} | {name: cell.value() for name, cell in row.cells.items()}


def store_rows(
    rows: Iterable[Mapping[str, Any]], kept: Iterable[Any], make: Callable[..., Kept]
) -> list[Kept]:
    """Return the records of the rows: those that were kept are changed, others made.

    `make` gets the "id" and the values of a row by name.
    """
    known = {record.id: record for record in kept}
    records = []
    for row in rows:
        record = known.get(row["id"])
        if record is None:
            record = make(**row)
        for name, value in row.items():
            if getattr(record, name) != value:
                setattr(record, name, value)
        records.append(record)
    return records

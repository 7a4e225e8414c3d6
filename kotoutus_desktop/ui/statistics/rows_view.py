"""The rows behind a number of the statistics."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.statistics.rows import Cell as Number
from kotoutus_desktop.casework.statistics.rows import CountedRow, CountedRows
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.rules.statistics import GUIDANCE, Topic
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_face import (
    SIGN_COLUMN,
    Cell,
    CellKind,
    ListColumn,
    RowFace,
)
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.statistics.table_view import cell_text
from kotoutus_desktop.ui.statistics.words import line_text
from kotoutus_desktop.ui.words import initials

COLUMNS = (
    SIGN_COLUMN,
    ListColumn(share=3),
    ListColumn(share=3, folds=True),
    ListColumn(width=150),
)


class RowsView(QFrame):
    """The list with its heading and the way back to the numbers."""

    back = Signal()
    opened = Signal(object)  # CountedRow of a client

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.topic = Topic.GROUP
        self.hide_names = False
        self.back_button = Button(_("Back to the numbers"), "back", "chevron-left", bulk="small")
        self.back_button.setToolTip("Esc")
        self.back_button.clicked.connect(self.back)
        self.heading = wrapped("", "heading")
        self.count = Label("", "small", "muted")
        self.left_out = wrapped("", "small", "muted")
        self.list = RowList(self._face, COLUMNS, name=_("What the number counts"))
        self.list.opened.connect(self._open)
        head = Row(gap=2)
        head.put((self.heading, 1), self.count)
        self.card = Card(margins=(0, 0, 0, 0), gap=0)
        self.card.put(self.list)
        Column(self, gap=2).put(self.back_button, head, self.left_out, (self.card, 1))

    def show_rows(self, number: Number, found: CountedRows, *, hide_names: bool) -> None:
        """Show what a number counts."""
        self.topic, self.hide_names = number.topic, hide_names
        self.heading.setText(cell_text(number.topic, number.line, number.part))
        count = len(found.rows)
        self.count.setText(ngettext("{n} row", "{n} rows", count).format(n=count))
        self.left_out.setText(left_out_text(found.left_out))
        self.left_out.setVisible(bool(found.left_out))
        self.list.set_items(found.rows)
        if found.rows:
            self.list.setCurrentIndex(self.list.model().index(0, 0))

    def take_focus(self) -> None:
        """Put the keyboard on the rows, or where there are none on the way back."""
        (self.list if self.list.model().rowCount() else self.back_button).setFocus()

    def _open(self, row: CountedRow) -> None:
        if row.whose is not None:
            self.opened.emit(row)

    def _face(self, row: CountedRow) -> RowFace:
        name, line = self._name(row), line_text(self.topic, row.line)
        day = date_text(row.day) if row.day else ""
        icon = "user" if row.whose else "users"
        if row.whose is not None and row.whose.hides_place:
            icon = "lock"
        months = ngettext("{n} month", "{n} months", row.months).format(n=row.months)
        said = months if row.months else ""
        return RowFace(
            (
                Cell(icon=icon, tone="muted", kind=CellKind.SIGN),
                Cell(name, strong=row.whose is not None, tone="" if row.whose else "muted"),
                Cell(line, note=said, small_note=True),
                Cell(day),
            ),
            ", ".join(part for part in (name, line, said, day) if part),
        )

    def _name(self, row: CountedRow) -> str:
        if row.whose is None:
            guidance = self.topic in GUIDANCE
            return _("no client of the office") if guidance else _("guest of a course")
        hidden = self.hide_names and not row.whose.restricted
        return initials(row.whose.name) if hidden else row.whose.name


def left_out_text(count: int) -> str:
    """Return how many restricted cases are counted and not listed."""
    return ngettext(
        "{n} more is of a restricted case: only those who may open it see it here.",
        "{n} more are of restricted cases: only those who may open them see them here.",
        count,
    ).format(n=count)

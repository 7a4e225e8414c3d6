"""A table of numbers, each of which opens what it counts. The first column names the lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kotoutus_desktop.ui.style import draw_focus_ring
from kotoutus_desktop.ui.theme import theme

NUMBER_WIDTH, ROW_HEIGHT, STRONG_HEIGHT, HEAD_HEIGHT = 112, 34, 52, 52
SPARE = 2  # pixels, so that a table that fits has no scroll bar
Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Heading:
    """A column: what it is called, and what its tool tip says of it."""

    text: str
    tip: str = ""


@dataclass(frozen=True)
class NumberLine:
    """A line as it is drawn and read out.

    `note` stands under the name of a `strong` line, the others are set in (`inset`). `said` is
    the line in the sentence that is read out; `tones` are roles of colour by column, "" usual.
    """

    name: str
    counts: tuple[int, ...]
    said: str = ""
    note: str = ""
    tip: str = ""
    strong: bool = False
    inset: bool = False
    tones: tuple[str, ...] = ()


class NumberModel(QAbstractTableModel):
    """Lines under headings."""

    def __init__(self) -> None:
        super().__init__()
        self.faces: Sequence[NumberLine] = ()
        self.headings: Sequence[Heading] = ()

    def show_lines(self, headings: Sequence[Heading], faces: Sequence[NumberLine]) -> None:
        """Show other lines; the first heading is that of the names."""
        self.beginResetModel()
        self.headings, self.faces = headings, faces
        self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many lines there are."""
        return len(self.faces)

    def columnCount(self, _parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the names and the numbers."""
        return len(self.headings)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column, with its definition as tool tip."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section].text
        if role == Qt.ItemDataRole.TextAlignmentRole and not section:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and section:
            return self.headings[section].tip or None
        return None

    def count(self, index: Index) -> int:
        """Return the number of a cell; that of the first column is the first number."""
        return self.faces[index.row()].counts[max(index.column() - 1, 0)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the number, or the whole sentence for readers and tool tips."""
        face = self.faces[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.count(index)) if index.column() else face.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.sentence(index) if index.column() else face.tip or None
        return None

    def sentence(self, index: Index) -> str:
        """Return line, heading and number in one sentence."""
        face = self.faces[index.row()]
        heading = self.headings[max(index.column(), 1)].text
        return f"{face.said or face.name}, {heading}: {self.count(index)}"


class NumberTable(QTableView):
    """The table. Arrows move, Enter or a click opens a number; one that is 0 opens nothing."""

    number_opened = Signal(int, int)  # line, number of the line

    def __init__(self, model: NumberModel, name: str) -> None:
        super().__init__()
        self.numbers = model
        self.setModel(model)
        self.setItemDelegate(NumberDelegate(self))
        self.setProperty("kind", "numbers")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        self.clicked.connect(self._open)
        theme().changed.connect(self.fit)
        self.fit()

    def show_numbers(self, headings: Sequence[Heading], faces: Sequence[NumberLine]) -> None:
        """Show other lines; the cell that was chosen stays chosen by its place."""
        row, column = max(self.currentIndex().row(), 0), max(self.currentIndex().column(), 1)
        self.numbers.show_lines(headings, faces)
        self.fit()
        if faces:
            place = min(row, len(faces) - 1), min(column, len(headings) - 1)
            self.setCurrentIndex(self.numbers.index(*place))

    def open_current(self) -> None:
        """Open the chosen number."""
        self._open(self.currentIndex())

    def full_height(self) -> int:
        """Return the height in which all lines are seen."""
        lines = sum(self.rowHeight(row) for row in range(self.numbers.rowCount()))
        return self.horizontalHeader().height() + lines + SPARE

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens a number; what is typed with Ctrl is the page's, but for Home and End."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.open_current()
        elif control and event.key() not in (Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the words the room that the numbers leave."""
        super().resizeEvent(event)
        self._share()

    def fit(self) -> None:
        """Give lines and columns their size at the text factor of now."""
        self.horizontalHeader().setFixedHeight(theme().px(HEAD_HEIGHT))
        for row, face in enumerate(self.numbers.faces):
            self.setRowHeight(row, theme().px(STRONG_HEIGHT if face.note else ROW_HEIGHT))
        self._share()

    def _open(self, index: Index) -> None:
        if index.isValid() and self.numbers.count(index):
            self.number_opened.emit(index.row(), max(index.column() - 1, 0))

    def _share(self) -> None:
        columns = self.numbers.columnCount() - 1
        if columns < 1:
            return
        room = self.viewport().width()
        number = min(theme().px(NUMBER_WIDTH), room * 2 // (3 * columns))
        for column in range(1, 1 + columns):
            self.setColumnWidth(column, number)
        self.setColumnWidth(0, room - number * columns)


class NumberDelegate(QStyledItemDelegate):
    """Draws names at the left and numbers at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, words or number, the rule under the line and the focus ring."""
        rect, state = option.rect, option.state
        model = index.model()
        assert isinstance(model, NumberModel)
        face = model.faces[index.row()]
        painter.save()
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        if face.strong:
            painter.fillRect(rect, theme().color("sunken"))
        if has_focus or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("selected" if has_focus else "hover"))
        rule = rect.adjusted(0, rect.height() - theme().line(), 0, 0)
        painter.fillRect(rule, theme().color("line"))
        inner = rect.adjusted(theme().space(4), 0, -theme().space(2), 0)
        if index.column():
            _draw_number(painter, inner, face, index.column() - 1)
        else:
            _draw_name(painter, inner, face)
        if has_focus:
            draw_focus_ring(painter, QRectF(rect).adjusted(1, 1, -1, -2))
        painter.restore()


def _draw_number(painter: QPainter, rect: QRect, face: NumberLine, place: int) -> None:
    count = face.counts[place]
    tone = face.tones[place] if face.tones and count else ""
    painter.setFont(theme().font("strong" if face.strong or tone else "body"))
    painter.setPen(theme().color(tone or ("text" if count else "text_muted")))
    painter.drawText(rect, _RIGHT, str(count))


def _draw_name(painter: QPainter, rect: QRect, face: NumberLine) -> None:
    painter.setFont(theme().font("strong" if face.strong else "body"))
    painter.setPen(theme().color("text"))
    rect = rect.adjusted(theme().space(4) if face.inset else 0, 0, 0, 0)
    if not face.note:
        painter.drawText(rect, _LEFT, _elided(painter, face.name, rect.width()))
        return
    half = rect.height() // 2
    above = rect.adjusted(0, theme().space(1), 0, -half)
    painter.drawText(above, _LEFT, _elided(painter, face.name, rect.width()))
    painter.setFont(theme().font("small"))
    painter.setPen(theme().color("text_muted"))
    below = rect.adjusted(0, half, 0, -theme().space(1))
    painter.drawText(below, _LEFT, _elided(painter, face.note, rect.width()))


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)

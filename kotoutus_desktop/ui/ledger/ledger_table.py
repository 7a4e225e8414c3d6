"""The numbers of the ledger: a line for each rule and month, each number opens its rows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
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

from kotoutus_desktop.casework.ledger_counts import Column, Line
from kotoutus_desktop.documents.ledger_words import (
    COLUMN_DEFINITIONS,
    DEFINITIONS,
    HEADINGS,
    month_text,
    rule_text,
)
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.obligations import OWN_TARGETS, SECTIONS
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.style import draw_focus_ring
from kotoutus_desktop.ui.theme import theme

NUMBER_WIDTH, ROW_HEIGHT, RULE_HEIGHT, HEAD_HEIGHT = 112, 34, 52, 52
COLUMNS = tuple(Column)
Index = QModelIndex | QPersistentModelIndex


class LedgerModel(QAbstractTableModel):
    """Lines of the ledger; the first column says what a line counts."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()
        self._counts: list[tuple[int, ...]] = []

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self._counts = [line.counts() for line in lines]
        self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many lines there are."""
        return len(self.lines)

    def columnCount(self, _parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the name and the five numbers."""
        return 1 + len(COLUMNS)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column, with its definition as tool tip."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[section - 1]) if section else _("What and when")
        if role == Qt.ItemDataRole.TextAlignmentRole and not section:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and section:
            return _(COLUMN_DEFINITIONS[section - 1])
        return None

    def count(self, index: Index) -> int:
        """Return the number of a cell; that of the first column is what fell due."""
        return self._counts[index.row()][max(index.column() - 1, 0)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the number, or the whole sentence for readers and tool tips."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.count(index)) if index.column() else _name(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.sentence(index) if index.column() else _(DEFINITIONS[line.rule])
        return None

    def sentence(self, index: Index) -> str:
        """Return rule, month, heading and number in one sentence."""
        line = self.lines[index.row()]
        heading = _(HEADINGS[max(index.column() - 1, 0)])
        return f"{rule_text(line.rule)}, {month_text(line.month)}, {heading}: {self.count(index)}"


class LedgerTable(QTableView):
    """The table. Arrows move, Enter or a click opens the rows of a number."""

    opened = Signal(object, object)  # Line, Column

    def __init__(self) -> None:
        super().__init__()
        self.numbers = LedgerModel()
        self.setModel(self.numbers)
        self.setItemDelegate(LedgerDelegate(self))
        self.setProperty("kind", "numbers")
        self.setAccessibleName(_("Time limits by rule and month"))
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
        theme().changed.connect(self._size)
        self._size()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the cell that was chosen stays chosen by its place."""
        row, column = max(self.currentIndex().row(), 0), max(self.currentIndex().column(), 1)
        self.numbers.set_lines(lines)
        self._size()
        if lines:
            self.setCurrentIndex(self.numbers.index(min(row, len(lines) - 1), column))

    def open_current(self) -> None:
        """Open the rows of the chosen number."""
        self._open(self.currentIndex())

    def current_line(self) -> Line | None:
        """Return the line of the chosen number, None for none."""
        index = self.currentIndex()
        return self.numbers.lines[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens the rows; what is typed with Ctrl is the page's, but for Home and End."""
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

    def _open(self, index: Index) -> None:
        if index.isValid() and self.numbers.count(index):
            column = COLUMNS[max(index.column() - 1, 0)]
            self.opened.emit(self.numbers.lines[index.row()], column)

    def _size(self) -> None:
        self.horizontalHeader().setFixedHeight(theme().px(HEAD_HEIGHT))
        for row, line in enumerate(self.numbers.lines):
            height = RULE_HEIGHT if line.month is None else ROW_HEIGHT
            self.setRowHeight(row, theme().px(height))
        self._share()

    def _share(self) -> None:
        number = min(theme().px(NUMBER_WIDTH), self.viewport().width() * 2 // 15)
        for column in range(1, 1 + len(COLUMNS)):
            self.setColumnWidth(column, number)
        self.setColumnWidth(0, self.viewport().width() - number * len(COLUMNS))


class LedgerDelegate(QStyledItemDelegate):
    """Draws names at the left, numbers at the right, what is late without reason in red."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, words or number, the rule under the line and the focus ring."""
        rect, state = option.rect, option.state
        model = index.model()
        assert isinstance(model, LedgerModel)
        line = model.lines[index.row()]
        painter.save()
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        if line.month is None:
            painter.fillRect(rect, theme().color("sunken"))
        if has_focus or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("selected" if has_focus else "hover"))
        rule = rect.adjusted(0, rect.height() - theme().line(), 0, 0)
        painter.fillRect(rule, theme().color("line"))
        inner = rect.adjusted(theme().space(4), 0, -theme().space(2), 0)
        if index.column():
            _draw_number(painter, inner, model.count(index), index.column(), line)
        else:
            _draw_name(painter, inner, line)
        if has_focus:
            draw_focus_ring(painter, QRectF(rect).adjusted(1, 1, -1, -2))
        painter.restore()


def _name(line: Line) -> str:
    return rule_text(line.rule) if line.month is None else month_text(line.month)


def note_of(line: Line) -> str:
    """Return the section of a rule, and that the day is the office's own where it is."""
    section = section_text(SECTIONS[line.rule])
    return f"{section} · {_('own target')}" if line.rule in OWN_TARGETS else section


def _draw_number(painter: QPainter, rect: Any, count: int, column: int, line: Line) -> None:
    late = COLUMNS[column - 1] is Column.LATE_WITHOUT_REASON and count
    tone = "warning" if line.rule in OWN_TARGETS else "danger"
    role = tone if late else "text" if count else "text_muted"
    painter.setFont(theme().font("strong" if line.month is None or late else "body"))
    painter.setPen(theme().color(role))
    painter.drawText(
        rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(count)
    )


def _draw_name(painter: QPainter, rect: Any, line: Line) -> None:
    left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    strong = line.month is None
    painter.setFont(theme().font("strong" if strong else "body"))
    painter.setPen(theme().color("text"))
    if not strong:
        painter.drawText(rect.adjusted(theme().space(4), 0, 0, 0), left, _name(line))
        return
    half = rect.height() // 2
    above = rect.adjusted(0, theme().space(1), 0, -half)
    painter.drawText(above, left, _elided(painter, _name(line), rect.width()))
    painter.setFont(theme().font("small"))
    painter.setPen(theme().color("text_muted"))
    below = rect.adjusted(0, half, 0, -theme().space(1))
    painter.drawText(below, left, _elided(painter, note_of(line), rect.width()))


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)

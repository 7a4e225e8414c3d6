"""A list of rows, quick with ten thousand: one model, one delegate, no widgets.

Enter opens the row (or does its act), Shift+F10 or Menu opens its menu; what is painted in a
row is never reached by the mouse alone.
"""

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_model import FACE_ROLE, ITEM_ROLE, Index, RowModel
from kotoutus_desktop.ui.components.row_paint import button_rect, draw_cell
from kotoutus_desktop.ui.style import draw_focus_ring
from kotoutus_desktop.ui.theme import theme

FOLDS_BELOW, WRAPS_BELOW = 820, 680  # text units of the list's width


class RowDelegate(QStyledItemDelegate):
    """Draws the cells of a row under the columns of its list."""

    def __init__(self, columns: Sequence[ListColumn], row_size: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.marked = QStyle.StateFlag.State_Selected
        self._row_size = row_size

    def folds(self, width: int) -> bool:
        """Tell whether a list of this width leaves out the columns that fold."""
        return theme().text_units(width) < FOLDS_BELOW and any(c.folds for c in self.columns)

    def cell_rects(self, rect: QRect) -> list[QRect]:
        """Return the place of each cell; empty for one that is folded away."""
        folded = self.folds(rect.width())
        shown = [not (folded and column.folds) for column in self.columns]
        edge, gap = theme().space(4), theme().space(3)
        fixed = sum(theme().px(c.width) for c, on in zip(self.columns, shown, strict=True) if on)
        room = rect.width() - 2 * edge - fixed - gap * (sum(shown) - 1)
        shares = sum(c.share for c, on in zip(self.columns, shown, strict=True) if on) or 1
        rects, left = [], rect.x() + edge
        for column, on in zip(self.columns, shown, strict=True):
            if not on:
                rects.append(QRect())
                continue
            width = theme().px(column.width) + (room * column.share // shares)
            rects.append(QRect(left, rect.y(), max(width, 0), rect.height()))
            left += width + gap
        return rects

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Return the height that all rows have."""
        width = cast(QListView, self.parent()).viewport().width()
        return QSize(width, self.row_height(width))

    def row_height(self, width: int) -> int:
        """Return how high a row is in a list of this width."""
        extra = theme().px(18) if self.folds(width) else 0
        if theme().text_units(width) < WRAPS_BELOW:
            extra += theme().px(18)  # what is due breaks into two lines and never ends in dots
        return theme().size(self._row_size) + extra

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, cells, the rule under the row and the focus ring."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        face: RowFace = index.data(FACE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = state & self.marked == self.marked
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("selected" if chosen else "hover"))
        if index.row() < index.model().rowCount() - 1:
            rule = QRect(rect.x(), rect.bottom(), rect.width(), theme().line())
            painter.fillRect(rule, theme().color("line"))
        self._draw_cells(painter, rect, face)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, QRectF(rect).adjusted(1, 1, -1, -2))
        painter.restore()

    def hit(self, rect: QRect, face: RowFace, point: QPoint) -> Cell | None:
        """Return the cell with an act of its own under a point, None for the row itself."""
        for place, cell in zip(self.cell_rects(rect), face.cells, strict=False):
            target = button_rect(place, cell) if cell.kind is CellKind.BUTTON else place
            acts = cell.kind in (CellKind.BUTTON, CellKind.SECTION, CellKind.MENU)
            if acts and place.isValid() and target.contains(point):
                return cell
        return None

    def _draw_cells(self, painter: QPainter, rect: QRect, face: RowFace) -> None:
        rects = self.cell_rects(rect)
        places = list(zip(rects, self.columns, face.cells, strict=False))
        hidden = [cell.text for place, column, cell in places if column.folds and place.isNull()]
        folded = " · ".join(text for text in hidden if text)
        for place, _column, cell in places:
            if place.isNull():
                continue
            draw_cell(painter, place, cell, folded if cell.kind is CellKind.TEXT else "")
            if cell.kind is CellKind.TEXT:
                folded = ""


class RowList(QListView):
    """The list. `fits`: as high as its rows, in a page that scrolls as a whole.

    `enter_acts`: Enter does what the button of the row does, where that is what the page is
    for (Today); otherwise it opens the row.
    """

    opened = Signal(object)
    acted = Signal(object)
    section_clicked = Signal(object)
    menu_asked = Signal(object, QPoint)  # item, place on the screen
    chosen = Signal(object)

    def __init__(
        self,
        face: Callable[[Any], RowFace],
        columns: Sequence[ListColumn],
        *,
        name: str,
        row_size: str = "row",
        fits: bool = False,
        enter_acts: bool = False,
    ) -> None:
        super().__init__()
        self._rows = RowModel(face)
        self._row_height = 0  # not known before the first resize
        self._fits, self._enter_acts = fits, enter_acts
        self.delegate = RowDelegate(columns, row_size, self)
        self.setProperty("kind", "rows")
        self.setAccessibleName(name)
        self.setModel(self._rows)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        if fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._relayout)

    def mark_with_keyboard(self) -> None:
        """Mark the chosen row only while the keyboard is here: this is one list of several."""
        self.delegate.marked |= QStyle.StateFlag.State_HasFocus

    def set_items(self, items: Sequence[Any]) -> None:
        """Show these; the row that was chosen stays chosen by its place."""
        row = self.currentIndex().row()
        self._rows.set_items(items)
        if 0 <= row < len(items):
            self.setCurrentIndex(self._rows.index(row))
        self.updateGeometry()

    def current_item(self) -> Any:
        """Return the chosen item, None for none."""
        return self.currentIndex().data(ITEM_ROLE)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of all rows where the page scrolls as a whole."""
        hint = super().sizeHint()
        if not self._fits:
            return hint
        row = self.delegate.sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        return QSize(hint.width(), row * self._rows.rowCount())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for all rows, or for a few."""
        height = self.sizeHint().height() if self._fits else theme().px(120)
        return QSize(theme().px(200), height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make rows higher or lower when columns fold away or come back."""
        super().resizeEvent(event)
        height = self.delegate.sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        if height != self._row_height:
            self._row_height = height
            self._relayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens or acts; Menu and Shift+F10 ask for the menu of the row."""
        item = self.current_item()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
                return
            (self.acted if self._enter_acts else self.opened).emit(item)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of the row, by key or by the right button."""
        by_key = event.reason() == event.Reason.Keyboard
        index = QModelIndex() if by_key else self.indexAt(event.pos())
        index = index if index.isValid() else self.currentIndex()
        if index.isValid():
            place = self.visualRect(index).center()
            self.menu_asked.emit(index.data(ITEM_ROLE), self.viewport().mapToGlobal(place))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell which row was chosen."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.data(ITEM_ROLE))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the row, or do what was clicked in it."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        item = index.data(ITEM_ROLE)
        cell = self.delegate.hit(self.visualRect(index), index.data(FACE_ROLE), point)
        if cell is None:
            self.opened.emit(item)
        elif cell.kind is CellKind.BUTTON:
            self.acted.emit(item)
        elif cell.kind is CellKind.SECTION:
            self.section_clicked.emit(item)
        else:
            self.menu_asked.emit(item, self.viewport().mapToGlobal(point))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show the whole sentence as tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            text = index.data(FACE_ROLE).sentence if index.isValid() else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def _relayout(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

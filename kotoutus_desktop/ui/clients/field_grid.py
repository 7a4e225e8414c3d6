"""Fields beside each other where there is room, under each other where there is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QSizePolicy, QWidget

from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.theme import theme

HEAD = 24  # height of a label with the link to its section beside it


class FieldGrid(QFrame):
    """Cells of equal width, as many in a line as have `narrowest` pixels at 100 % text.

    Tab order is the order in which the cells were made: the same as reading order.
    """

    def __init__(self, most: int = 2, narrowest: float = 250) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._most, self._narrowest = most, narrowest
        self._cells: list[tuple[QWidget, bool]] = []
        self._columns = most
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        theme().changed.connect(self.arrange)

    def put(self, *widgets: QWidget, wide: bool = False) -> None:
        """Add cells; a `wide` one has a line of its own."""
        for widget in widgets:
            self._cells.append((widget, wide))
            _make_even(widget, wide=wide)
            widget.installEventFilter(self)
        self.arrange()

    def arrange(self) -> None:
        """Place the cells that are shown."""
        self._columns = self._fitting()
        self._grid.setHorizontalSpacing(theme().space(4))
        self._grid.setVerticalSpacing(theme().space(3))
        for number in range(self._most):
            self._grid.setColumnStretch(number, int(number < self._columns))
        row = column = 0
        for widget, wide in self._cells:
            if wide and column:
                row, column = row + 1, 0
            span = self._columns if wide else 1
            self._place(widget, (row, column, 1, span))
            if not widget.isHidden() or not self._placed(widget):
                column += span
            if column >= self._columns:
                row, column = row + 1, 0
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with the widest cell alone: the others then go under it."""
        widths = [w.minimumSizeHint().width() for w, _wide in self._cells if not w.isHidden()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold when it becomes narrow."""
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self.arrange()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Close the gap of a cell that was hidden, make room for one that came back."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.arrange()
        return False

    def _place(self, widget: QWidget, place: tuple[int, int, int, int]) -> None:
        """Put a cell where it belongs, unless it is there: arranging is asked for often."""
        at = self._grid.indexOf(widget)
        if at >= 0 and self._grid.getItemPosition(at) == place:
            return
        self._grid.removeWidget(widget)
        self._grid.addWidget(widget, *place, Qt.AlignmentFlag.AlignTop)

    def _fitting(self) -> int:
        room = theme().text_units(self.width())
        return max(1, min(self._most, int((room + 16) // (self._narrowest + 16))))

    def _placed(self, widget: QWidget) -> bool:
        """Tell whether a widget was hidden on purpose, not only because it is new."""
        return widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _make_even(widget: QWidget, *, wide: bool) -> None:
    """Let a cell grow with its text, and begin its editor where its neighbours begin theirs.

    A wide cell does not push the columns that it spans apart: they stay equal.
    """
    across = QSizePolicy.Policy.Ignored if wide else QSizePolicy.Policy.Preferred
    widget.setSizePolicy(across, QSizePolicy.Policy.Minimum)
    if wide or not isinstance(widget, Field):
        return
    for head in widget.findChildren(QBoxLayout):
        if head.indexOf(widget.label) >= 0:
            head.addStrut(theme().px(HEAD))

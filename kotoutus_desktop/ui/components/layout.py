"""Columns and rows whose distances are steps of the theme and grow with the text.

Steps 1 to 7 are 4, 8, 12, 16, 24, 32 and 48 pixels at 100 % text; 0 is none.
"""

from collections.abc import Sequence
from functools import cache
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from kotoutus_desktop.ui.theme import theme

Margins = tuple[int, int, int, int]
Item = QWidget | QLayout | tuple[QWidget, int] | int | None

NO_MARGINS: Margins = (0, 0, 0, 0)


class Column(QVBoxLayout):
    """Things under each other."""

    def __init__(
        self, parent: QWidget | None = None, margins: Margins = NO_MARGINS, gap: int = 2
    ) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        follow_theme(self, margins, gap)

    def put(self, *items: Item) -> None:
        """Add widgets, layouts, (widget, stretch), a step of room, or None to stretch."""
        put(self, items)


class Row(QHBoxLayout):
    """Things beside each other."""

    def __init__(
        self, parent: QWidget | None = None, margins: Margins = NO_MARGINS, gap: int = 2
    ) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        follow_theme(self, margins, gap)

    def put(self, *items: Item) -> None:
        """Add widgets, layouts, (widget, stretch), a step of room, or None to stretch."""
        put(self, items)


def follow_theme(layout: QBoxLayout, margins: Margins, gap: int) -> None:
    """Give a layout its distances now and whenever the text factor changes.

    A layout has no slot of its own: it may outlive its Python half, and Qt would call into
    nothing.
    """
    _steps()[layout] = (margins, gap)
    scale(layout, margins, gap)


@cache
def _steps() -> WeakKeyDictionary[QBoxLayout, tuple[Margins, int]]:
    theme().changed.connect(_scale_all)
    return WeakKeyDictionary()


def _scale_all() -> None:
    for layout, steps in list(_steps().items()):
        if isValid(layout):
            scale(layout, *steps)


def scale(layout: QBoxLayout, margins: Margins, gap: int) -> None:
    """Give a layout its distances at the text factor of now."""
    layout.setContentsMargins(*(theme().space(step) for step in margins))
    layout.setSpacing(theme().space(gap))


def put(layout: QBoxLayout, items: Sequence[Item]) -> None:
    """Fill a box layout."""
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(theme().space(item))
        elif isinstance(item, tuple):
            layout.addWidget(item[0], item[1])
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


def column(
    *items: Item, margins: Margins = NO_MARGINS, gap: int = 2, kind: str = "plain"
) -> QFrame:
    """Return a frame with things under each other; `kind` is a ground of the style sheet."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    Column(frame, margins, gap).put(*items)
    return frame


def row(*items: Item, margins: Margins = NO_MARGINS, gap: int = 2, kind: str = "plain") -> QFrame:
    """Return a frame with things beside each other; `kind` is a ground of the style sheet."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    Row(frame, margins, gap).put(*items)
    return frame


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and destroy it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


class ScrollColumn(QScrollArea):
    """A column on the canvas that scrolls up and down, never sideways.

    The focused widget is scrolled into view with room around it (WCAG 2.2, 2.4.11).
    """

    def __init__(self, margins: Margins = (5, 5, 5, 5), gap: int = 3, kind: str = "canvas") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", kind)
        ground = QWidget()
        ground.setProperty("kind", kind)
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = Column(ground, margins, gap)
        self.setWidget(ground)

    def put(self, *items: Item) -> None:
        """Add to the column."""
        self.column.put(*items)

    def reveal(self, widget: QWidget | None) -> None:
        """Scroll until a widget of this column is seen, with room for the bars above."""
        ground = self.widget()
        if widget is not None and ground is not None and ground.isAncestorOf(widget):
            self.ensureWidgetVisible(widget, theme().space(4), theme().space(7))

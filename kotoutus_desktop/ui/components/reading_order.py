"""Tab goes in the order in which a page is read, also when its parts came later.

Qt's order is that of creation: a row that is added in the middle would come last.
"""

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLayout, QScrollArea, QWidget


def in_reading_order(root: QWidget) -> list[QWidget]:
    """Return what Tab stops at inside a widget, in the order of its layouts."""
    return list(_stops(root))


def set_reading_order(root: QWidget) -> None:
    """Let Tab go through a widget in the order of its layouts."""
    stops = in_reading_order(root)
    for before, after in itertools.pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QComboBox):
        return
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    layout = widget.layout()
    if inside is not None:
        yield from _stops(inside)
    elif layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)

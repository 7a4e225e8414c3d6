"""Where Tab stops, for what is made after the page: rows, chips, links that come and go."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab stops at a widget itself."""
    stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(stops) and widget.focusProxy() is None


def stops_in(widget: QWidget) -> list[QWidget]:
    """Return where Tab stops inside a widget, in the order in which they were made."""
    window = widget.window()
    inside = (w for w in widget.findChildren(QWidget) if takes_tab(w))
    return [stop for stop in inside if stop.window() is window]  # lists that open are windows


def insert_before(widget: QWidget, stops: Iterable[QWidget]) -> None:
    """Make Tab go through `stops` before it comes to `widget`; all in one window."""
    moved = list(stops)
    before = widget.previousInFocusChain()
    while before is not None and before is not widget:
        if takes_tab(before) and before not in moved and before.window() is widget.window():
            break
        before = before.previousInFocusChain()
    chain = [*([] if before is None or before is widget else [before]), *moved, widget]
    for first, second in pairwise(chain):
        QWidget.setTabOrder(first, second)

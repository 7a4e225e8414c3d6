"""What a keyboard and a screen reader meet in a window: used by the tests of every page."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kotoutus_desktop.ui.components.labels import ElidedLabel

_STOPS = Qt.FocusPolicy.TabFocus


def focusable(window: QWidget) -> list[QWidget]:
    """Return what Tab may stop at, in no order."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusPolicy() & _STOPS
        and widget.focusProxy() is None
    ]


def nameless(window: QWidget) -> list[str]:
    """Return the focusable widgets that say nothing to a screen reader."""
    found = []
    for widget in focusable(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface else ""
        if not (name or widget.accessibleName()):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def tab_chain(window: QWidget, limit: int = 400) -> list[QWidget]:
    """Press Tab until the first widget comes again; fails at a keyboard trap."""
    window.activateWindow()
    window.setFocus()
    chain: list[QWidget] = []
    for _step in range(limit):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None, "Tab led out of the window"
        if chain and now is chain[-1]:
            raise AssertionError(f"keyboard trap: {type(now).__name__} {now.accessibleName()!r}")
        if now in chain:
            return chain
        chain.append(now)
    raise AssertionError("Tab never came back to where it began")


def out_of_order(window: QWidget, slack: int = 12) -> list[str]:
    """Return the places where Tab goes up the page: reading order is top down, left to right.

    Columns beside each other are read one after the other, so that going up to the right of
    what came before is in order.
    """
    faults = []
    chain = [widget for widget in tab_chain(window) if widget.isVisible()]
    for before, now in pairwise(chain):
        here, there = _place(window, before), _place(window, now)
        goes_up = there.y() + slack < here.y()
        if goes_up and there.x() <= here.x() + slack:
            faults.append(f"{before.accessibleName()!r} -> {now.accessibleName()!r}")
    return faults


def never_reached(window: QWidget) -> list[str]:
    """Return the focusable widgets that Tab does not come to."""
    chain = set(tab_chain(window))
    return [
        f"{type(widget).__name__} {widget.accessibleName()!r}"
        for widget in focusable(window)
        if widget not in chain and not _is_inside(widget, chain) and not _is_unchecked(widget)
    ]


def clipped(window: QWidget) -> list[str]:
    """Return the labels whose text does not fit into them."""
    return [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible() and not isinstance(label, ElidedLabel) and _is_clipped(label)
    ]


def _is_clipped(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    hint = label.minimumSizeHint()
    return hint.width() > label.width() + 1 or hint.height() > label.height() + 1


def _place(window: QWidget, widget: QWidget) -> QPoint:
    return widget.mapTo(window, QPoint(0, 0))


def _is_inside(widget: QWidget, chain: set[QWidget]) -> bool:
    return any(parent.isAncestorOf(widget) or widget.isAncestorOf(parent) for parent in chain)


def _is_unchecked(widget: QWidget) -> bool:
    """Of buttons that exclude each other Tab stops at the chosen one; arrows reach the rest."""
    group = getattr(widget, "group", lambda: None)()
    return group is not None and group.exclusive()

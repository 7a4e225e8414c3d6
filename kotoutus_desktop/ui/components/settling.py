"""A widget that grew gets its place at once, through all the layouts around it.

Left to itself Qt settles one level with each round of events: a form with rows in cards would
be seen to jump, and what is to be scrolled to is not yet where it will be.
"""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def settle(widget: QWidget) -> QScrollArea | None:
    """Lay out what is around a widget, from the inside to the page that scrolls; return that."""
    around: QWidget | None = widget
    while around is not None and not isinstance(around, QScrollArea):
        layout = around.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        around.updateGeometry()
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        QApplication.sendEvent(around, QEvent(QEvent.Type.LayoutRequest))
        return around
    return None


def settle_and_reveal(widget: QWidget) -> None:
    """Lay out what is around a widget and scroll until it is seen."""
    page = settle(widget)
    if page is not None:
        page.ensureWidgetVisible(widget)

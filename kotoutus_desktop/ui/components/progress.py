"""How far a form is, as segments: which head is open matters, not only how many."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.theme import theme


class Step(StrEnum):
    """How a head of a form stands."""

    DONE = "done"
    NOW = "now"
    OPEN = "open"


class Progress(QFrame):
    """A title, "5 / 9" in words, and a segment for each head."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._title = title
        self._words = Label("", "smallstrong", "accent")
        self._segments = SegmentBar()
        head = Row(gap=2)
        head.put(Label(title, "smallstrong", "muted"), None, self._words)
        Column(self, gap=1).put(head, self._segments)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show how each head stands."""
        done = sum(step is Step.DONE for step in steps)
        self._words.setText(f"{done} / {len(steps)}")
        self.setAccessibleName(f"{self._title}: {done} / {len(steps)}")
        self._segments.set_steps(steps)


class SegmentBar(QWidget):
    """The painted segments; the words beside them say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show how each head stands."""
        self._steps = tuple(steps)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a thin line."""
        return QSize(theme().px(120), theme().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the segments."""
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, count = theme().px(3), len(self._steps)
        width = (self.width() - gap * (count - 1)) / count
        for number, step in enumerate(self._steps):
            rect = QRectF(number * (width + gap), 0, width, self.height())
            self._draw(painter, rect, step)
        painter.end()

    def _draw(self, painter: QPainter, rect: QRectF, step: Step) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if step is Step.NOW:
            painter.setPen(QPen(theme().color("accent"), theme().px(1)))
            painter.setBrush(theme().color("accent_soft"))
            rect = rect.adjusted(0.6, 0.6, -0.6, -0.6)
        else:
            painter.setBrush(theme().color("accent" if step is Step.DONE else "line"))
        painter.drawRoundedRect(rect, theme().px(3), theme().px(3))

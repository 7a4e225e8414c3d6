"""Fields beside each other while there is room, under each other when there is not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy

from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.theme import theme

NEEDED = 148
"""Width that a field needs beside others, at 100 % text."""


class SideBySide(QFrame):
    """Fields of one line, of equal width."""

    def __init__(self, *fields: Field) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._fields = fields
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for field in fields:
            self._box.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        theme().changed.connect(self._arrange)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the direction for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fits = self.width() >= theme().px(NEEDED) * len(self._fields)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across if fits else down)
        self._box.setSpacing(theme().space(4 if fits else 3))


def side_by_side(*fields: Field) -> SideBySide:
    """Return a frame with fields beside each other."""
    return SideBySide(*fields)

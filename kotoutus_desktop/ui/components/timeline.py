"""Residence, plan and limits of a person on one line; the same as a list where it is narrow."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, clear
from kotoutus_desktop.ui.components.timeline_data import TimelineData
from kotoutus_desktop.ui.components.timeline_paint import TimelinePainter
from kotoutus_desktop.ui.theme import theme

LIST_BELOW = 560  # text units: the picture gives way to words


class Timeline(QFrame):
    """The picture, or the list of the same sentences when there is no room for it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.picture = TimelinePicture(name)
        self.words = QFrame()
        self.words.setProperty("kind", "plain")
        self._lines = Column(self.words, gap=1)
        Column(self, gap=0).put(self.picture, self.words)
        self.words.hide()

    def set_data(self, data: TimelineData) -> None:
        """Show this."""
        self.picture.set_data(data)
        clear(self._lines)
        for sentence in data.sentences():
            self._lines.addWidget(wrapped(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose between picture and words."""
        super().resizeEvent(event)
        narrow = theme().text_units(self.width()) < LIST_BELOW
        self.picture.setVisible(not narrow)
        self.words.setVisible(narrow)


class TimelinePicture(QWidget):
    """The painted line. Its accessible description says all of it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        today = date.min
        self._data = TimelineData(today, (), (), "")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.updateGeometry)

    def set_data(self, data: TimelineData) -> None:
        """Show this."""
        self._data = data
        self.setAccessibleDescription(". ".join(data.sentences()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size for a wide page."""
        width = theme().px(900)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least that shows anything."""
        return QSize(theme().px(200), theme().px(120))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Labels that step down need height."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the labels need at a width."""
        return TimelinePainter(self._data, width).height()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line."""
        painter = QPainter(self)
        TimelinePainter(self._data, self.width()).paint(painter)
        painter.end()

"""Residence, plans and limits of a person on one line; the same as a list where it is narrow."""

from datetime import date
from functools import partial

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, clear
from kotoutus_desktop.ui.components.timeline_bar import TimelineBar
from kotoutus_desktop.ui.components.timeline_data import TimelineData
from kotoutus_desktop.ui.components.timeline_geometry import Box, Direction, step_to
from kotoutus_desktop.ui.components.timeline_paint import TimelinePainter
from kotoutus_desktop.ui.components.timeline_words import SentenceButton
from kotoutus_desktop.ui.theme import theme

LIST_BELOW = 560  # text units: the picture gives way to words


class Timeline(QFrame):
    """The picture, or the list of the same sentences when there is no room for it."""

    opened = Signal(str)  # the key of a span

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.picture = TimelinePicture(name)
        self.picture.opened.connect(self.opened)
        self.words = QFrame()
        self.words.setProperty("kind", "plain")
        self._lines = Column(self.words, gap=1)
        Column(self, gap=0).put(self.picture, self.words)
        self.words.hide()

    def set_data(self, data: TimelineData) -> None:
        """Show this."""
        self.picture.set_data(data)
        clear(self._lines)
        for sentence, key in data.keyed_sentences():
            self._lines.addWidget(self._line(sentence, key))

    def _line(self, sentence: str, key: str) -> QWidget:
        if not key:
            return wrapped(sentence)
        button = SentenceButton(sentence)
        button.clicked.connect(partial(self._open, key))
        return button

    def _open(self, key: str, _checked: bool = False) -> None:
        self.opened.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose between picture and words."""
        super().resizeEvent(event)
        narrow = theme().text_units(self.width()) < LIST_BELOW
        self.picture.setVisible(not narrow)
        self.words.setVisible(narrow)


class TimelinePicture(QWidget):
    """The painted line with its bars. Its accessible description says all of it."""

    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._data = TimelineData(date.min, (), (), "")
        self._bars: dict[tuple[int, int], TimelineBar] = {}
        self._stop = (0, 0)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._rescale)

    def bars(self) -> list[TimelineBar]:
        """Return the bars, lane by lane, each lane in the order of its days."""
        return list(self._bars.values())

    def tab_stop(self) -> TimelineBar | None:
        """Return the bar that Tab comes to, None while there is none."""
        return self._bars.get(self._stop)

    def set_data(self, data: TimelineData) -> None:
        """Show this; the keyboard stays where it was."""
        if data != self._data:
            self._data = data
            self._make_bars()
        self.setAccessibleDescription(". ".join(data.sentences()))
        self.updateGeometry()
        self._place()
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

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place the bars anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line; the bars draw themselves."""
        painter = QPainter(self)
        TimelinePainter(self._data, self.width()).paint(painter)
        painter.end()

    def _make_bars(self) -> None:
        had_keyboard = any(bar.hasFocus() for bar in self._bars.values())
        for bar in self._bars.values():
            bar.hide()
            bar.deleteLater()
        self._bars = {}
        for at, lane in enumerate(TimelinePainter(self._data, self.width()).lanes):
            for number, placed in enumerate(lane.spans):
                bar = TimelineBar(self, lane.lane, placed.span)
                bar.moved.connect(partial(self._move, (at, number)))
                bar.taken.connect(partial(self._take, (at, number)))
                bar.clicked.connect(partial(self._open, placed.span.key))
                self._bars[at, number] = bar
                bar.show()
        stop = self._stop if self._stop in self._bars else next(iter(self._bars), (0, 0))
        self._take(stop)
        if had_keyboard and self._bars:
            self._bars[stop].setFocus()

    def _place(self) -> None:
        for at, lane in enumerate(TimelinePainter(self._data, self.width()).lanes):
            for number, placed in enumerate(lane.spans):
                bar = self._bars[at, number]
                bar.words_inside = placed.label is None
                bar.setGeometry(_rect(placed.bar))
                bar.update()

    def _rescale(self) -> None:
        self.updateGeometry()
        self._place()

    def _move(self, at: tuple[int, int], where: Direction) -> None:
        lanes = TimelinePainter(self._data, self.width()).lanes
        self._bars[step_to(lanes, at, where)].setFocus()

    def _take(self, at: tuple[int, int]) -> None:
        """Let Tab come back to this bar, in the place of the one before."""
        before, now = self._bars.get(self._stop), self._bars.get(at)
        self._stop = at
        if now is None:
            return
        if before is not None and before is not now:
            QWidget.setTabOrder(before, now)
            before.set_stop(False)
        now.set_stop(True)

    def _open(self, key: str, _checked: bool = False) -> None:
        if key:
            self.opened.emit(key)


def _rect(box: Box) -> QRect:
    left, right = round(box.x), round(box.right)
    return QRect(left, round(box.y), max(right - left, 1), round(box.height))

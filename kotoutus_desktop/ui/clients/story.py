"""The story of a case: what happened, the newest first; each event opens its record."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.clients.story_words import Told
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import IconLabel, Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.dates import date_text, short_date_text
from kotoutus_desktop.ui.theme import theme

SHOWN_AT_FIRST = 12
DATE_WIDTH = 66


class StoryRow(Button):
    """One event: day, icon, what happened over its particulars."""

    def __init__(self, told: Told, today: date) -> None:
        super().__init__("", "row")
        said = (date_text(told.on), told.title, told.particulars)
        self.setAccessibleName(", ".join(part for part in said if part))
        self._day = Label(short_date_text(told.on, today), "small", "muted")
        words = Column(gap=0)
        words.addWidget(wrapped(told.title))
        if told.particulars:
            words.addWidget(wrapped(told.particulars, "small", "muted"))
        inside = Row(self, (1, 1, 1, 1), 2)
        inside.addWidget(self._day)
        inside.addWidget(IconLabel(told.icon, "accent_text", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addSpacing(theme().space(1))
        inside.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._day.setMinimumWidth(theme().px(DATE_WIDTH))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Grow with the lines of the text."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the text needs."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else -1


class StoryCard(Card):
    """The latest events, and the rest when asked for."""

    opened = Signal(object)  # the Destination of an event

    def __init__(self) -> None:
        super().__init__(_("Events"))
        self._list = Column(gap=0)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self._all: Sequence[Told] = ()
        self._today = date.min
        self.earlier = False

    def show_events(self, events: Sequence[Told], today: date) -> None:
        """Show what happened."""
        self._all, self._today = events, today
        clear(self._list)
        shown = events if self.earlier else events[:SHOWN_AT_FIRST]
        for told in shown:
            line = StoryRow(told, today)
            line.clicked.connect(partial(self._open, told))
            self._list.addWidget(line)
        if not events:
            self._list.addWidget(wrapped(_("Nothing has happened yet."), "body", "muted"))
        rest = len(events) - len(shown)
        if rest:
            words = ngettext("Show {n} earlier event", "Show {n} earlier events", rest)
            more = Button(words.format(n=rest), "link", "history", bulk="small")
            more.clicked.connect(self._show_all)
            self._list.addWidget(more)

    def _show_all(self) -> None:
        self.earlier = True
        self.show_events(self._all, self._today)

    def _open(self, told: Told, _checked: bool = False) -> None:
        self.opened.emit(told.leads)

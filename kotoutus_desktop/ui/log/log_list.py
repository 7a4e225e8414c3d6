"""Lines of a log under each other, by day; the latest first, the rest when asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from kotoutus_desktop.casework.log.lines import LogLine
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import IconLabel, Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.log.line_words import LineWords
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import weekday_text

SHOWN_AT_ONCE = 100
TIME_WIDTH = 44
ICONS = {
    Act.CHANGE: "pencil",
    Act.VIEW: "user",
    Act.SEARCH: "search",
    Act.PRINT: "printer",
    Act.SAVE: "file-type-pdf",
    Act.EXPORT: "download",
    Act.UNLOCK: "key",
    Act.UNLOCK_FAILED: "alert-triangle",
    Act.LOCK: "lock",
    Act.RESTORE: "history",
    Act.MERGE: "arrows-exchange",
    Act.ERASE: "trash",
    Act.RESTRICTED_OPEN: "lock",
    Act.RESTRICTED_REFUSED: "hand-stop",
    Act.LET_IN: "user-plus",
    Act.SHUT_OUT: "x",
    Act.VERIFY: "shield-check",
    Act.READ_LOG: "list-check",
}


@dataclass(frozen=True)
class Remark:
    """What is said beside a line, and its tone."""

    text: str
    tone: str = "muted"


class LogList(QFrame):
    """Shows lines by day. `remarks` are by the place of a line."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.column = Column(self, gap=2)
        self._lines: Sequence[LogLine] = ()
        self._remarks: Sequence[Remark] = ()
        self._words: LineWords | None = None
        self.shown = 0

    def show_lines(
        self, lines: Sequence[LogLine], words: LineWords, remarks: Sequence[Remark] = ()
    ) -> None:
        """Show the first of them."""
        self._lines, self._words, self._remarks = lines, words, remarks
        clear(self.column)
        self.shown = 0
        self._more()

    def _more(self) -> None:
        first, last = self.shown, min(self.shown + SHOWN_AT_ONCE, len(self._lines))
        day = _day(self._lines[first - 1]) if first else None
        for place in range(first, last):
            if _day(self._lines[place]) != day:
                day = _day(self._lines[place])
                self._put(Label(weekday_text(day), "heading"))
            else:
                self._put(Rule())
            self._put(self._row(place))
        self.shown = last
        rest = len(self._lines) - last
        if rest:
            self._offer(rest)

    def _offer(self, rest: int) -> None:
        count = min(rest, SHOWN_AT_ONCE)
        words = ngettext("Show {n} earlier entry", "Show {n} earlier entries", count)
        more = Button(words.format(n=count), "link", "history", bulk="small")
        more.clicked.connect(partial(self._go_on, more))
        self._put(more)

    def _put(self, widget: QWidget) -> None:
        self.column.put(widget)
        if self.isVisible():
            widget.show()  # Qt would show what is added to a shown list only later

    def _go_on(self, button: Button, _checked: bool = False) -> None:
        button.hide()
        button.deleteLater()
        self._more()

    def _row(self, place: int) -> QFrame:
        line, words = self._lines[place], self._words
        assert words is not None, "lines are shown with their words"
        here = line.at.astimezone()
        remark = self._remarks[place] if place < len(self._remarks) else Remark("")
        who, what, particulars = words.who(line), words.what(line), words.particulars(line)
        frame = QFrame()
        frame.setProperty("kind", "plain")
        time = Label(f"{here.hour}:{here.minute:02}", "small", "muted")
        time.setFixedWidth(theme().px(TIME_WIDTH))
        texts = Column(gap=0)
        texts.put(wrapped(who, "strong"), wrapped(what))
        texts.put(*(wrapped(text, "small", "muted") for text in particulars))
        if remark.text:
            texts.put(wrapped(remark.text, "small", remark.tone))
        row = Row(frame, gap=2)
        for widget in (time, IconLabel(ICONS.get(line.act, "list-check"), "accent_text", 18)):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        said = [f"{here.hour}:{here.minute:02}", who, what, *particulars, remark.text]
        frame.setAccessibleName(", ".join(text for text in said if text))
        return frame


def nothing_text() -> str:
    """Say that no entry is shown."""
    return _("No entry with these choices.")


def _day(line: LogLine) -> date:
    return line.at.astimezone().date()

"""One text to read: its topics at the left, the text beside them, and searching in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.components.contents_list import ContentsList
from kotoutus_desktop.ui.components.layout import Column, row
from kotoutus_desktop.ui.help.books import BookText
from kotoutus_desktop.ui.help.reader import Reader
from kotoutus_desktop.ui.theme import theme


class BookView(QWidget):
    """`counted` tells what a search found in words, and whether there are several."""

    counted = Signal(str, bool)

    def __init__(self, name: str, book: BookText) -> None:
        super().__init__()
        self.anchors = [entry.key for entry in book.entries]
        self._typed = ""
        self._matches: list[QTextCursor] = []
        self._match = -1
        self._jumping = False
        self.contents = ContentsList(_("Topics: {name}").format(name=name), book.entries)
        self.reader = Reader(name)
        self.reader.show_markdown(book.text)
        surface = QWidget()
        surface.setProperty("kind", "surface")
        surface.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        Column(surface, gap=0).addWidget(self.reader)
        Column(self, gap=0).put((row(self.contents, (surface, 1), gap=0), 1))
        self.contents.went.connect(self.show_topic)
        self.reader.linked.connect(self.show_topic)
        self.reader.verticalScrollBar().valueChanged.connect(self._follow)
        theme().changed.connect(self._search_again)

    def show_topic(self, anchor: str) -> None:
        """Scroll to a topic; an anchor that no topic has changes nothing."""
        if anchor not in self.anchors:
            return
        places = self.reader.headings(2)
        self._jump(places[self.anchors.index(anchor)])
        self.contents.set_current(anchor)

    def look_for(self, typed: str) -> None:
        """Mark every place where the words stand, and go to the first one from here on."""
        self._typed = typed.strip()
        self._matches = self._found()
        here = self.reader.top_position()
        later = [n for n, match in enumerate(self._matches) if match.selectionStart() >= here]
        self._match = later[0] if later else 0
        self._show_match()

    def go_on(self, step: int) -> None:
        """Go to the next match, or to the one before; after the last comes the first."""
        if self._matches:
            self._match = (self._match + step) % len(self._matches)
            self._show_match()

    def _found(self) -> list[QTextCursor]:
        found: list[QTextCursor] = []
        cursor = self.reader.document().find(self._typed) if self._typed else QTextCursor()
        while not cursor.isNull():
            found.append(cursor)
            cursor = self.reader.document().find(self._typed, cursor)
        return found

    def _show_match(self) -> None:
        self._mark()
        self.counted.emit(self._count_words(), len(self._matches) > 1)
        if self._matches:
            match = self._matches[self._match]
            self._jump(match.selectionStart(), margin=True)
            self.reader.setTextCursor(match)
            self._choose_topic(match.selectionStart())

    def _count_words(self) -> str:
        number = len(self._matches)
        if not self._typed:
            return ""
        if not number:
            return _("No match. Try a shorter word.")
        if number > 1:
            return f"{self._match + 1} / {number}"
        return ngettext("{n} match", "{n} matches", number).format(n=number)

    def _mark(self) -> None:
        marks = []
        for match in self._matches:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = match
            mark.format.setBackground(theme().color("highlight"))
            mark.format.setForeground(theme().color("highlight_text"))
            marks.append(mark)
        self.reader.setExtraSelections(marks)

    def _jump(self, position: int, *, margin: bool = False) -> None:
        self._jumping = True
        self.reader.go_to(position, theme().px(120) if margin else theme().space(3))
        self._jumping = False

    def _follow(self) -> None:
        """Choose the topic that is being read."""
        if not self._jumping:
            self._choose_topic(self.reader.top_position())

    def _choose_topic(self, position: int) -> None:
        passed = [n for n, place in enumerate(self.reader.headings(2)) if place <= position]
        self.contents.set_current(self.anchors[passed[-1] if passed else 0])

    def _search_again(self) -> None:
        """Find the places again after the text was dressed anew."""
        self._matches = self._found()
        self._mark()

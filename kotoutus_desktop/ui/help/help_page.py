"""The help: short and plain, one topic for each page, to be read without a network."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from kotoutus_desktop.i18n import _, interface_language, ngettext
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.contents_list import ContentsList, Entry
from kotoutus_desktop.ui.components.layout import Column, row
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.help.reader import Reader
from kotoutus_desktop.ui.help.search_row import SearchRow
from kotoutus_desktop.ui.help.topics import ICONS, guidance
from kotoutus_desktop.ui.page import Destination, Page
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Workspace


class HelpPage(Page):
    """`destination.focus` may name the page one comes from: its topic is shown first."""

    def __init__(self, _workspace: Workspace, destination: Destination) -> None:
        super().__init__()
        text, topics = guidance(interface_language())
        self.anchors = [topic.anchor for topic in topics]
        self._matches: list[QTextCursor] = []
        self._match = -1
        self._jumping = False
        self.band = TitleBand(_("Help"), back=_("Back"))
        self.band.back.connect(self.back)
        self.search = SearchRow()
        self.band.put_acts(self.search)
        entries = [Entry(each.anchor, each.title, ICONS[each.anchor]) for each in topics]
        self.contents = ContentsList(_("Topics of the help"), entries)
        self.reader = Reader(_("Help"))
        self.reader.show_markdown(text)
        surface = QWidget()
        surface.setProperty("kind", "surface")
        surface.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        Column(surface, gap=0).addWidget(self.reader)
        Column(self, gap=0).put(self.band, (row(self.contents, (surface, 1), gap=0), 1))
        self._listen()
        self._first = destination.focus if destination.focus in self.anchors else self.anchors[0]

    def arrive(self, destination: Destination) -> None:
        """Show the topic that was asked for, with the keyboard on the topics."""
        focus = destination.focus
        self.show_topic(focus if focus in self.anchors else self._first)
        self.contents.take_focus()

    def show_topic(self, anchor: str) -> None:
        """Scroll to a topic; an anchor that no topic has changes nothing."""
        if anchor not in self.anchors:
            return
        places = self.reader.headings(2)
        self._jump(places[self.anchors.index(anchor)])
        self.contents.set_current(anchor)

    def look_for(self, typed: str) -> None:
        """Mark every place where the words stand, and go to the first one from here on."""
        self._matches = self._found(typed.strip())
        here = self.reader.top_position()
        later = [n for n, match in enumerate(self._matches) if match.selectionStart() >= here]
        self._match = later[0] if later else 0
        self._show_match(typed)

    def go_on(self, step: int) -> None:
        """Go to the next match, or to the one before; after the last comes the first."""
        if self._matches:
            self._match = (self._match + step) % len(self._matches)
            self._show_match(self.search.line.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape empties the search, then goes back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.line.text():
            self.search.line.clear()
            self.contents.take_focus()
        else:
            self.back.emit()

    def _found(self, typed: str) -> list[QTextCursor]:
        found: list[QTextCursor] = []
        cursor = self.reader.document().find(typed) if typed else QTextCursor()
        while not cursor.isNull():
            found.append(cursor)
            cursor = self.reader.document().find(typed, cursor)
        return found

    def _show_match(self, typed: str) -> None:
        self._mark()
        number = len(self._matches)
        words = ngettext("{n} match", "{n} matches", number).format(n=number)
        if number > 1:
            words = f"{self._match + 1} / {number}"
        if not typed.strip():
            words = ""
        elif not number:
            words = _("No match. Try a shorter word.")
        self.search.show_count(words, some=number > 1)
        if words:
            announce(self.search, words)
        if self._matches:
            match = self._matches[self._match]
            self._jump(match.selectionStart(), margin=True)
            self.reader.setTextCursor(match)
            self._choose_topic(match.selectionStart())

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
        self._matches = self._found(self.search.line.text().strip())
        self._mark()

    def _listen(self) -> None:
        self.contents.went.connect(self.show_topic)
        self.reader.linked.connect(self.show_topic)
        self.reader.verticalScrollBar().valueChanged.connect(self._follow)
        self.search.typed.connect(self.look_for)
        self.search.moved.connect(self.go_on)
        theme().changed.connect(self._search_again)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.search.take_focus)

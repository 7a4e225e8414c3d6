"""The help, the administrator's guide and what is new, to be read without a network."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from kotoutus_desktop import __version__
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.buttons import Button, Segments
from kotoutus_desktop.ui.components.contents_list import ContentsList
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.help.book_view import BookView
from kotoutus_desktop.ui.help.books import TITLES, Book, read_book
from kotoutus_desktop.ui.help.reader import Reader
from kotoutus_desktop.ui.help.search_row import SearchRow
from kotoutus_desktop.ui.keeping.saving import PaperSaver
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.page import Destination, Page
from kotoutus_desktop.ui.workspace import Workspace


class HelpPage(Page):
    """`destination.focus` may name the page one comes from: its topic is shown first.

    Or it names a text, and after a colon its topic: "administrator:backups", "new".
    """

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__()
        self._views: dict[Book, BookView] = {}
        self.band = TitleBand(_("Help"), back=_("Back"))
        self.search = SearchRow()
        self.save = Button(_("Save as PDF"), icon="file-type-pdf")
        self.band.put_acts(self.search, self.save)
        self.bars = MessageBars((5, 2, 5, 0))
        self._saver = PaperSaver(self, workspace.preferences, self.bars)
        self.books = Segments(
            [(str(book), _(title)) for book, title in TITLES.items()],
            str(Book.HELP),
            name=_("View"),
            loose=True,
        )
        self._stack = QStackedWidget()
        head = Row(margins=(5, 3, 5, 2))
        head.put(self.books)
        Column(self, gap=0).put(self.band, head, self.bars, (self._stack, 1))
        self._listen()
        book, topic = _place(destination.focus)
        self.show_book(book)
        self._first = topic if topic in self.view.anchors else self.view.anchors[0]

    @property
    def book(self) -> Book:
        """The text that is shown."""
        return Book(self.books.value())

    @property
    def view(self) -> BookView:
        """The text that is shown, with its topics."""
        return self._views[self.book]

    @property
    def contents(self) -> ContentsList:
        """The topics of the text that is shown."""
        return self.view.contents

    @property
    def reader(self) -> Reader:
        """The words of the text that is shown."""
        return self.view.reader

    def arrive(self, destination: Destination) -> None:
        """Show the topic that was asked for, with the keyboard on the topics."""
        book, topic = _place(destination.focus)
        self.show_book(book)
        self.show_topic(topic if topic in self.view.anchors else self._first)
        self.contents.take_focus()

    def show_book(self, book: Book) -> None:
        """Show one of the texts, where it was left."""
        if book not in self._views:
            self._views[book] = self._made(book)
        self.books.set_value(str(book))
        self._stack.setCurrentWidget(self.view)
        if self.search.line.text():
            self.look_for(self.search.line.text())

    def show_topic(self, anchor: str) -> None:
        """Scroll to a topic; an anchor that no topic has changes nothing."""
        self.view.show_topic(anchor)

    def look_for(self, typed: str) -> None:
        """Mark every place where the words stand, and go to the first one from here on."""
        self.view.look_for(typed)

    def step(self, by: int) -> None:
        """Go to the next or the previous text, round and round."""
        books = list(TITLES)
        self.show_book(books[(books.index(self.book) + by) % len(books)])
        self.contents.take_focus()

    def as_pdf(self) -> bytes:
        """Return the text that is shown as a tagged PDF."""
        from kotoutus_desktop.documents.guide_pdf import guide_pdf

        book = read_book(self.book, interface_language())
        version = f"Kotoutus Desktop {__version__}"
        return guide_pdf(book.text, self._title(self.book, book.language), version, book.language)

    def save_pdf(self) -> None:
        """Ask where to, and save the text that is shown."""
        language = read_book(self.book, interface_language()).language
        self._saver.choose_and_save(self.as_pdf(), f"kotoutus-desktop-{self.book}-{language}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape empties the search, then goes back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.line.text():
            self.search.line.clear()
            self.contents.take_focus()
        else:
            self.back.emit()

    def _made(self, book: Book) -> BookView:
        view = BookView(_(TITLES[book]), read_book(book, interface_language()))
        view.counted.connect(self._say_count)
        self._stack.addWidget(view)
        return view

    def _say_count(self, words: str, some: bool) -> None:
        self.search.show_count(words, some=some)
        if words:
            announce(self.search, words)

    def _title(self, book: Book, language: str) -> str:
        """Return the title in the language of the text: what is new is told in English."""
        return _(TITLES[book]) if language == interface_language() else TITLES[book]

    def _listen(self) -> None:
        self.band.back.connect(self.back)
        self.books.chosen.connect(lambda key: self.show_book(Book(key)))
        self.save.clicked.connect(self.save_pdf)
        self.search.typed.connect(self.look_for)
        self.search.moved.connect(lambda step: self.view.go_on(step))
        keys = {
            "Ctrl+F": self.search.take_focus,
            "Ctrl+PgDown": lambda: self.step(1),
            "Ctrl+PgUp": lambda: self.step(-1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)


def _place(focus: str) -> tuple[Book, str]:
    """Return which text and which topic are asked for; the help unless another is named."""
    name, _colon, topic = focus.partition(":")
    if name in (Book.ADMINISTRATOR, Book.NEW):
        return Book(name), topic
    return Book.HELP, focus

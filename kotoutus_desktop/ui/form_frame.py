"""The frame of a form: band, bars, a scrolling column of fields, and its keys."""

from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kotoutus_desktop.rules.reasons import asked
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Item, ScrollColumn
from kotoutus_desktop.ui.components.missing_list import MissingRow
from kotoutus_desktop.ui.components.section_link import section_near
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.page import Page
from kotoutus_desktop.ui.why.why import Why

AnyField = TypeVar("AnyField", bound=Field)


class FormFrame(Page):
    """Fields by name, in reading order. Ctrl+Enter, Ctrl+Page Down, Enter to the next field."""

    section_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._sections: list[QWidget] = []
        self.band = TitleBand()
        self.bars = MessageBars((5, 2, 5, 0))
        self.body = ScrollColumn((5, 4, 5, 5), 4)
        self.middle = Column(gap=0)  # bars over the body; a page may put more beside it
        self.middle.put(self.bars, (self.body, 1))
        layout = Column(self, gap=0)
        layout.addWidget(self.band)
        layout.addLayout(self.middle, 1)
        self._listen()

    def primary(self) -> None:
        """Do what Ctrl+Enter means on this page."""
        raise NotImplementedError

    def set_primary(self, button: Button) -> None:
        """Make a button do what Ctrl+Enter does; it shows the key, the page listens to it."""
        button.show_key("Ctrl+Return")
        button.clicked.connect(self._primary)
        self.band.put_acts(button)

    def put(self, *items: Item) -> None:
        """Add to the column."""
        self.body.put(*items)

    def add(self, name: str, field: AnyField) -> AnyField:
        """Register a field and add it to the column; `name` is what InvalidInput calls it."""
        self.body.column.addWidget(field)
        return self.register(name, field)

    def register(self, name: str, field: AnyField) -> AnyField:
        """Register a field that the page places itself."""
        self.fields[name] = field
        field.section_clicked.connect(self.section_clicked)
        return field

    def add_section(self, title: str) -> Label:
        """Begin a part of the form; Ctrl+Page Down goes to the next one."""
        heading = Label(title, "heading")
        self.body.put(1, heading)
        self._sections.append(heading)
        return heading

    def faults(self) -> int:
        """Return how many fields are waiting to be mended."""
        return sum(field.has_error() for field in self.fields.values())

    def go_to(self, name: str) -> None:
        """Put the keyboard into a field and scroll to it."""
        field = self.fields[name]
        self.body.reveal(field)
        field.take_focus()

    def next_section(self) -> None:
        """Go to the first field after the next heading."""
        self._go_to_section(1)

    def previous_section(self) -> None:
        """Go to the first field after the heading before."""
        self._go_to_section(-1)

    def ask_why(self) -> None:
        """Ask why about the field or row that has the keyboard."""
        link = section_near(QApplication.focusWidget())
        if link is not None:
            link.opened.emit(link.section)

    def ask_row(self, row: MissingRow) -> None:
        """Ask why a line of the missing list is there; about a day, with its sum."""
        if row.section is None:
            return
        if row.overdue:
            self.section_clicked.emit(row.section)
        else:
            self.why_asked.emit([Why(row.text, asked(row.section, row.key))])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a one-line field goes to the next one."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(QApplication.focusWidget(), QLineEdit):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _go_to_section(self, step: int) -> None:
        here = self._top(QApplication.focusWidget())
        tops = [self._top(heading) for heading in self._sections]
        ahead = [n for n, top in enumerate(tops) if (top > here if step > 0 else top < here)]
        if not ahead:
            return
        number = ahead[0] if step > 0 else ahead[max(-2, -len(ahead))]
        below = [f for f in self.fields.values() if self._top(f) > tops[number]]
        first = min(below, key=self._top, default=None)
        if first is not None:
            self.body.ensureWidgetVisible(self._sections[number])
            first.take_focus()

    def _top(self, widget: QWidget | None) -> int:
        ground = self.body.widget()
        if widget is None or ground is None or not ground.isAncestorOf(widget):
            return -1
        return widget.mapTo(ground, widget.rect().topLeft()).y()

    def _primary(self) -> None:
        self.primary()

    def _listen(self) -> None:
        for keys, slot in (
            ("Ctrl+Return", self._primary),
            ("Ctrl+Enter", self._primary),
            ("Ctrl+PgDown", self.next_section),
            ("Ctrl+PgUp", self.previous_section),
            ("Ctrl+I", self.ask_why),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.body.reveal(now)

"""A page of tabs: a band, the tabs under it, and the part that is shown."""

from collections.abc import Callable, Sequence
from importlib import import_module
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Segments
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.section_link import section_near
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.page import Destination, Page
from kotoutus_desktop.ui.tab_part import Part, PartPlace
from kotoutus_desktop.ui.workspace import Workspace


class TabbedPage(Page):
    """Ctrl+PgDn and Ctrl+PgUp go through the tabs; a part is made when it is first shown."""

    section_clicked = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        places: Sequence[PartPlace],
        course_id: UUID | None = None,
        *,
        title: str = "",
        back: str = "",
    ) -> None:
        super().__init__()
        self.workspace, self.course_id = workspace, course_id
        self._places = {place.key: place for place in places}
        self.parts: dict[str, Part] = {}
        self.band = TitleBand(title, back=back)
        self.bars = MessageBars((5, 2, 5, 0))
        self.tabs = Segments(
            [(place.key, _(place.label)) for place in places],
            places[0].key,
            name=_("View"),
            loose=True,
        )
        self.acts = Row(gap=2)
        self.stack = QStackedWidget()
        self.band.put_acts(self.acts)
        head = Row(margins=(5, 3, 5, 2))
        head.put(self.tabs)
        Column(self, gap=0).put(self.band, head, self.bars, (self.stack, 1))
        self.tabs.chosen.connect(self._choose)
        self.band.back.connect(self.back)
        self._listen()

    @property
    def part(self) -> Part:
        """The part that is shown; there is one from the first `arrive` on."""
        part = self.stack.currentWidget()
        assert isinstance(part, Part)
        return part

    def arrive(self, destination: Destination) -> None:
        """Show the tab that is asked for, the one that was left, or the first."""
        key, _colon, focus = destination.focus.partition(":")
        self.show_tab(key if key in self._places else self.tabs.value(), focus)

    def show_tab(self, key: str, focus: str = "") -> None:
        """Show a tab and hand it what it is to begin with."""
        before = self.stack.currentWidget()
        part = self.parts.get(key) or self._made(key)
        if isinstance(before, Part) and before is not part:
            before.leave()
        self.tabs.set_value(key)
        self.stack.setCurrentWidget(part)
        self._show_acts(part)
        part.arrive(focus)

    def leave(self) -> None:
        """Keep what is being typed."""
        if isinstance(self.stack.currentWidget(), Part):
            self.part.leave()

    def refresh(self) -> None:
        """Read again what is shown."""
        if isinstance(self.stack.currentWidget(), Part):
            self.part.refresh()

    def primary(self) -> None:
        """Do the next step of the part."""
        self.part.primary()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter does the part's step, Ctrl+I asks why."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.primary()
        elif control and event.key() == Qt.Key.Key_I:
            self._ask_why()
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Go to the next or the previous tab, round and round."""
        keys = list(self._places)
        self.show_tab(keys[(keys.index(self.tabs.value()) + by) % len(keys)])

    def _choose(self, key: str) -> None:
        self.show_tab(key)

    def _made(self, key: str) -> Part:
        place = self._places[key]
        module, name = place.maker.split(":")
        maker: Callable[[Workspace, UUID | None], Part] = getattr(
            import_module(f"kotoutus_desktop.ui.{place.room}.{module}"), name
        )
        part = self.parts[key] = maker(self.workspace, self.course_id)
        part.navigate.connect(self.navigate)
        part.why_asked.connect(self.why_asked)
        part.section_clicked.connect(self.section_clicked)
        part.said.connect(self.bars.show_message)
        self.stack.addWidget(part)
        return part

    def _show_acts(self, part: Part) -> None:
        """Put the buttons of a part in the band; the others wait with their part."""
        while (item := self.acts.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
        for button in part.acts():
            self.acts.addWidget(button)
            button.show()

    def _ask_why(self) -> None:
        near = section_near(QApplication.focusWidget())
        section = self.part.section_here() or (near.section if near else None)
        if section is not None:
            self.section_clicked.emit(section)

    def _listen(self) -> None:
        for key, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=step: self.step(by))

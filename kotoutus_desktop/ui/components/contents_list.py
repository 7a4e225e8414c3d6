"""The parts of a long page, at its left: one click or arrow leads to a part."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame

from kotoutus_desktop.ui.components.layout import Column, ScrollColumn
from kotoutus_desktop.ui.components.sidebar import NavButton
from kotoutus_desktop.ui.theme import theme


@dataclass(frozen=True)
class Entry:
    """A part of the page."""

    key: str
    label: str
    icon: str


class ContentsList(QFrame):
    """As wide as its longest entry. Tab stops once, at the chosen entry; arrows move."""

    went = Signal(str)  # key of the entry

    def __init__(self, name: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.setProperty("kind", "sidebar")
        self.setAccessibleName(name)
        self._area = ScrollColumn((3, 3, 2, 3), 0, kind="sidebar")
        self._group = QButtonGroup(self)
        self._buttons = {entry.key: self._button(entry) for entry in entries}
        self._area.put(*self._buttons.values(), None)
        for ground in (self._area.viewport(), self._area.widget()):
            if ground is not None:
                ground.setAutoFillBackground(False)
        Column(self, gap=0).addWidget(self._area)
        self._buttons[entries[0].key].setChecked(True)
        self._group.idToggled.connect(self._tell)
        theme().changed.connect(self._size)
        self._size()

    def current(self) -> str:
        """Return the key of the chosen entry."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def keys(self) -> list[str]:
        """Return the keys, from the top."""
        return list(self._buttons)

    def set_current(self, key: str) -> None:
        """Choose an entry without telling, and scroll to it."""
        self._group.blockSignals(True)
        self._buttons[key].setChecked(True)
        self._group.blockSignals(False)
        self._area.ensureWidgetVisible(self._buttons[key], 0, 0)

    def take_focus(self) -> None:
        """Put the keyboard on the chosen entry."""
        self._buttons[self.current()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, entry: Entry) -> NavButton:
        button = NavButton(entry.label, entry.icon)
        button.setCheckable(True)
        self._group.addButton(button, len(self._group.buttons()))
        return button

    def _tell(self, number: int, on: bool) -> None:
        """Tell where to: `toggled` comes also when an arrow moves to the next entry."""
        if on:
            self.went.emit(self.keys()[number])

    def _size(self) -> None:
        widest = max(_bold_width(button) for button in self._buttons.values())
        bar = self._area.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(widest + theme().space(3) + theme().space(2) + bar)


def _bold_width(button: NavButton) -> int:
    """Return the width of an entry when it is the chosen one, whose letters are wider."""
    plain = button.fontMetrics().horizontalAdvance(button.text())
    return button.sizeHint().width() + plain // 10

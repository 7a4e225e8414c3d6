"""The pages of the program, wide with words or narrow with icons and tool tips."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.labels import ElidedLabel, Label, Rule
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.keys import key_text
from kotoutus_desktop.ui.theme import theme


@dataclass(frozen=True)
class Place:
    """A page of the sidebar. Keys Ctrl+1 to Ctrl+6 follow the order; the window listens to them."""

    key: str
    label: str
    icon: str


class NavButton(QPushButton):
    """One line of the sidebar: icon, words, a count of what someone must do."""

    def __init__(self, label: str, icon_name: str, shortcut: str = "") -> None:
        super().__init__()
        self._label, self._icon_name, self._shortcut = label, icon_name, shortcut
        self._count, self._narrow = "", False
        self.setProperty("kind", "nav")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._dress)
        theme().changed.connect(self._dress)
        self._dress()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon only, with the words as tool tip."""
        self._narrow = narrow
        self._dress()

    def set_count(self, count: str) -> None:
        """Show how much waits there, or nothing."""
        self._count = count
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the count at the right end."""
        super().paintEvent(event)
        if self._narrow or not self._count:
            return
        painter = QPainter(self)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().color("accent_text" if self.isChecked() else "text_muted"))
        rect = self.rect().adjusted(0, 0, -theme().space(3), 0)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, int(flags), self._count)
        painter.end()

    def _dress(self) -> None:
        role = "accent_text" if self.isChecked() else "text_muted"
        self.setIcon(icon(self._icon_name, role, 20))
        self.setIconSize(QSize(theme().px(20), theme().px(20)))
        self.setText("" if self._narrow else f"  {self._label}")
        count = f", {self._count}" if self._count else ""
        self.setAccessibleName(self._label + count)
        key = f" ({key_text(self._shortcut)})" if self._shortcut else ""
        self.setToolTip(f"{self._label}{key}")


class Sidebar(QFrame):
    """Pages at the top, what is always at hand at the foot."""

    went = Signal(str)  # key of the place

    def __init__(self, name: str, places: list[Place]) -> None:
        super().__init__()
        self.setProperty("kind", "sidebar")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, NavButton] = {}
        self._feet: list[NavButton] = []
        self._narrow = False
        self._name = ElidedLabel(name, "strong")
        self._mark = Label(name[:1], "heading")
        self._mark.setProperty("kind", "mark")
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._person = ElidedLabel("", "small")
        self._person_rule = Rule()
        self._column = Column(self, (2, 4, 2, 3), 0)
        self._foot = Column(gap=0)
        brand = Row(margins=(1, 0, 1, 0), gap=2)
        brand.put(self._mark, (self._name, 1))
        self._column.put(brand, 3)
        for number, place in enumerate(places, 1):
            self._add(place, f"Ctrl+{number}" if number < 10 else "")
        person = Row(margins=(2, 2, 2, 0))
        person.addWidget(self._person)
        self._column.put(None, self._foot, self._person_rule, person)
        self._person_rule.hide()
        theme().changed.connect(self._size)
        self._size()

    def add_foot(self, label: str, icon_name: str, callback: Callable[[], object]) -> NavButton:
        """Add an act at the foot, for example to lock."""
        button = NavButton(label, icon_name)
        button.clicked.connect(lambda: callback())
        self._foot.addWidget(button)
        self._feet.append(button)
        button.set_narrow(self._narrow)
        return button

    def set_person(self, text: str) -> None:
        """Show who works, under a rule."""
        self._person.setText(text)
        self._show_person()

    def set_count(self, key: str, count: int) -> None:
        """Show how much waits on a page, nothing for 0."""
        self._buttons[key].set_count(str(count) if count else "")

    def set_current(self, key: str) -> None:
        """Mark the page that is shown, without telling; an unknown key marks none."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)

    def set_narrow(self, narrow: bool) -> None:
        """Show words, or icons only."""
        self._narrow = narrow
        self._name.setVisible(not narrow)
        for button in (*self._buttons.values(), *self._feet):
            button.set_narrow(narrow)
        self._show_person()
        self._size()

    def _add(self, place: Place, shortcut: str) -> None:
        button = NavButton(place.label, place.icon, shortcut)
        button.setCheckable(True)
        button.clicked.connect(lambda _on=False, key=place.key: self.went.emit(key))
        self._group.addButton(button)
        self._buttons[place.key] = button
        self._column.addWidget(button)

    def _show_person(self) -> None:
        shown = bool(self._person.text()) and not self._narrow
        self._person.setVisible(shown)
        self._person_rule.setVisible(shown)

    def _size(self) -> None:
        self.setFixedWidth(theme().size("sidebar_narrow" if self._narrow else "sidebar"))
        self._mark.setFixedSize(theme().px(28), theme().px(28))
        self.setAccessibleName(_("Pages"))

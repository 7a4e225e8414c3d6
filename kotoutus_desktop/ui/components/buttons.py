"""Buttons: one filled button on a page at most, the rest outlined or plain words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QPushButton, QSizePolicy

from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import restyle
from kotoutus_desktop.ui.components.layout import Row
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.keys import key_text
from kotoutus_desktop.ui.theme import theme

_ICON_ROLES = {
    "primary": "on_accent",
    "on_accent": "accent",
    "link": "accent_text",
    "back": "accent_text",
    "section": "accent_text",
    "section_on_accent": "on_accent",
    "icon": "text_muted",
}


class Button(QPushButton):
    """A button with words. `kind`: "" (outlined), primary, link; `bulk`: "", small, large.

    `key` is a sequence such as "Ctrl+Return": shown on the button in the counsellor's
    language and listened to in the whole window.
    """

    def __init__(
        self, text: str, kind: str = "", icon: str = "", *, key: str = "", bulk: str = ""
    ) -> None:
        super().__init__()
        self._text, self._icon_name, self._key = text, icon, key
        self._listens = bool(key)
        self.setProperty("kind", kind)
        self.setProperty("bulk", bulk)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_label(text)
        if key:
            self.setShortcut(QKeySequence(key))
        theme().changed.connect(self._dress)
        self._dress()

    def set_label(self, text: str) -> None:
        """Show other words."""
        self._text = text
        self.setAccessibleName(text)
        shown = text.replace("&", "&&")
        if self._key:
            shown = f"{shown}   {key_text(self._key)}"
        self.setText(f" {shown}" if self._icon_name and shown else shown)
        if self._listens:  # new words drop the shortcut
            self.setShortcut(QKeySequence(self._key))

    def show_key(self, key: str) -> None:
        """Show a key that something else listens to."""
        self._key, self._listens = key, False
        self.set_label(self._text)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.set_label(self._text)
        self._dress()

    def set_kind(self, kind: str) -> None:
        """Make it the page's filled button, or an ordinary one again."""
        self.setProperty("kind", kind)
        restyle(self)
        self._dress()

    def _dress(self) -> None:
        if not self._icon_name:
            return
        small = str(self.property("kind")).startswith("section") or self.property("bulk") == "small"
        size = 15 if small else 18
        role = _ICON_ROLES.get(str(self.property("kind")), "text")
        self.setIcon(icon(self._icon_name, role, size))
        self.setIconSize(QSize(theme().px(size), theme().px(size)))


class IconButton(Button):
    """An icon alone: its name is for screen readers and, with its key, in the tool tip."""

    def __init__(self, icon: str, name: str, *, key: str = "") -> None:
        super().__init__("", "icon", icon)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key_text(key)})" if key else name)
        if key:
            self.setShortcut(QKeySequence(key))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class MenuButton(IconButton):
    """The three dots: acts that are rarer than the button beside them."""

    def __init__(self, name: str, icon: str = "dots-vertical") -> None:
        super().__init__(icon, name)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._icons: dict[QAction, str] = {}
        theme().changed.connect(self._dress_menu)

    def act(self, text: str, callback: Callable[[], object], icon_name: str = "") -> QAction:
        """Add an act to the menu."""
        action = QAction(text, self)
        if icon_name:
            action.setIcon(icon(icon_name))
            self._icons[action] = icon_name
        action.triggered.connect(partial(_call, callback))
        self._menu.addAction(action)
        return action

    def _dress_menu(self) -> None:
        for action, name in self._icons.items():
            action.setIcon(icon(name))


def _call(callback: Callable[[], object], _checked: bool = False) -> None:
    callback()


class Segments(QFrame):
    """A few choices that can all be seen; arrows move between them.

    Two to four are joined in one line. More are `loose`: each stands alone, and they go on to
    the next line where the room ends.
    """

    chosen = Signal(str)

    def __init__(
        self,
        choices: list[tuple[str, str]],
        value: str = "",
        *,
        name: str = "",
        bulk: str = "",
        loose: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setAccessibleName(name)
        self.setProperty("bulk", bulk)
        self._group = QButtonGroup(self)
        self._values = [value for value, _label in choices]
        layout = Flow(self, gap=1) if loose else Row(self, gap=0)
        for number, (_value, label) in enumerate(choices):
            button = Button(label, "segment", bulk=bulk)
            places = {0: "first", len(choices) - 1: "last"}
            button.setProperty("place", "alone" if loose else places.get(number, "middle"))
            button.setAccessibleName(f"{name}: {label}" if name else label)
            button.setCheckable(True)
            self._group.addButton(button, number)
            layout.addWidget(button)
        if not loose:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_value(value)
        self._group.idClicked.connect(self._tell)
        theme().changed.connect(self._widen)
        self._widen()

    def value(self) -> str:
        """Return the value of the chosen segment, empty for none."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else ""

    def set_value(self, value: str) -> None:
        """Choose a segment without telling; an unknown value chooses none."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._values[self._group.id(button)] == value)
        self._group.setExclusive(True)

    def first_button(self) -> QPushButton:
        """Return where the focus goes."""
        button = self._group.checkedButton() or self._group.button(0)
        assert isinstance(button, QPushButton)
        return button

    def _tell(self, number: int) -> None:
        self.chosen.emit(self._values[number])

    def _widen(self) -> None:
        """Leave room for the letters of the chosen one, which are wider."""
        small = self.property("bulk") == "small"
        letters = QFontMetrics(theme().font("smallstrong" if small else "strong"))
        for button in self._group.buttons():
            button.setMinimumWidth(letters.horizontalAdvance(button.text()) + theme().px(28))

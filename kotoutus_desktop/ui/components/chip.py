"""A short state in words. Never a button: filters are `FilterChip`."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button, IconButton
from kotoutus_desktop.ui.components.labels import IconLabel, Label, restyle
from kotoutus_desktop.ui.components.layout import Row
from kotoutus_desktop.ui.theme import theme

ICON_ROLES = {"": "text_muted", "accent": "accent_text"}


class Chip(QFrame):
    """A word of state or identity. Tones: "", accent, danger, warning, success, info.

    The tone never stands alone: the word or the icon says the same.
    """

    def __init__(self, text: str, tone: str = "", icon: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "chip")
        self._icon = IconLabel(icon, ICON_ROLES.get(tone, tone), 15) if icon else None
        self._label = Label(text, "smallstrong" if tone else "small", tone or "muted")
        self.layout_row = Row(self, (2, 0, 2, 0), 1)
        self.layout_row.put(*((self._icon,) if self._icon else ()), self._label)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._size)
        self._size()

    def text(self) -> str:
        """Return the word."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Show another word."""
        self._label.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        self.setProperty("tone", tone)
        restyle(self)
        self._label.set_tone(tone or "muted")

    def _size(self) -> None:
        self.setMinimumHeight(theme().size("chip"))


class RemovableChip(Chip):
    """A chosen value that can be taken away again."""

    removed = Signal(str)

    def __init__(self, value: str, text: str) -> None:
        super().__init__(text, "accent")
        self._value = value
        button = IconButton("x", _("Remove {name}").format(name=text))
        button.setProperty("bulk", "tiny")
        button.clicked.connect(self._remove)
        self.layout_row.addWidget(button)
        self.button = button

    def _remove(self) -> None:
        self.removed.emit(self._value)


class FilterChip(Button):
    """A filter that is on or off: a tick when on."""

    def __init__(self, text: str, *, on: bool = False) -> None:
        super().__init__(text, "filter", bulk="chip")
        self.setCheckable(True)
        self.toggled.connect(self._show_state)
        self.setChecked(on)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Keep room for the bolder words of a filter that is on."""
        hint = super().sizeHint()
        return QSize(hint.width() + theme().space(2), hint.height())

    def _show_state(self, on: bool) -> None:
        self.set_icon("check" if on else "")
        if not on:
            self.setIcon(type(self.icon())())

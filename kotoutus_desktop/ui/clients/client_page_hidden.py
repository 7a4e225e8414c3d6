"""What a glance at the screen must not tell: shown for twenty seconds when asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear

SHOWN_FOR_MS = 20_000
DOTS = "••••••-••••"

Line = tuple[str, str]  # what it is, and the value


class Hidden(QFrame):
    """Lines behind a button. `instead` stands there while they are hidden."""

    def __init__(self, name: str, instead: str) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._name, self._instead = name, instead
        self._lines: Sequence[Line] = ()
        self._list = Column(gap=1)
        self.button = Button(_("Show"), "link", "eye", bulk="small")
        self.button.clicked.connect(self._turn)
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.setInterval(SHOWN_FOR_MS)
        self._hiding.timeout.connect(self.hide_again)
        whole = Row(self, gap=2)
        whole.addLayout(self._list, 1)
        whole.addWidget(self.button)
        self._draw(shown=False)

    @property
    def is_shown(self) -> bool:
        """Whether the lines can be read now."""
        return self._hiding.isActive()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Keep these behind the button; what is being shown goes on being shown."""
        self._lines = lines
        self._draw(shown=self.is_shown)

    def hide_again(self) -> None:
        """Hide the lines."""
        self._hiding.stop()
        self._draw(shown=False)

    def _turn(self) -> None:
        if self.is_shown:
            self.hide_again()
            return
        self._hiding.start()
        self._draw(shown=True)
        announce(self, ", ".join(f"{what} {value}".strip() for what, value in self._lines))

    def _draw(self, *, shown: bool) -> None:
        clear(self._list)
        if shown:
            for line in self._lines:
                self._list.addWidget(value_line(*line))
        else:
            self._list.addWidget(wrapped(self._instead, "body", "muted"))
        self.button.set_label(_("Hide") if shown else _("Show"))
        self.button.set_icon("eye-off" if shown else "eye")
        self.button.setAccessibleName(f"{self._name}: {self.button.text().strip()}")


def value_line(what: str, value: str) -> QFrame:
    """Return a small muted word over its value."""
    frame = QFrame()
    frame.setProperty("kind", "plain")
    column = Column(frame, gap=0)
    if what:
        column.addWidget(Label(what, "small", "muted"))
    column.addWidget(wrapped(value))
    return frame

"""What the program has to say, under the title band: at most two bars, the graver first."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.buttons import Button, IconButton
from kotoutus_desktop.ui.components.labels import IconLabel, wrapped
from kotoutus_desktop.ui.components.layout import NO_MARGINS, Column, Margins, Row, clear
from kotoutus_desktop.ui.components.turning import Turning
from kotoutus_desktop.ui.theme import tokens

SHOWN_AT_ONCE = 2


class Tone(IntEnum):
    """How grave a message is, the gravest last."""

    SUCCESS = 0
    INFO = 1
    WARNING = 2
    DANGER = 3


_ICONS = {
    Tone.SUCCESS: "circle-check",
    Tone.INFO: "info-circle",
    Tone.WARNING: "alert-triangle",
    Tone.DANGER: "alert-circle",
}


@dataclass(frozen=True)
class Act:
    """Something that a message offers to do."""

    label: str
    callback: Callable[[], object]
    icon: str = ""
    plain: bool = True  # words only; False for an outlined button


@dataclass(frozen=True)
class Message:
    """One or two sentences. A later message with the same key takes the place of the first."""

    text: str
    tone: Tone = Tone.INFO
    acts: tuple[Act, ...] = ()
    key: str = ""


class MessageBar(Turning):
    """One message. Errors have no cross: they go when they are over."""

    def __init__(self, message: Message, close: Callable[[], None]) -> None:
        super().__init__(560, (3, 2, 3, 2), 3)
        tone = message.tone.name.lower()
        self.setProperty("kind", "bar")
        self.setProperty("tone", tone)
        self.setAccessibleName(message.text)
        said, acts = Row(gap=3), Row(gap=3)
        said.put(IconLabel(_ICONS[message.tone], tone, 20), (wrapped(message.text), 1))
        self.row.addLayout(said, 1)
        self.row.addLayout(acts)
        acts.addStretch(0)
        for act in message.acts[:2]:
            button = Button(act.label, "link" if act.plain else "", act.icon, bulk="small")
            button.clicked.connect(partial(self._act, act, close))
            acts.addWidget(button)
        if message.tone is not Tone.DANGER:
            cross = IconButton("x", _("Close the message"))
            cross.clicked.connect(lambda: close())
            acts.addWidget(cross)

    def _act(self, act: Act, close: Callable[[], None], _checked: bool = False) -> None:
        close()
        act.callback()


class MessageBars(QFrame):
    """The messages of a page. Takes no room while there are none, nor do its margins."""

    def __init__(self, margins: Margins = NO_MARGINS) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._messages: list[Message] = []
        self._column = Column(self, margins, gap=2)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(tokens()["motion"]["undo_stays_s"] * 1000)
        self._leaving.timeout.connect(self.withdraw_successes)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message and have it read out."""
        self._messages = [
            m for m in self._messages if m != message and (not message.key or m.key != message.key)
        ]
        if message.tone is Tone.SUCCESS:
            self._messages = [m for m in self._messages if m.tone is not Tone.SUCCESS]
            self._leaving.start()
        self._messages.insert(0, message)
        self._refresh()
        announce(self, message.text, urgent=message.tone is Tone.DANGER)

    def show_success(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say that something was done, and offer to undo it for twelve seconds."""
        acts = (Act(_("Undo"), undo, "arrow-back-up"),) if undo else ()
        self.show_message(Message(text, Tone.SUCCESS, acts))

    def withdraw(self, key: str) -> None:
        """Take away the message with a key, if it is there."""
        self._messages = [m for m in self._messages if m.key != key]
        self._refresh()

    def withdraw_successes(self) -> None:
        """Take away what was said about the last act: a new one begins."""
        self._messages = [m for m in self._messages if m.tone is not Tone.SUCCESS]
        self._refresh()

    def messages(self) -> list[Message]:
        """Return the messages that are shown, the gravest first."""
        return sorted(self._messages, key=lambda m: -m.tone)[:SHOWN_AT_ONCE]

    def _refresh(self) -> None:
        clear(self._column)
        for message in self.messages():
            self._column.addWidget(MessageBar(message, partial(self._close, message)))
        self.setVisible(bool(self._messages))

    def _close(self, message: Message) -> None:
        self._messages = [m for m in self._messages if m is not message]
        self._refresh()

"""The parts of the assessment at the left: which are done, which is open."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy

from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.facts import InterviewHead
from kotoutus_desktop.ui.assessment.places import CLARIFYING, HEADS, INTERVIEW, OUTCOME, PARTS, TOLD
from kotoutus_desktop.ui.components.labels import IconLabel, Label, Rule, restyle, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.components.progress import Progress, Step
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import enum_text

ICONS = {
    TOLD: "info-circle",
    CLARIFYING: "adjustments",
    INTERVIEW: "users-group",
    OUTCOME: "flag",
}


def part_text(key: str) -> str:
    """Return what a part is called, a head with its number."""
    if key in HEADS:
        return f"{HEADS.index(key) + 1}  {enum_text(list(InterviewHead)[HEADS.index(key)])}"
    return {
        TOLD: _("Four things to tell"),
        CLARIFYING: _("Clarifying measures"),
        INTERVIEW: _("Participants and interpreter"),
        OUTCOME: _("Outcome"),
    }[key]


class StepButton(QPushButton):
    """One part: sign, name, and at the right how far it is."""

    moved = Signal(int)

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self._current, self._done, self._count = False, False, ""
        self.setProperty("kind", "nav")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._icon = IconLabel(ICONS.get(key, "circle"), "text_muted", 18)
        self._label = wrapped(part_text(key))
        self._right = Label("", "small", "warning")
        self._tick = IconLabel("circle-check", "success", 16)
        inside = Row(self, (2, 1, 2, 1), 2)
        inside.put(self._icon, (self._label, 1), self._right, self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_state(done=False, count="")

    def show_state(self, *, done: bool, count: str) -> None:
        """Show whether the part is done, or how far it is in words."""
        self._done, self._count = done, count
        self._dress()

    def set_current(self, current: bool) -> None:
        """Mark the part that is open; only it is reached by Tab."""
        self._current = current
        self.setChecked(current)
        focus = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(focus)
        self._dress()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay as it is: which part is open, the page decides."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move along the list; Enter goes into the part."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Grow with the lines of the name."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the name needs."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else -1

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as large as what stands inside."""
        layout = self.layout()
        return layout.totalSizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the height that the width needs, and for no width."""
        return QSize(theme().px(120), self.heightForWidth(self.width()))

    def _dress(self) -> None:
        head = self.key in HEADS
        if head:
            name = "circle-check" if self._done else "circle-dot" if self._current else "circle"
            tone = "success" if self._done else "accent_text" if self._current else "text_muted"
            self._icon.show_icon(name, tone)
        else:
            self._icon.show_icon(ICONS[self.key], "accent_text" if self._current else "text_muted")
        self._label.setProperty("role", "strong" if self._current else "body")
        self._label.set_tone("accent" if self._current else "")
        restyle(self._label)
        self._right.setText(self._count)
        self._right.setVisible(bool(self._count) and not self._done)
        self._tick.setVisible(self._done and not head)
        state = (
            _("answered") if self._done else self._count or (_("not answered yet") if head else "")
        )
        self.setAccessibleName(", ".join(part for part in (part_text(self.key), state) if part))


class StepList(QFrame):
    """Progress over the heads and a button for each part."""

    chosen = Signal(str)  # key of a part: go into it
    looked_at = Signal(str)  # key of a part: show it, the keyboard stays in the list

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setAccessibleName(_("Parts of the assessment"))
        self.progress = Progress(_("Initial interview"))
        self.buttons = {key: StepButton(key) for key in PARTS}
        self._current = PARTS[0]
        scroll = ScrollColumn((3, 4, 3, 3), 0, kind="sidebar")
        for ground in (scroll.viewport(), scroll.widget()):
            if ground is not None:
                ground.setAutoFillBackground(False)
        head = Column(margins=(1, 0, 1, 0))
        head.addWidget(self.progress)
        scroll.put(head, 2)
        for key, button in self.buttons.items():
            if key == TOLD:
                scroll.put(1, Rule(), 1)
            scroll.column.addWidget(button)
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            button.moved.connect(self._move)
        scroll.put(None)
        Column(self, gap=0).put((scroll, 1))
        theme().changed.connect(self._size)
        self._size()
        self.set_current(self._current)

    def set_current(self, key: str) -> None:
        """Mark the part that is open."""
        self._current = key
        for each, button in self.buttons.items():
            button.set_current(each == key)

    def set_states(self, done: Mapping[str, bool], counts: Mapping[str, str]) -> None:
        """Show which parts are done, and how far others are in words."""
        for key, button in self.buttons.items():
            button.show_state(done=done.get(key, False), count=counts.get(key, ""))
        self.progress.set_steps(steps(done, self._current))

    def take_focus(self) -> None:
        """Put the keyboard on the part that is open."""
        self.buttons[self._current].setFocus()

    def _move(self, step: int) -> None:
        place = min(max(PARTS.index(self._current) + step, 0), len(PARTS) - 1)
        self.looked_at.emit(PARTS[place])
        self.take_focus()

    def _size(self) -> None:
        self.setFixedWidth(theme().px(268))


def steps(done: Mapping[str, bool], current: str) -> Sequence[Step]:
    """Return how each of the nine heads stands."""
    return [
        Step.DONE if done.get(key) else Step.NOW if key == current else Step.OPEN for key in HEADS
    ]

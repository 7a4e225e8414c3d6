"""Several facts of a known list, each with a tick; the rest of a long list folds away."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from kotoutus_desktop.i18n import ngettext
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.fields.field import Field


class TickLine(QFrame):
    """A box to tick beside a sentence that may wrap; a click on the words ticks too."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.code = code
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self._number = Label(code, "small", "muted")
        line = Row(self, gap=2)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(wrapped(text), 1)
        line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick by a click on the words."""
        if self.rect().contains(event.position().toPoint()):
            self.box.toggle()
        super().mouseReleaseEvent(event)


class TickField(Field):
    """The codes that are ticked, in the order of the list."""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]],
        *,
        section: Section | None = None,
        fold_after: int = 8,
    ) -> None:
        super().__init__(label, section=section)
        self.lines = [TickLine(code, text) for code, text in choices]
        self._fold_after, self._unknown = fold_after, list[str]()
        self._more = Button("", "link", bulk="small")
        self._more.clicked.connect(self._unfold)
        holder = QWidget()
        Column(holder, gap=1).put(*self.lines, self._more)
        for line in self.lines:
            line.box.toggled.connect(self._on_changed)
        self._set_editor(self.lines[0].box, 0, holder)
        self.lines[0].box.setAccessibleName(choices[0][1])
        self._fold()

    def value(self) -> list[str]:
        """Return the ticked codes; codes that the list does not know come last."""
        return [line.code for line in self.lines if line.box.isChecked()] + self._unknown

    def set_value(self, value: Sequence[str]) -> None:
        """Tick these."""
        known = {line.code for line in self.lines}
        self._unknown = [code for code in value if code not in known]
        for line in self.lines:
            line.box.setChecked(line.code in value)
        self._fold()

    def state(self) -> Any:
        """Return the ticked codes."""
        return self.value()

    def _fold(self) -> None:
        """Hide what is neither ticked nor among the first."""
        hidden = [line for line in self.lines[self._fold_after :] if not line.box.isChecked()]
        for line in self.lines:
            line.setVisible(line not in hidden)
        count = len(hidden)
        self._more.set_label(
            ngettext("Show {count} more", "Show {count} more", count).format(count=count)
        )
        self._more.setVisible(bool(hidden))

    def _unfold(self) -> None:
        hidden = [line for line in self.lines if line.isHidden()]
        for line in self.lines:
            line.show()
        self._more.hide()
        if hidden:
            hidden[0].box.setFocus()

"""The one shape of a field: label, section, hint, editor, live help, and what is wrong."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from shiboken6 import isValid

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.labels import IconLabel, Label, restyle, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.theme import theme


class Field(QFrame):
    """A datum of a form.

    `state` and `restore` are the typing as it stands, for drafts; `value` is what was meant.
    A fault is shown when the field is left with something in it and goes at the first
    keystroke that mends it. An empty field is never a fault.
    """

    changed = Signal()
    left = Signal()
    section_clicked = Signal(object)

    def __init__(self, label: str, *, hint: str = "", section: Section | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._given_error = False
        self._editor: QWidget | None = None
        self.label = wrapped(label, "strong")
        self.hint = wrapped(hint, "small", "muted")
        self.help = wrapped("", "small", "muted")
        self._help_row, self._help_icon = _line(self.help)
        self.error = wrapped("", "small", "danger")
        self._error_row, error_icon = _line(self.error)
        error_icon.show_icon("alert-circle", "danger")
        self._column = Column(self, gap=1)
        self._column.addLayout(self._head(section))
        self._column.put(self.hint, self._help_row, self._error_row)
        self.hint.setVisible(bool(hint))  # only now: a parentless label would be a window
        self._help_row.hide()
        self._error_row.hide()

    def value(self) -> Any:
        """Return what was meant; raises InvalidInput for typing that means nothing."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def state(self) -> Any:
        """Return the typing as it stands: something that JSON can keep."""
        return self.value()

    def restore(self, state: Any) -> None:
        """Show typing again that `state` returned."""
        self.set_value(state)

    def is_empty(self) -> bool:
        """Tell whether nothing has been entered."""
        return self.state() in ("", None, [], False)

    def fault(self) -> str:
        """Return what the field itself finds wrong with the typing, or an empty string."""
        try:
            self.value()
        except InvalidInput as error:
            return explain(error)
        return ""

    def show_error(self, text: str) -> None:
        """Say what is wrong with this field until it is typed in again."""
        self._given_error = True
        self._show_error(text)

    def show_fault(self) -> bool:
        """Say now what the field itself finds wrong with its typing; tell if it did."""
        fault = "" if self.is_empty() else self.fault()
        if fault:
            self._show_error(fault)
        return bool(fault)

    def clear_error(self) -> None:
        """Say that nothing is wrong."""
        self._given_error = False
        self._show_error("")

    def has_error(self) -> bool:
        """Tell whether a fault is being shown."""
        return bool(self.error.text())

    def set_help(self, text: str, tone: str = "muted", icon: str = "") -> None:
        """Say something helpful under the editor while typing: a date read back, a match."""
        self.help.setText(text)
        self.help.set_tone(tone)
        self._help_icon.setVisible(bool(icon))
        if icon:
            self._help_icon.show_icon(icon, "text_muted" if tone == "muted" else tone)
        self._help_row.setVisible(bool(text))
        self._describe()

    def editor(self) -> QWidget:
        """Return the widget that has the keyboard."""
        assert self._editor is not None, "a field sets its editor when it is made"
        return self._editor

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        self.editor().setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice that the editor was left."""
        if is_left(event) and isValid(watched) and isValid(self.editor()):
            self._on_left()
        return False

    def _set_editor(self, editor: QWidget, width: float = 0, shown: QWidget | None = None) -> None:
        """Put the editor under the hint; `width` at 100 % text, 0 for the whole column."""
        self._editor, self._shown, self._width = editor, shown or editor, width
        editor.setAccessibleName(self.label.text())
        editor.installEventFilter(self)
        # no focus proxy: Tab would pass by the link to the section and the chips
        self.label.setBuddy(editor)
        if width:
            holder = Row(gap=0)
            holder.put((self._shown, 1), None)
            holder.setStretch(1, 0)
            self._column.insertLayout(2, holder)
        else:
            self._column.insertWidget(2, self._shown)
        theme().changed.connect(self._size)
        self._size()
        self._describe()

    def _on_changed(self) -> None:
        if self.has_error():
            self._show_error("" if self._given_error else self.fault())
            self._given_error = False
        self.changed.emit()

    def _on_left(self) -> None:
        if not self._given_error and not self.show_fault():
            self._show_error("")
        self.left.emit()

    def _show_error(self, text: str) -> None:
        before = self.error.text()
        self.error.setText(text)
        self._error_row.setVisible(bool(text))
        editor = self.editor()
        editor.setProperty("state", "error" if text else "")
        restyle(editor)
        self._describe()
        if text and text != before:
            announce(editor, text, urgent=True)

    def _describe(self) -> None:
        if self._editor is not None:
            parts = (self.hint.text(), self.help.text(), self.error.text())
            self._editor.setAccessibleDescription(" ".join(part for part in parts if part))

    def _head(self, section: Section | None) -> Row:
        head = Row(gap=2)
        head.addWidget(self.label, 0 if section else 1)
        if section is not None:
            link = SectionLink(section)
            link.opened.connect(self.section_clicked)
            head.put(link, None)
        return head

    def _size(self) -> None:
        if self._width:
            self._shown.setMaximumWidth(theme().px(self._width))


def is_left(event: QEvent) -> bool:
    """Tell whether an event takes the keyboard away; most are told by their class alone."""
    return isinstance(event, QFocusEvent) and event.lostFocus()


def _line(label: Label) -> tuple[QFrame, IconLabel]:
    """Return a line of an icon and small text."""
    frame = QFrame()
    frame.setProperty("kind", "plain")
    icon = IconLabel("info-circle", "text_muted", 16)
    layout = Row(frame, gap=1)
    layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(label, 1)
    return frame, icon

"""A field of the pack: its heading in both languages, its text, a copy button, a tick."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame

from kotoutus_desktop.casework.national.pack import Entered, PackField
from kotoutus_desktop.casework.national.words import HEADINGS, REGISTERS
from kotoutus_desktop.i18n import _, interface_catalog
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.dates import date_text

NOTHING = "–"


def both(text: str, official: str) -> tuple[str, str]:
    """Return a heading in the office's language and in the other of Finnish and Swedish."""
    said = {code: interface_catalog(code).gettext(text) for code in ("fi", "sv")}
    other = "fi" if official == "sv" else "sv"
    return said[official], said[other]


def entered_text(entered: Entered) -> str:
    """Say when a field was entered, where and by whom."""
    return _("Entered in {register} on {date}, {name}").format(
        register=_(REGISTERS[entered.register]),
        date=date_text(entered.on),
        name=entered.by or NOTHING,
    )


class CopyButton(Button):
    """Copies the text of its field; Enter does it too, and the arrows go to the others."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter copies, Up and Down go to the field above and below."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif plain and event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class FieldRow(QFrame):
    """A row of the pack. `copied` when its text lies on the clipboard, `ticked` at once."""

    copied = Signal()
    ticked = Signal(bool)

    def __init__(self, field: PackField, official: str) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.field = field
        heading, other = both(HEADINGS[field.field], official)
        self.copy = CopyButton(_("Copy this"), icon="copy", bulk="small")
        self.copy.setAccessibleName(f"{_('Copy this')}: {heading}")
        if not field.value:
            self.copy.hide()
        self.copy.clicked.connect(self._copy)
        self.box = QCheckBox(_("Entered"))
        self.box.setAccessibleName(f"{_('Entered')}: {heading}")
        self.box.setChecked(field.entered is not None and not field.is_changed)
        if not field.is_open and field.entered is None:
            self.box.hide()
        self.box.toggled.connect(self.ticked)
        said = Column(gap=0)
        said.put(wrapped(heading, "strong"), wrapped(other, "small", "muted"))
        said.put(wrapped(field.value or NOTHING, "body", "" if field.value else "muted"))
        self._say_state(said)
        acts = Column(gap=1)
        acts.put(self.copy, self.box, None)
        row = Row(self, gap=3)
        row.addLayout(said, 1)
        row.addLayout(acts)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.field.value)
        self.copied.emit()

    def _say_state(self, said: Column) -> None:
        entered = self.field.entered
        if entered is None:
            return
        if self.field.is_changed:
            line = Row(gap=2)
            line.put(Chip(_("changed since it was entered"), "warning", "alert-triangle"), None)
            said.addLayout(line)
            then = _("It was entered as: {text}").format(text=entered.value or NOTHING)
            said.put(wrapped(then, "small", "muted"))
        said.put(wrapped(entered_text(entered), "small", "muted"))

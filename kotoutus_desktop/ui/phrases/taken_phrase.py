"""A phrase that was taken: its text, its number, and small editors for its gaps."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from kotoutus_desktop.i18n import _
from kotoutus_desktop.phrases.library import Phrase
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.components.buttons import IconButton
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.components.reading_order import set_reading_order
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.phrases.phrase_edit import asks_for_list
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.phrases.slot_fields import raw_value, set_raw_value, slot_field
from kotoutus_desktop.ui.style import draw_focus_ring


class PhraseText(QFrame):
    """The text of the phrase, a stop for the keyboard: Backspace turns it back to typing."""

    reopened = Signal()
    list_wanted = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.label: Label = wrapped("", "body")
        Row(self, (1, 1, 1, 1), 0).put((self.label, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turn back, open the list, or move on."""
        if asks_for_list(event) or event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_F2):
            self.reopened.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ring while the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            draw_focus_ring(painter, QRectF(self.rect()))
            painter.end()


class TakenPhrase(QFrame):
    """One phrase on sunken ground. Gaps are filled in the order of the sentence."""

    changed = Signal()
    left = Signal()
    removed = Signal()

    def __init__(self, phrasebook: Phrasebook, name: str) -> None:
        super().__init__()
        self._phrasebook, self._name = phrasebook, name
        self._phrase: Phrase | None = None
        self._code = ""
        self.slot_fields: dict[str, Field] = {}
        self.setProperty("kind", "sunken")
        self.text = PhraseText()
        self._number = Chip("", "", "quote")
        self._cross = IconButton("x", _("Remove the phrase"))
        self._cross.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._cross.clicked.connect(self.removed)
        head = Row(gap=1)
        head.addWidget(self.text, 1)
        head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignVCenter)
        self._slots_box = QFrame()
        self._slots_box.setProperty("kind", "plain")
        self._slots_row = Row(self._slots_box, (1, 0, 1, 1), 3)
        Column(self, (2, 1, 1, 1), 1).put(head, self._slots_box)

    def show_phrase(self, code: str, slots: Mapping[str, str]) -> None:
        """Show a phrase with the values of its gaps."""
        self._code, self._phrase = code, self._phrasebook.library.get(code)
        self.slot_fields.clear()
        clear(self._slots_row)
        for slot in self._phrase.slots if self._phrase else ():
            field = slot_field(slot, self._phrasebook.today)
            set_raw_value(field, slots.get(slot.name, ""))
            field.changed.connect(self._on_slot_changed)
            field.left.connect(self.left)
            self.slot_fields[slot.name] = field
            self._slots_row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._slots_box.setVisible(bool(self.slot_fields))
        set_reading_order(self)
        self._number.set_text(code)
        self._write()

    def phrase(self) -> Phrase | None:
        """Return the phrase, None when the library no longer knows its code."""
        return self._phrase

    def wording(self) -> Wording:
        """Return what is said; raises InvalidInput for a gap that holds what it cannot take."""
        values = {name: raw_value(field) for name, field in self.slot_fields.items()}
        return Wording.of(self._code, **{name: value for name, value in values.items() if value})

    def readable(self) -> Wording:
        """Return what is said with only the gaps that can be read."""
        values: dict[str, str] = {}
        for name, field in self.slot_fields.items():
            if not field.fault() and (value := raw_value(field)):
                values[name] = value
        return Wording.of(self._code, **values)

    def empty_slots(self) -> list[Field]:
        """Return the gaps that still wait for a value."""
        return [field for field in self.slot_fields.values() if field.is_empty()]

    def state(self) -> dict[str, Any]:
        """Return the typing, for drafts."""
        slots = {name: field.state() for name, field in self.slot_fields.items()}
        return {"phrase": self._code, "slots": slots}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show the typing again."""
        self.show_phrase(str(state["phrase"]), {})
        for name, typed in state.get("slots", {}).items():
            if name in self.slot_fields:
                self.slot_fields[name].restore(typed)
        self._write()

    def _on_slot_changed(self) -> None:
        self._write()
        self.changed.emit()

    def _write(self) -> None:
        """Write the sentence with what is in its gaps."""
        words = self._phrasebook.text(self.readable())
        self.text.label.setText(words)
        self.text.setAccessibleName(f"{self._name}: {words} ({self._code})")

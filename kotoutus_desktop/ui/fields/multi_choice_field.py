"""Several values of a closed list, each a chip that can be taken away."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.chip import RemovableChip
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.layout import Column, clear
from kotoutus_desktop.ui.components.tab_order import insert_before, stops_in
from kotoutus_desktop.ui.fields.choice_field import VALUE_ROLE, Choice, ChoiceBox
from kotoutus_desktop.ui.fields.field import Field


class MultiChoiceField(Field):
    """Citizenships, languages: typing finds one more, Enter or leaving the box takes it."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        *,
        hint: str = "",
        section: Section | None = None,
        width: float = 0,
        placeholder: str = "",
    ) -> None:
        super().__init__(label, hint=hint, section=section)
        self._labels = {choice.value: choice.label for choice in choices}
        self._values: list[str] = []
        self._took = False
        self.box = ChoiceBox(choices, placeholder)
        self.box.activated.connect(self._take)
        self.box.line.returnPressed.connect(self._take_typed)
        self.box.line.setAccessibleName(label)
        self.box.line.installEventFilter(self)
        self.box.editTextChanged.connect(self._on_changed)
        holder = QWidget()
        self._chips = QWidget()
        self._flow = Flow(self._chips, gap=1)
        self._chips.hide()
        Column(holder, gap=1).put(self._chips, self.box)
        self._set_editor(self.box, width, holder)

    def value(self) -> list[str]:
        """Return the values in the order they were chosen."""
        return list(self._values)

    def set_value(self, value: Iterable[str]) -> None:
        """Show these values."""
        self._values = list(dict.fromkeys(value))
        self._show_chips()

    def state(self) -> Any:
        """Return the values."""
        return self.value()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Stay in the box after Enter has taken a value."""
        if self._took:
            self._took = False
            event.accept()
        else:
            super().keyPressEvent(event)

    def _take_typed(self) -> None:
        self._took = self._take()

    def _take(self, _row: int = -1) -> bool:
        """Add what the box means to the values; tell whether it meant anything."""
        row = self.box.typed_row()
        if row < 0:
            return False
        value = str(self.box.itemData(row, VALUE_ROLE))
        self.box.setCurrentIndex(-1)
        self.box.setEditText("")
        if value not in self._values:
            self._values.append(value)
            self._show_chips()
            self._on_changed()
        return True

    def _on_left(self) -> None:
        self._take()
        super()._on_left()

    def _remove(self, value: str) -> None:
        self._values.remove(value)
        self._show_chips()
        self.take_focus()
        self._on_changed()

    def _show_chips(self) -> None:
        clear(self._flow)
        for value in self._values:
            chip = RemovableChip(value, self._labels.get(value, value))
            chip.removed.connect(self._remove)
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._values))
        insert_before(self.box, stops_in(self._chips))
        self._chips.updateGeometry()

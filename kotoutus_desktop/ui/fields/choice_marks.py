"""Facts that are so or not, and choices that can all be seen."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.buttons import Segments
from kotoutus_desktop.ui.components.layout import Row
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.fields.field import Field


class CheckField(Field):
    """Yes or no, worded as the fact."""

    def __init__(self, fact: str, *, hint: str = "", section: Section | None = None) -> None:
        super().__init__(fact, hint=hint)
        self.label.hide()
        self.box = QCheckBox(fact.replace("&", "&&"))
        self.box.toggled.connect(self._on_changed)
        holder = QWidget()
        line = Row(holder, gap=2)
        line.addWidget(self.box)
        if section is not None:
            link = SectionLink(section)
            link.opened.connect(self.section_clicked)
            line.addWidget(link)
        line.addStretch(1)
        self._set_editor(self.box, 0, holder)

    def value(self) -> bool:
        """Tell whether it is so."""
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        """Show whether it is so."""
        self.box.setChecked(bool(value))


class SegmentField(Field):
    """Two to four choices side by side; empty while none is chosen."""

    def __init__(
        self,
        label: str,
        choices: list[tuple[str, str]],
        *,
        hint: str = "",
        section: Section | None = None,
    ) -> None:
        super().__init__(label, hint=hint, section=section)
        self.segments = Segments(choices, name=label)
        self.segments.chosen.connect(self._on_chosen)
        holder = QWidget()
        Row(holder, gap=0).put(self.segments, None)
        self._set_editor(self.segments, 0, holder)
        self.label.setBuddy(self.segments.first_button())

    def value(self) -> str:
        """Return the chosen value, empty for none."""
        return self.segments.value()

    def set_value(self, value: str) -> None:
        """Choose."""
        self.segments.set_value(value)

    def restore(self, state: Any) -> None:
        """Choose again what was chosen."""
        self.segments.set_value(str(state))

    def take_focus(self) -> None:
        """Put the keyboard on the chosen segment."""
        self.segments.first_button().setFocus()

    def _on_chosen(self, _value: str) -> None:
        self._on_changed()

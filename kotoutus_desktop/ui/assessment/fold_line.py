"""The side columns in one line, where there is no room for them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.assessment.places import HEADS
from kotoutus_desktop.ui.assessment.step_list import part_text
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.progress import SegmentBar, Step


class FoldLine(QFrame):
    """Which head is open of nine, how much is missing, and the segments under both."""

    parts_wanted = Signal()
    missing_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.parts_button = Button("", "", "list-check")
        self.parts_button.clicked.connect(self.parts_wanted)
        self.missing_button = Button("", "", "circle-dashed")
        self.missing_button.clicked.connect(self.missing_wanted)
        self._segments = SegmentBar()
        line = Row(gap=3)
        line.put(self.parts_button, None, self.missing_button)
        Column(self, (5, 3, 5, 0), 2).put(line, self._segments)

    def show_state(self, current: str, steps: list[Step], missing: int) -> None:
        """Show where the page is and how far it is."""
        text = part_text(current)
        if current in HEADS:
            number, _space, name = text.partition("  ")
            text = f"{number} / {len(HEADS)}  {name}"
        self.parts_button.set_label(text)
        done = sum(step is Step.DONE for step in steps)
        self.parts_button.setAccessibleName(
            _("Parts of the assessment: {text}; {done} of {count} heads done").format(
                text=text, done=done, count=len(steps)
            )
        )
        self.missing_button.set_label(
            ngettext("{count} missing", "{count} missing", missing).format(count=missing)
            if missing
            else _("Nothing missing")
        )
        self.missing_button.set_icon("circle-dashed" if missing else "circle-check")
        self._segments.set_steps(steps)

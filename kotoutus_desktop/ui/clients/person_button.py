"""A person as one line that can be clicked: a name over what else is known."""

from PySide6.QtWidgets import QSizePolicy

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import IconLabel, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row


class PersonButton(Button):
    """A name, strong, over a small muted line. `locked`: under a non-disclosure order."""

    def __init__(self, name: str, facts: str, icon: str = "user", *, locked: bool = False) -> None:
        super().__init__("", "row")
        if locked:
            facts = ", ".join(part for part in (_("Non-disclosure"), facts) if part)
        self.setAccessibleName(f"{name}, {facts}" if facts else name)
        words = Column(gap=0)
        words.addWidget(wrapped(name, "strong"))
        if facts:
            words.addWidget(wrapped(facts, "small", "muted"))
        inside = Row(self, (2, 1, 2, 1), 2)
        inside.put(
            IconLabel("lock" if locked else icon, "warning" if locked else "accent_text", 18)
        )
        inside.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Grow with the lines of the text."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the text needs."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else -1

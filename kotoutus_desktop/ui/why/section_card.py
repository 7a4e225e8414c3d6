"""A section beside the page: what it means in our own words, its heading, where the Act is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame

from kotoutus_desktop.casework.statutes import quoted
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.buttons import IconButton
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.why.section_words import section_words
from kotoutus_desktop.ui.why.statute_facts import act_text, address, heading
from kotoutus_desktop.ui.why.statute_view import StatuteView

SAID_FOR_MS = 2500  # how long the button says that it has copied


class SectionCard(QFrame):
    """Number and heading, the rule in plain words, the address to copy, the office's text."""

    def __init__(self, section: Section, files: Sequence[Path] = ()) -> None:
        super().__init__()
        self.setProperty("kind", "sunken")
        self.section = section
        self.column = Column(self, (3, 2, 3, 3), 1)
        head = Column(gap=0)
        head.put(
            Label(section_text(section), "strong", "accent"),
            *([wrapped(heading(section), "smallstrong")] if heading(section) else []),
            wrapped(act_text(section), "small", "muted"),
        )
        words = section_words(section) or _("Nothing has been written about this section yet.")
        self.column.put(head, wrapped(words))
        if address(section):
            self.column.put(AddressLine(address(section)))
        for each in quoted(files, section, interface_language()):
            self.column.put(StatuteView(each, section))
        self.setAccessibleName(f"{section_text(section)} {heading(section)}".strip())


class AddressLine(QFrame):
    """An address that can be marked and copied; it is never opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.text = text
        # a long address breaks only where it may: after a slash
        label = wrapped(text.replace("/", "/\u200b"), "small", "muted")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setAccessibleName(text)
        self.button = IconButton("copy", _("Copy the address"))
        self.button.clicked.connect(self.copy)
        line = Row(self, gap=1)
        line.put((label, 1), self.button)

    def copy(self) -> None:
        """Copy the address, and say so on the button."""
        QApplication.clipboard().setText(self.text)
        self.button.setToolTip(_("Copied"))
        self.button.setAccessibleName(_("Copied"))
        QTimer.singleShot(SAID_FOR_MS, self.button, self._as_before)

    def _as_before(self) -> None:
        self.button.setToolTip(_("Copy the address"))
        self.button.setAccessibleName(_("Copy the address"))

"""What to do now: the only filled card of a page, or a quiet line when nothing is due."""

from PySide6.QtCore import Signal

from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import IconLabel, Label, restyle, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.components.turning import Turning


class NextStep(Turning):
    """The next step of a page, one click or Ctrl+Enter away."""

    acted = Signal()
    section_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__(640, (4, 3, 3, 3), 3)
        self._section: Section | None = None
        self.button: Button | None = None

    def show_step(self, text: str, act: str, section: Section | None = None) -> None:
        """Show what is due, the act as a button, and the section that says so."""
        self._begin("next", section)
        words = Column(gap=0)
        words.put(Label(_("Next step"), "small", "on_accent"), wrapped(text, "strong", "on_accent"))
        said, acts = Row(gap=3), Row(gap=3)
        said.addWidget(IconLabel("arrow-right", "on_accent", 22))
        said.addLayout(words, 1)
        if section is not None:
            acts.addWidget(self._section_button(section))
        self.button = Button(act, "on_accent", "arrow-right", key="Ctrl+Return")
        self.button.clicked.connect(self.acted)
        acts.addWidget(self.button)
        acts.addStretch(0)  # under the text, the acts begin where it begins
        self.row.addLayout(said, 1)
        self.row.addLayout(acts)

    def show_quiet(self, text: str, section: Section | None = None) -> None:
        """Show what comes later, without colour: nothing is due."""
        self._begin("card", section)
        said = Row(gap=3)
        said.put(IconLabel("clock", "text_muted"), (wrapped(text, "body", "muted"), 1))
        self.row.addLayout(said, 1)
        if section is not None:
            self.row.addWidget(self._section_button(section, "section"))

    def _begin(self, kind: str, section: Section | None) -> None:
        clear(self.row)
        self.button = None
        self._section = section
        self.setProperty("kind", kind)
        restyle(self)

    def _section_button(self, section: Section, kind: str = "section_on_accent") -> Button:
        button = Button(section_text(section), kind, "scale")
        button.setAccessibleName(_("Why: {section}").format(section=section_text(section)))
        button.clicked.connect(self._open_section)
        return button

    def _open_section(self) -> None:
        self.section_clicked.emit(self._section)

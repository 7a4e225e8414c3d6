"""The section's own words beside the rule, from a file that the office has pointed at."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.statutes import Quoted, UnusableStatute
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import IconLabel, Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.failures import explain

LANGUAGES = {"fi": N_("in Finnish"), "sv": N_("in Swedish")}


class StatuteView(QFrame):
    """One file's text of a section: the subsection in question, the rest on demand."""

    def __init__(self, quoted: Quoted, section: Section) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._quoted = quoted
        self._asked = section.moment if quoted.counts else None
        self.column = Column(self, gap=1)
        self.column.put(Rule(), wrapped(source_text(quoted), "small", "muted"))
        if quoted.fits is False:
            self.column.put(
                _note(
                    _("The heading in the file is another one: {heading}").format(
                        heading=quoted.text.heading
                    )
                )
            )
            self.column.put(_note(_("The file may hold another edition than the one applied.")))
        self._words = Column(gap=1)
        self.column.addLayout(self._words)
        self.whole = Button(_("The whole section"), "link", bulk="small")
        self.whole.clicked.connect(self.show_whole)
        foot = Row(gap=0)
        foot.put(self.whole, None)
        self.column.addLayout(foot)
        self.whole.setVisible(False)  # only now: a parentless button would be a window
        if self._asked is None:
            self.show_whole()
        else:
            self._show(self._asked, alone=True)
            self.whole.setVisible(len(quoted.text.subsections) > 1)

    def show_whole(self) -> None:
        """Show every subsection, the one in question in bold."""
        self.whole.setVisible(False)
        self._show(self._asked, alone=False)

    def _show(self, asked: int | None, *, alone: bool) -> None:
        clear(self._words)
        for number, paragraphs in enumerate(self._quoted.text.subsections, 1):
            if alone and number != asked:
                continue
            role = "strong" if number == asked and not alone else "body"
            for paragraph in paragraphs:
                label = wrapped(paragraph, role)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._words.addWidget(label)


class FaultyFiles(QFrame):
    """Statute files that cannot be used, with the way to the settings."""

    settings_wanted = Signal()

    def __init__(self, faults: Sequence[tuple[Path, UnusableStatute]]) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        column = Column(self, gap=1)
        for path, error in faults:
            text = _("Statute file {name}: {fault}")
            column.put(_note(text.format(name=path.name, fault=explain(error))))
        button = Button(_("Statute texts in the settings"), "link", "settings", bulk="small")
        button.clicked.connect(partial(self._ask))
        foot = Row(gap=0)
        foot.put(button, None)
        column.addLayout(foot)

    def _ask(self, _checked: bool = False) -> None:
        self.settings_wanted.emit()


def source_text(quoted: Quoted) -> str:
    """Return from which file and act the words are, and in which language."""
    text = _("In the office's file {name}: {act}, {language}")
    language = _(LANGUAGES[quoted.statute.language])
    return text.format(name=quoted.path.name, act=quoted.statute.act, language=language)


def _note(text: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", "plain")
    line = Row(frame, gap=2)
    line.addWidget(IconLabel("alert-triangle", "warning", 16), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(text, "small", wrap=True), 1)
    return frame

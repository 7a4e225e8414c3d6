"""The office's own texts of the statutes: files that stand beside the rules when asked why."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame

from kotoutus_desktop.casework.statutes import (
    UnusableStatute,
    add_statute_file,
    read_statute,
    remove_statute_file,
    statute_files,
)
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.reference.statute_text import StatuteText
from kotoutus_desktop.ui.components.buttons import Button, IconButton
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import IconLabel, Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.settings.part import Part
from kotoutus_desktop.ui.why.statute_view import LANGUAGES
from kotoutus_desktop.ui.workspace import Workspace

FAILED = "statutes"
KINDS = "*.txt *.html *.htm *.xhtml"


class StatutesPart(Part):
    """Which files there are, what was found in each, and one more."""

    def __init__(self, workspace: Workspace, bars: MessageBars) -> None:
        super().__init__(
            _("Statute texts"),
            _(
                "The program explains each rule in its own words. If you save the Act from "
                "Finlex as text or as a page and choose the file here, the section's own words "
                "stand beside them. The file stays where it is."
            ),
        )
        self._workspace, self._bars = workspace, bars
        self._list = Column(gap=2)
        self.card = Card()
        self.card.column.addLayout(self._list)
        self.add_button = Button(_("Choose a file …"), icon="folder-open")
        self.add_button.clicked.connect(self.choose)
        foot = Row(gap=0)
        foot.put(self.add_button, None)
        advice = _(
            "Several files may be chosen: the Act, its amending acts, the decrees, in Finnish "
            "and in Swedish. An amending act is shown before the Act."
        )
        self.put(self.card, foot, wrapped(advice, "small", "muted"))

    def shown(self) -> None:
        """Look at the files again: one may have gone."""
        clear(self._list)
        with self._workspace.database.reading() as session:
            files = statute_files(session)
        for number, path in enumerate(files):
            if number:
                self._list.addWidget(Rule())
            self._list.addWidget(self._line(path))
        if not files:
            self._list.addWidget(wrapped(_("No file has been chosen."), "body", "muted"))

    def choose(self) -> None:
        """Ask for a file, and point at it."""
        start = str(self._workspace.preferences.last_folder)
        title = _("Choose the text of a statute")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, start, KINDS)
        if chosen:
            self.add_file(Path(chosen))

    def add_file(self, path: Path) -> None:
        """Point at a file; what is wrong with it is said and it is not kept."""
        try:
            with self._workspace.database.transaction(_("statute text chosen")) as session:
                statute = add_statute_file(session, path)
        except UnusableStatute as error:
            text = f"{path.name}: {explain(error)}"
            self._bars.show_message(Message(text, Tone.WARNING, key=FAILED))
            return
        self._workspace.preferences.last_folder = path.parent
        self._bars.withdraw(FAILED)
        self._bars.show_success(f"{path.name}: {found_text(statute)}", self._undo)
        self.shown()

    def remove(self, path: Path, _checked: bool = False) -> None:
        """Forget a file; it stays on the disk."""
        with self._workspace.database.transaction(_("statute text removed")) as session:
            remove_statute_file(session, path)
        text = _("{name} is no longer used. The file was left where it is.")
        self._bars.show_success(text.format(name=path.name), self._undo)
        self.shown()
        self.add_button.setFocus()

    def _undo(self) -> None:
        self._workspace.undo()
        self.shown()

    def _line(self, path: Path) -> QFrame:
        try:
            icon, tone, said = "file-text", "accent_text", found_text(read_statute(path))
        except UnusableStatute as error:
            icon, tone, said = "alert-triangle", "warning", explain(error)
        frame = QFrame()
        frame.setProperty("kind", "plain")
        words = Column(gap=0)
        words.put(Label(path.name, "strong"), wrapped(said, "small", "muted"))
        if icon == "file-text":
            words.put(wrapped(str(path), "small", "muted"))
        button = IconButton("x", _("Do not use {name}").format(name=path.name))
        button.clicked.connect(partial(self.remove, path))
        line = Row(frame, gap=2)
        line.addWidget(IconLabel(icon, tone, 20))
        line.addLayout(words, 1)
        line.addWidget(button)
        return frame


def found_text(statute: StatuteText) -> str:
    """Return what a file was recognised as: "681/2023, in Finnish, 102 sections"."""
    count = len(statute.sections)
    sections = ngettext("{n} section", "{n} sections", count).format(n=count)
    if statute.amends and statute.amends != statute.act:
        name = _("{act}, amends {amended}").format(act=statute.act, amended=statute.amends)
    else:
        name = statute.act
    return ", ".join((name, _(LANGUAGES[statute.language]), sections))

"""Check and repair, before the cases are open: one card that asks, tells, and mends."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.mending.checking import Finding
from kotoutus_desktop.models.mending.repairing import MENDED, NOT_MENDED, Outcome, Repair
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, clear
from kotoutus_desktop.ui.mending.words import can_be_mended, finding_text, outcome_text
from kotoutus_desktop.ui.start.frame import StartCard
from kotoutus_desktop.ui.start.passphrase import PassphraseField
from kotoutus_desktop.ui.start.unlock_card import wide


class CheckCard(StartCard):
    """`asked` to check, `read_wanted` to look at the file as it is, `mend_wanted` to mend it."""

    asked = Signal(str)  # passphrase
    read_wanted = Signal(str)  # passphrase
    mend_wanted = Signal()
    restore_wanted = Signal()
    gave_up = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Check and repair"),
            _(
                "The check reads every page and changes nothing. A repair keeps the file as it is "
                "beside the copies first."
            ),
        )
        self.passphrase = PassphraseField(_("Passphrase"))
        self.check = wide(Button(_("Check the file"), "primary", "list-check", bulk="large"))
        self._told = Column(gap=2)
        self.mend = wide(Button(_("Repair the file"), "primary", "device-floppy", bulk="large"))
        self.read = Button(_("Open the file for reading only"), "link", "eye")
        self.restore = Button(_("Go back to a copy …"), "link", "history")
        self.back = Button(_("Back"), "link", "chevron-left")
        self.column.put(self.passphrase, self.check)
        self.column.addLayout(self._told)
        self.column.put(self.mend, self.read, self.restore, self.back)
        self.mend.hide()
        self._connect()

    def set_busy(self, busy: bool) -> None:
        """Rest while the file is checked, mended or opened."""
        for button in (self.check, self.mend, self.read, self.restore, self.back):
            button.setEnabled(not busy)
        self.check.set_label(_("The file is being checked …") if busy else _("Check the file"))

    def refuse(self, text: str) -> None:
        """Say at the passphrase why it cannot be done."""
        self.passphrase.show_error(text)
        self.passphrase.take_focus()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what was found; from here one can go on to mend it."""
        if findings:
            self._tell([(_("What was found"), [finding_text(each) for each in findings])])
        else:
            self._tell([(_("The file is whole"), [_("Every page, record and entry was checked.")])])
        self.check.hide()
        self.mend.setVisible(can_be_mended(findings))
        next_step = self.mend if can_be_mended(findings) else self.back
        next_step.setFocus()

    def show_repair(self, done: Repair) -> None:
        """Say what was mended, what could not be, and where the damaged file is kept."""
        told = [(_("Mended"), _sentences(done, MENDED))]
        told.append((_("Could not be mended"), _sentences(done, NOT_MENDED) or [_("Nothing.")]))
        kept = _("The damaged file was kept: {name}").format(name=_short(done.kept))
        self._tell([*told, ("", [kept])])
        for button in (self.check, self.mend, self.read):
            button.hide()
        self.passphrase.hide()
        self.back.set_label(_("Open the file"))
        self.back.setFocus()

    def _tell(self, parts: Sequence[tuple[str, Sequence[str]]]) -> None:
        clear(self._told)
        for title, sentences in parts:
            if title:
                self._told.put(Label(title, "heading"))
            for sentence in sentences:
                self._told.put(wrapped(sentence))
        announce(self, " ".join(text for _title, texts in parts for text in texts), urgent=True)

    def _connect(self) -> None:
        self.check.clicked.connect(lambda: self._ask(self.asked))
        self.passphrase.line.returnPressed.connect(lambda: self._ask(self.asked))
        self.read.clicked.connect(lambda: self._ask(self.read_wanted))
        self.mend.clicked.connect(self.mend_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        self.back.clicked.connect(self.gave_up)

    def _ask(self, signal: SignalInstance) -> None:
        if self.passphrase.is_empty():
            self.refuse(_("Type the passphrase first."))
        elif self.check.isEnabled():
            signal.emit(self.passphrase.value())


def _sentences(done: Repair, kinds: Sequence[Outcome]) -> list[str]:
    return [outcome_text(kind, done.outcomes[kind]) for kind in kinds if done.outcomes.get(kind)]


def _short(kept: Path) -> str:
    return f"{kept.parent.name}/{kept.name}"

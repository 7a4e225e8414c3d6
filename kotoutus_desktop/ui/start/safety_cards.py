"""When the file is not well: going back to a copy, check and repair, looking without recording."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.start.first_opening import FirstOpening, in_words
from kotoutus_desktop.ui.start.unlock_card import UnlockCard
from kotoutus_desktop.ui.workspace import clock

if TYPE_CHECKING:
    from kotoutus_desktop.casework.office_file import OpenFile
    from kotoutus_desktop.ui.backups.restore_card import RestoreCard
    from kotoutus_desktop.ui.mending.check_card import CheckCard


class SafetyCards(FirstOpening):
    """The cards of the start window that nobody needs on a good day.

    `left` tells that such a card is done with: the window begins anew.
    """

    left = Signal()
    path: Path
    preferences: Preferences
    unlock_card: UnlockCard

    def show_restore(self) -> None:
        """Show the copies that one can go back to."""
        from kotoutus_desktop.ui.backups.restore_card import RestoreCard
        from kotoutus_desktop.ui.backups.restoring import Restoring

        self.restore = RestoreCard(self.path, self.preferences.second_place)
        self.restore.gave_up.connect(self.left)
        self.restoring = Restoring(self.path, self.restore, clock)
        self.restoring.restored.connect(self._restored)
        self.restore.read_wanted.connect(
            lambda copy, typed: self.read(copy.path, typed, self.restore)
        )
        self._put(self.restore)
        (self.restore.passphrase if self.restore.chosen else self.restore.other).setFocus()

    def show_check(self) -> None:
        """Show the check of the file, and what can be mended."""
        from kotoutus_desktop.ui.mending.check_card import CheckCard
        from kotoutus_desktop.ui.mending.mending import Mending

        self.check = CheckCard()
        self.mending = Mending(self.path, self.check, clock)
        self.check.gave_up.connect(self.left)
        self.check.restore_wanted.connect(self.show_restore)
        self.check.read_wanted.connect(lambda typed: self.read(self.path, typed, self.check))
        self._put(self.check)
        self.check.passphrase.take_focus()

    def read(self, source: Path, passphrase: str, card: "CheckCard | RestoreCard") -> None:
        """Open a copy, or the file as it is, to be looked at."""
        card.set_busy(True)

        def work(_report: object) -> "OpenFile":
            from kotoutus_desktop.casework.office_file import open_to_read

            return open_to_read(source, passphrase, self.path)

        def failed(error: Exception) -> None:
            card.set_busy(False)
            card.refuse(in_words(error))

        self._run(work, self.opened.emit, failed)

    def _restored(self, kept: Path | None) -> None:
        self.left.emit()
        said = _("The file is again as it was in the copy.")
        if kept is not None:
            said += " " + _("What it was before was kept: {name}").format(name=kept.name)
        self.unlock_card.text.setText(said)
        self.unlock_card.text.show()

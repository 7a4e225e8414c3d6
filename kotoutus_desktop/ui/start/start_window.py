"""The window before the cases are open: wizard, unlock, recovery, in the chosen language."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget, QWidget

from kotoutus_desktop.errors import DamagedFile, KotoutusError, TooManyTries
from kotoutus_desktop.i18n import INTERFACE_LANGUAGES, _, set_interface_language
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.place import FILE_NAME
from kotoutus_desktop.policies import policies
from kotoutus_desktop.ui.components.buttons import Button, Segments
from kotoutus_desktop.ui.components.labels import IconLabel, Label
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.start.first_opening import in_words
from kotoutus_desktop.ui.start.frame import centred, note
from kotoutus_desktop.ui.start.safety_cards import SafetyCards
from kotoutus_desktop.ui.start.unlock_card import RecoveryCard, UnlockCard
from kotoutus_desktop.ui.start.wizard import Answers, Wizard

if TYPE_CHECKING:
    from kotoutus_desktop.casework.office_file import OpenFile

LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


class StartWindow(SafetyCards):
    """Asks for the passphrase of `path`, or makes the file when there is none.

    `cost` is what the key derivation takes; None means the program's own strong one.
    """

    def __init__(self, path: Path, preferences: Preferences, cost: Cost | None = None) -> None:
        super().__init__()
        self.path, self.preferences, self._cost = path, preferences, cost
        self.setWindowTitle("Kotoutus Desktop")
        self._file = Label("", "small", "muted")
        self.other = Button(_("Open another file …"), "link", bulk="small")
        self.other.setToolTip(_("A suitcase, or the office’s file at another place."))
        self.other.clicked.connect(self.choose_other)
        self.languages = Segments(
            [(code, LANGUAGE_NAMES[code]) for code in INTERFACE_LANGUAGES],
            preferences.language,
            name=_("Language of the program"),
            bulk="small",
        )
        self.languages.setVisible(policies().language is None)
        self.languages.chosen.connect(self.choose_language)
        self.left.connect(self.show_first)
        self._stack = QStackedWidget()
        top = QFrame()
        top.setProperty("kind", "plain")
        row = Row(top, (5, 3, 4, 0), 2)
        row.put(
            self._file, self.other, None, IconLabel("language", "text_muted", 18), self.languages
        )
        Column(self, gap=0).put(top, (self._stack, 1))
        self.show_first()

    def show_first(self) -> None:
        """Show the wizard when there is no file yet, else the passphrase."""
        self._let_go()
        self.other.setText(_("Open another file …"))
        self._file.setText(_("File: {name}").format(name=self.path.name))
        self._file.setVisible(self.path.exists())
        if self.path.exists():
            self.show_unlock()
        else:
            self.wizard = Wizard(self.path.parent)
            self.wizard.finished.connect(self.create_file)
            self._put(self.wizard)

    def show_unlock(self) -> None:
        """Show the passphrase field."""
        self.unlock_card = UnlockCard()
        self.unlock_card.asked.connect(self.unlock)
        self.unlock_card.lost.connect(self.show_recovery)
        self.unlock_card.restore_wanted.connect(self.show_restore)
        self.unlock_card.check_wanted.connect(self.show_check)
        self._put(self.unlock_card)
        self.unlock_card.passphrase.take_focus()

    def show_recovery(self) -> None:
        """Show the field for the code of the recovery sheet."""
        from kotoutus_desktop.casework.office_file import is_split

        try:
            split = is_split(self.path)
        except KotoutusError:  # said when the code is tried
            split = False
        self.recovery = RecoveryCard(split=split)
        self.recovery.asked.connect(self.recover)
        self.recovery.gave_up.connect(self.show_unlock)
        self._put(self.recovery)
        self.recovery.code.take_focus()

    def choose_language(self, language: str) -> None:
        """Show everything from now on in another language; typed passphrases are forgotten."""
        self.preferences.language = language
        set_interface_language(language)
        self.show_first()

    def choose_other(self) -> None:
        """Ask for another file, such as a suitcase on a stick."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            _("Open another file"),
            str(self.preferences.last_folder),
            f"*{Path(FILE_NAME).suffix}",
        )
        if chosen:
            self.show_other(Path(chosen))

    def show_other(self, path: Path) -> None:
        """Ask for the passphrase of another file."""
        self.path = path
        self.show_first()

    def unlock(self, passphrase: str) -> None:
        """Try a passphrase, off the main thread: it takes the time that makes guessing slow."""
        self.unlock_card.set_busy(True)

        def work(_report: object) -> "OpenFile":
            from kotoutus_desktop.casework.office_file import open_file

            return open_file(self.path, passphrase)

        self._run(work, lambda opened: self._greet(opened, passphrase), self._not_unlocked)

    def recover(self, code: str, passphrase: str, other: str = "") -> None:
        """Open with the code and set the new passphrase, then show the new sheet."""
        self.recovery.set_busy(True)

        def work(_report: object) -> "OpenFile":
            from kotoutus_desktop.casework.office_file import open_with_recovery_code
            from kotoutus_desktop.models.key_slots import STRONG

            cost = self._cost or STRONG
            return open_with_recovery_code(self.path, code, passphrase, cost, other)

        self._run(work, self.show_sheet, self._not_recovered)

    def create_file(self, answers: Answers) -> None:
        """Make the file of the answers, then show its recovery sheet."""
        self.wizard.set_busy(True)
        self.path = answers.folder / self.path.name

        def work(_report: object) -> "OpenFile":
            from kotoutus_desktop.casework.office_file import create_file
            from kotoutus_desktop.models.key_slots import STRONG
            from kotoutus_desktop.models.office import Office, Officer

            return create_file(
                self.path,
                answers.passphrase,
                Office(**answers.office),
                Officer(**answers.officer),
                self._cost or STRONG,
            )

        self._run(work, self.show_sheet, self._not_created)

    def show_sheet(self, opened: "OpenFile", number: int = 1) -> None:
        """Show each recovery code once; the cases open when the sheets are safe."""
        from kotoutus_desktop.casework.register import the_office
        from kotoutus_desktop.documents.recovery_sheet import RecoverySheet
        from kotoutus_desktop.ui.start.sheet_card import SheetCard

        with opened.database.reading() as session:
            office = the_office(session).name_fi
        codes = opened.recovery_codes
        today = date.today()  # noqa: DTZ011 - the day on the wall
        half = number if len(codes) > 1 else 0
        sheet = RecoverySheet(codes[number - 1], office, self.path.name, today, half)
        self.sheet = SheetCard(sheet, self.preferences.last_folder)
        self.sheet.finished.connect(
            lambda: (
                self.show_sheet(opened, number + 1)
                if number < len(codes)
                else self.opened.emit(opened)
            )
        )
        self._put(self.sheet)
        self.sheet.print.setFocus()

    def _not_unlocked(self, error: Exception) -> None:
        self.unlock_card.set_busy(False)
        field = self.unlock_card.passphrase
        if isinstance(error, TooManyTries):
            self.unlock_card.wait(error.seconds)
            return
        field.show_error(in_words(error))
        if isinstance(error, DamagedFile):
            self.unlock_card.offer_check(_("The file is damaged. Check it, then repair it."))
            self.unlock_card.check.setFocus()
            return
        field.line.selectAll()
        field.take_focus()

    def _not_recovered(self, error: Exception) -> None:
        self.recovery.set_busy(False)
        self.recovery.code.show_error(in_words(error))
        self.recovery.code.take_focus()

    def _not_created(self, error: Exception) -> None:
        self.wizard.set_busy(False)
        self.wizard.refuse(in_words(error))

    def _put(self, card: QWidget) -> None:
        page = centred(
            card,
            note(
                "shield-lock",
                _("The data is encrypted on this laptop. The program does not use the network."),
            ),
        )
        while old := self._stack.currentWidget():
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.addWidget(page)

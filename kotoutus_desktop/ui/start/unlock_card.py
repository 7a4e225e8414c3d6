"""Opening the file: by passphrase, or by the recovery sheet when that is lost."""

from PySide6.QtCore import Signal

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.start.frame import StartCard
from kotoutus_desktop.ui.start.passphrase import NewPassphraseField, PassphraseField

NOT_THE_SAME = N_("The two passphrases differ. Type the second one again.")


def wide(button: Button) -> Button:
    """Make a button as wide as its card."""
    policy = button.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    button.setSizePolicy(policy)
    return button


class UnlockCard(StartCard):
    """One field, one button."""

    asked = Signal(str)  # the passphrase
    lost = Signal()

    def __init__(self) -> None:
        super().__init__("Kotoutus Desktop")
        self.passphrase = PassphraseField(_("Passphrase"))
        self.passphrase.line.returnPressed.connect(self._ask)
        self.open = wide(Button(_("Open"), "primary", "lock-open", bulk="large"))
        self.open.clicked.connect(self._ask)
        self._lost = Button(_("The passphrase is lost"), "link", "key")
        self._lost.clicked.connect(self.lost)
        self.column.put(self.passphrase, self.open, self._lost)

    def set_busy(self, busy: bool) -> None:
        """Rest while the key is being worked out."""
        self.open.setEnabled(not busy)
        self.passphrase.line.setReadOnly(busy)

    def _ask(self) -> None:
        if not self.passphrase.is_empty() and self.open.isEnabled():
            self.asked.emit(self.passphrase.value())


class RecoveryCard(StartCard):
    """The code from the recovery sheet, and a new passphrase."""

    asked = Signal(str, str)  # code, new passphrase
    gave_up = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Open with the recovery sheet"),
            _("The sheet opens the file once. You then get a new sheet and can shred the old one."),
        )
        self.code = TextField(
            _("Recovery code"), hint=_("Six groups of five characters. Small letters will do.")
        )
        self.passphrase = NewPassphraseField(_("New passphrase"))
        self.again = PassphraseField(_("New passphrase again"))
        self.open = wide(Button(_("Open and change the passphrase"), "primary", bulk="large"))
        self.open.clicked.connect(self._ask)
        self.again.line.returnPressed.connect(self._ask)
        back = Button(_("Back"), "link", "chevron-left")
        back.clicked.connect(self.gave_up)
        self.column.put(self.code, self.passphrase, self.again, self.open, back)

    def set_busy(self, busy: bool) -> None:
        """Rest while the key is being worked out."""
        self.open.setEnabled(not busy)

    def _ask(self) -> None:
        passphrase = confirmed(self.passphrase, self.again)
        if passphrase is not None and self.open.isEnabled():
            self.asked.emit(self.code.value(), passphrase)


def confirmed(first: NewPassphraseField, again: PassphraseField) -> str | None:
    """Return a new passphrase typed twice alike; else say what is wrong and return None."""
    fault = first.fault()
    if fault:
        first.show_error(fault)
        first.take_focus()
        return None
    if again.value() != first.line.text():
        again.show_error(_(NOT_THE_SAME))
        again.take_focus()
        return None
    return first.value()

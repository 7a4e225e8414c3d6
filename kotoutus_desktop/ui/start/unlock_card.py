"""Opening the file: by passphrase, or by the recovery sheet when that is lost."""

from PySide6.QtCore import QTimer, Signal

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
    restore_wanted = Signal()
    check_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Kotoutus Desktop")
        self.passphrase = PassphraseField(_("Passphrase"))
        self.passphrase.line.returnPressed.connect(self._ask)
        self.open = wide(Button(_("Open"), "primary", "lock-open", bulk="large"))
        self.open.clicked.connect(self._ask)
        self._lost = Button(_("The passphrase is lost"), "link", "key")
        self._lost.clicked.connect(self.lost)
        self._left = 0
        self._second = QTimer(self)
        self._second.setSingleShot(True)
        self._second.setInterval(1000)
        self._second.timeout.connect(lambda: self.wait(self._left - 1))
        self.restore = Button(_("Go back to a copy …"), "link", "history")
        self.restore.clicked.connect(self.restore_wanted)
        self.check = Button(_("Check and repair …"), "link", "list-check")
        self.check.clicked.connect(self.check_wanted)
        self.column.put(self.passphrase, self.open, self._lost, self.restore, self.check)

    def offer_check(self, text: str) -> None:
        """Say above the passphrase why the file should be checked first."""
        self.text.setText(text)
        self.text.show()

    def set_busy(self, busy: bool) -> None:
        """Rest while the key is being worked out."""
        self.open.setEnabled(not busy)
        self.passphrase.line.setReadOnly(busy)

    def wait(self, seconds: int) -> None:
        """Take no passphrase for a while, and count down."""
        self._left = seconds
        self.set_busy(seconds > 0)
        if seconds <= 0:
            self.passphrase.clear_error()
            self.passphrase.take_focus()
            return
        self.passphrase.show_error(
            _("Too many wrong tries. The next one is possible in {seconds} seconds.").format(
                seconds=seconds
            )
        )
        self._second.start()

    def _ask(self) -> None:
        if not self.passphrase.is_empty() and self.open.isEnabled():
            self.asked.emit(self.passphrase.value())


class RecoveryCard(StartCard):
    """The code from the recovery sheet, and a new passphrase."""

    asked = Signal(str, str, str)  # code, new passphrase, the code of the other sheet
    gave_up = Signal()

    def __init__(self, *, split: bool = False) -> None:
        super().__init__(
            _("Open with the recovery sheet"),
            _("The sheet opens the file once. You then get a new sheet and can shred the old one."),
        )
        self.code = TextField(
            _("Recovery code"), hint=_("Six groups of five characters. Small letters will do.")
        )
        self.other = TextField(_("Code of the other sheet"), hint=_("Two people keep one each."))
        self.other.setVisible(split)
        self._split = split
        self.passphrase = NewPassphraseField(_("New passphrase"))
        self.again = PassphraseField(_("New passphrase again"))
        self.open = wide(Button(_("Open and change the passphrase"), "primary", bulk="large"))
        self.open.clicked.connect(self._ask)
        self.again.line.returnPressed.connect(self._ask)
        back = Button(_("Back"), "link", "chevron-left")
        back.clicked.connect(self.gave_up)
        self.column.put(self.code, self.other, self.passphrase, self.again, self.open, back)

    def set_busy(self, busy: bool) -> None:
        """Rest while the key is being worked out."""
        self.open.setEnabled(not busy)

    def _ask(self) -> None:
        passphrase = confirmed(self.passphrase, self.again)
        if passphrase is not None and self.open.isEnabled():
            other = self.other.value() or "-" if self._split else ""
            self.asked.emit(self.code.value(), passphrase, other)


class FirstPassphraseCard(StartCard):
    """Shown once to somebody who was added: the passphrase that was passed on is changed."""

    asked = Signal(str)  # the new passphrase

    def __init__(self) -> None:
        super().__init__(
            _("Choose a passphrase of your own"),
            _("The first one was made for you, and somebody else has seen it."),
        )
        self.passphrase = NewPassphraseField(_("New passphrase"))
        self.again = PassphraseField(_("New passphrase again"))
        self.open = wide(Button(_("Change and open"), "primary", bulk="large"))
        self.open.clicked.connect(self._ask)
        self.again.line.returnPressed.connect(self._ask)
        self.column.put(self.passphrase, self.again, self.open)

    def set_busy(self, busy: bool) -> None:
        """Rest while the key is being worked out."""
        self.open.setEnabled(not busy)

    def _ask(self) -> None:
        passphrase = confirmed(self.passphrase, self.again)
        if passphrase is not None and self.open.isEnabled():
            self.asked.emit(passphrase)


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

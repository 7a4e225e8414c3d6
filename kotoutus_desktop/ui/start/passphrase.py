"""A passphrase to type: shown on wish, its strength in words, capitals noticed."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.style import let_icons_grow

SHORTEST = 12
GOOD_SCORE = 3  # of 4: safe against ten thousand guesses a second for years
TOO_SHORT = N_("The passphrase has {length} characters; at least {shortest} are needed.")
TOO_WEAK = N_(
    "This passphrase is easy to guess. Take four or five words that do not belong together."
)
_STRENGTHS = (
    N_("very easy to guess"),
    N_("easy to guess"),
    N_("fair: add a word"),
    N_("strong"),
    N_("very strong"),
)


@dataclass(frozen=True)
class Strength:
    """How hard a passphrase is to guess: 0 (at once) to 4, and in words."""

    score: int

    @property
    def words(self) -> str:
        """Say it in the language of the interface."""
        return _(_STRENGTHS[self.score])


def strength(passphrase: str, known: list[str]) -> Strength:
    """Return how hard a passphrase is to guess by somebody who knows the words in `known`."""
    from zxcvbn import zxcvbn

    return Strength(int(zxcvbn(passphrase[:72], user_inputs=known)["score"]))


class PassphraseField(TextField):
    """Dots, with an eye to show them; says when capital letters are locked."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        super().__init__(label, hint=hint)
        self.secret()
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._eye = QAction(_("Show the passphrase"), self.line)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show_or_hide)
        let_icons_grow(self.line)
        self.line.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._show_or_hide(False)
        self.line.installEventFilter(self)

    def value(self) -> str:
        """Return the passphrase with its spaces: they count."""
        return self.line.text()

    def state(self) -> str:
        """Return nothing: a passphrase is in no draft."""
        return ""

    def is_empty(self) -> bool:
        """Tell whether nothing has been typed."""
        return not self.line.text()

    def eventFilter(self, watched: QObject, event: object) -> bool:  # noqa: N802
        """Notice a capital letter typed without the shift key: capitals are locked."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            locked = event.text().isalpha() and event.text().isupper() != shifted
            if event.text().isalpha():
                words = _("Capital letters (Caps Lock) are on.") if locked else ""
                self.set_help(words, "warning", "letter-case" if locked else "")
        return bool(super().eventFilter(watched, event))  # type: ignore[arg-type]

    def _show_or_hide(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._eye.setIcon(icon("eye-off" if shown else "eye", "text_muted", 18))


class NewPassphraseField(PassphraseField):
    """A passphrase to be set: tells its strength while typing, refuses a weak one.

    `known` are words that somebody who guesses would try first: office, name.
    """

    def __init__(self, label: str) -> None:
        super().__init__(
            label, hint=_("Four or five words that do not belong together are easy to remember.")
        )
        self.known: list[str] = []
        self.changed.connect(self._tell_strength)

    def value(self) -> str:
        """Return the passphrase; raises InvalidInput when it is too short or too weak."""
        typed = super().value()
        if len(typed) < SHORTEST:
            raise InvalidInput("passphrase", TOO_SHORT, length=len(typed), shortest=SHORTEST)
        if strength(typed, self.known).score < GOOD_SCORE:
            raise InvalidInput("passphrase", TOO_WEAK)
        return typed

    def _tell_strength(self) -> None:
        typed = self.line.text()
        if not typed:
            self.set_help("")
            return
        if len(typed) < SHORTEST:
            self.set_help(_("Still short: at least {n} characters").format(n=SHORTEST), "warning")
            return
        found = strength(typed, self.known)
        good = found.score >= GOOD_SCORE
        self.set_help(
            _("Strength: {strength}").format(strength=found.words),
            "success" if good else "warning",
            "circle-check" if good else "circle-dashed",
        )

"""The personal identity code: checked while it is typed, dots while nobody works on it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit

from kotoutus_desktop.casework.register import IDENTITY_CODE_FAULTS
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.identity_code import IdentityCode, InvalidIdentityCode, identity_code
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.words import date_text

WIDTH = 180


class IdentityCodeField(TextField):
    """A code, None while empty. A wrong dash is offered as the right one, never just taken."""

    read = Signal(object)  # the date of birth in a code that was typed just now

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._offered = ""
        self._take_date: Callable[[], object] | None = None
        super().__init__(
            _("Identity code"),
            hint=_("May be left empty. It fills in the date of birth."),
            width=WIDTH,
        )
        self.line.textEdited.connect(self._tell_birth)
        self.offer = Button("", "link", "check", bulk="small")
        self.offer.clicked.connect(self._take_offer)
        self.offer.hide()
        self._column.addWidget(self.offer)

    def value(self) -> str | None:  # type: ignore[override]
        """Return the code in capitals; None while empty; raises InvalidInput for a wrong one."""
        code = self.code()
        return code.code if code else None

    def code(self) -> IdentityCode | None:
        """Return what the code says; None while empty; raises InvalidInput for a wrong one."""
        typed = self.line.text().strip()
        if not typed:
            return None
        try:
            return identity_code(typed, self._today())
        except InvalidIdentityCode as error:
            raise InvalidInput("", IDENTITY_CODE_FAULTS[error.fault.value]) from error

    def set_value(self, value: str | None) -> None:
        """Show a code: as dots, until somebody works on it."""
        super().set_value(value or "")
        self._veil()

    def born(self) -> date | None:
        """Return the date of birth in the code, None while there is no right code."""
        code = None if self.fault() else self.code()
        return code.born if code else None

    def say_agreement(self) -> None:
        """Say nothing of the date of birth; say that a code is temporary, made by an office."""
        self._take_date = None
        self._show_correction()
        code = None if self.fault() else self.code()
        temporary = code is not None and code.temporary
        self.set_help(
            _("A temporary code: its number is 900 or more.") if temporary else "",
            icon="info-circle",
        )

    def say_disagreement(self, recorded: date, take: Callable[[], object]) -> None:
        """Say that the date of birth stands otherwise on the form, with the way out."""
        inside = self.born()
        assert inside is not None, "only a right code disagrees"
        self.set_help(
            _(
                "The code says {code}, the date of birth on the form {form}. Ask which is "
                "right, then correct the other."
            ).format(code=date_text(inside), form=date_text(recorded)),
            "warning",
            "alert-triangle",
        )
        self._take_date = take
        self.offer.set_label(_("Use {date} as the date of birth").format(date=date_text(inside)))
        self.offer.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show the code while it is worked on."""
        if watched is self.line and event.type() == QEvent.Type.FocusIn:
            self.line.setEchoMode(QLineEdit.EchoMode.Normal)
        handled = super().eventFilter(watched, event)
        if watched is self.line and event.type() == QEvent.Type.FocusOut:
            self._veil()
        return handled

    def _veil(self) -> None:
        hidden = bool(self.line.text()) and not self.fault() and not self.line.hasFocus()
        mode = QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
        self.line.setEchoMode(mode)

    def _on_changed(self) -> None:
        self._take_date = None
        self._show_correction()
        super()._on_changed()

    def _show_correction(self) -> None:
        self._offered = self._correction()
        if self._offered:
            self.offer.set_label(_("Write {code}").format(code=self._offered))
        self.offer.setVisible(bool(self._offered))

    def _tell_birth(self, _text: str) -> None:
        born = self.born()
        if born is not None:
            self.read.emit(born)

    def _correction(self) -> str:
        try:
            identity_code(self.line.text(), self._today())
        except InvalidIdentityCode as error:
            return error.correction or ""
        return ""

    def _take_offer(self) -> None:
        if self._take_date is not None:
            self._take_date()
        else:
            self.line.setText(self._offered)
            self._tell_birth("")
        self.take_focus()

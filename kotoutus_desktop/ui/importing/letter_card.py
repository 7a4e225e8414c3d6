"""Lines of a list letter of Kela or the Finnish Immigration Service, pasted or typed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from kotoutus_desktop.casework.importing.clients import Letter
from kotoutus_desktop.casework.importing.table import Table
from kotoutus_desktop.casework.importing.typed_list import typed_table
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.circumstances import ContactChannel
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_marks import SegmentField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import LongTextField
from kotoutus_desktop.ui.words import enum_text

SENDERS = (ContactChannel.KELA, ContactChannel.MIGRI, ContactChannel.EMPLOYMENT_AUTHORITY)
_NO_SENDER = N_("Choose who sent the list.")
_NO_DAY = N_("Write the day of the letter.")
_IN_THE_FUTURE = N_("The day of the letter is in the future. Check the date.")


class LetterCard(Card):
    """Who sent the list, of which day it is, and its lines; `wanted` when they are to be read."""

    wanted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(_("A list letter"))
        self._today = today
        self.channel = SegmentField(
            _("Who sent it"), [(each.value, enum_text(each)) for each in SENDERS]
        )
        self.day = DateField(
            _("Day of the letter"),
            today,
            hint=_("Each person gets a contact (§ 9) of this day, which waits to be taken up."),
        )
        self.lines = LongTextField(
            _("Lines, one person on each"),
            hint=_(
                "Paste them, or type them with a tab, a semicolon or two spaces between name, "
                "identity code or date of birth, address or municipality, and the day of the "
                "permit. A name is written as family names, a comma and given names."
            ),
            lines=5,
        )
        self.read = Button(_("Read the lines"), icon="eye")
        self.read.clicked.connect(self.wanted)
        said = _(
            "What Kela (§ 84) and the Finnish Immigration Service send on paper or by mail. You "
            "see how each line was understood before anything is stored."
        )
        self.put(
            wrapped(said, "small", "muted"),
            self.channel,
            self.day,
            self.lines,
            row(self.read, None),
        )

    def is_empty(self) -> bool:
        """Tell whether no line was typed."""
        return self.lines.is_empty()

    def table(self) -> Table:
        """Return the lines as a table; raises InvalidInput, which is shown at its field."""
        try:
            self.letter()
        except InvalidInput as error:
            self._refuse(self.channel if error.field == "channel" else self.day, error)
            raise
        try:
            return typed_table(self.lines.text.toPlainText(), _("Column {n}"))
        except InvalidInput as error:
            self._refuse(self.lines, error)
            raise

    def letter(self) -> Letter:
        """Return whose letter it is and of which day; raises InvalidInput, naming the field."""
        if not self.channel.value():
            raise InvalidInput("channel", _NO_SENDER)
        try:
            day = self.day.day()
        except InvalidInput as error:
            raise InvalidInput("day", error.message, **error.values) from error
        if day is None:
            raise InvalidInput("day", _NO_DAY)
        if day > self._today():
            raise InvalidInput("day", _IN_THE_FUTURE)
        return Letter(ContactChannel(self.channel.value()), day)

    def empty(self) -> None:
        """Forget the lines: they are stored."""
        self.lines.set_value("")
        self.day.set_value(None)

    def _refuse(self, field: Field, error: InvalidInput) -> None:
        field.show_error(explain(error))
        field.take_focus()

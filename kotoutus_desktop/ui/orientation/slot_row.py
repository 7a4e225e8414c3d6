"""A weekly time of the planner: weekday, from, till, breaks."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.rules.course_calendar import Slot
from kotoutus_desktop.ui.components.buttons import IconButton
from kotoutus_desktop.ui.components.layout import Row
from kotoutus_desktop.ui.dates import DATE_LOCALES
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import NumberField, TextField
from kotoutus_desktop.ui.orientation.times import read_time

A_MONDAY = date(2026, 11, 23)
LONGEST_BREAK = 240


class SlotRow(QFrame):
    """One of the times at which a course meets each week."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, weekday: int) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.weekday = ChoiceField(_("Weekday"), _weekdays(), width=170)
        self.starts = TextField(_("From"), width=70)
        self.ends = TextField(_("Till"), width=70)
        self.breaks = NumberField(_("Breaks, min"), 0, LONGEST_BREAK, width=70)
        self.remove = IconButton("x", _("Remove this time"))
        self.weekday.set_value(str(weekday))
        for field, text in ((self.starts, "9.00"), (self.ends, "12.00")):
            field.set_value(text)
        self.breaks.set_value(30)
        line = Row(self, gap=2)
        line.put((self.weekday, 1), self.starts, self.ends, self.breaks, self.remove, None)
        line.setStretch(5, 2)
        fields: tuple[Field, ...] = (self.weekday, self.starts, self.ends, self.breaks)
        for each in fields:
            each.changed.connect(self.changed)
        self.remove.clicked.connect(lambda: self.removed.emit(self))

    def slot(self) -> Slot | None:
        """Return the time; None while something is missing or cannot be read."""
        try:
            day, starts, ends = self.weekday.value(), *map(read_time, self._typed())
            breaks = self.breaks.value() or 0
        except InvalidInput:
            return None
        if not day or starts is None or ends is None:
            return None
        return Slot(int(day), starts, ends - starts - breaks, breaks)

    def _typed(self) -> tuple[str, str]:
        return self.starts.value(), self.ends.value()


def _weekdays() -> list[Choice]:
    from babel.dates import format_date

    locale = DATE_LOCALES[interface_language()]
    days = [A_MONDAY + timedelta(days=number) for number in range(7)]
    return [
        Choice(str(n), str(format_date(day, "cccc", locale=locale))) for n, day in enumerate(days)
    ]

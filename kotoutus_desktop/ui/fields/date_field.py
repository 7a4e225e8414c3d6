"""A date, typed as people write dates, read back with its weekday."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.fields.date_text import (
    EnteredDate,
    is_doubtful,
    parse_date,
    read_back,
    written,
)
from kotoutus_desktop.ui.fields.field import Field

WIDTH = 132

NEEDS_DAY = N_("Write the whole day, for example {example}.")


class DateField(Field):
    """A date with its precision. `birth` reads short years as past ones.

    `exact` (the default but for births) takes only a whole date, no bare month or year.
    """

    def __init__(
        self,
        label: str,
        today: Callable[[], date],
        *,
        hint: str = "",
        section: Section | None = None,
        birth: bool = False,
        exact: bool | None = None,
    ) -> None:
        super().__init__(label, hint=hint, section=section)
        self._today, self._birth = today, birth
        self._exact = not birth if exact is None else exact
        self.line = QLineEdit()
        self.line.textChanged.connect(self._on_changed)
        self._only_year = Button(_("Only the year is known"), "link", bulk="small")
        self._only_year.clicked.connect(self._keep_year)
        self._set_editor(self.line, WIDTH)
        self._column.addWidget(self._only_year)
        self._only_year.hide()

    def value(self) -> EnteredDate | None:
        """Return the date; None while empty; raises InvalidInput for what is no date."""
        typed = self.line.text().strip()
        if not typed:
            return None
        entered = parse_date(typed, self._today(), interface_language(), birth=self._birth)
        if self._exact and entered.exact is None:
            example = written(EnteredDate(entered.day))
            raise InvalidInput("", NEEDS_DAY, example=example)
        return entered

    def day(self) -> date | None:
        """Return the day itself; None while empty; raises InvalidInput for what is no date."""
        entered = self.value()
        return entered.day if entered else None

    def precision(self) -> Precision:
        """Return how exactly the date is known, UNKNOWN while empty."""
        entered = self.value()
        return entered.precision if entered else Precision.UNKNOWN

    def set_value(self, value: EnteredDate | date | None) -> None:
        """Show a date; a plain date is known to the day."""
        entered = EnteredDate(value) if isinstance(value, date) else value
        self.line.setText(written(entered) if entered else "")
        self._read_back()

    def set_date(self, day: date | None, precision: Precision) -> None:
        """Show a date that is kept with its precision."""
        unknown = day is None or precision is Precision.UNKNOWN
        self.set_value(None if unknown or day is None else EnteredDate(day, precision))

    def state(self) -> Any:
        """Return the typing."""
        return self.line.text()

    def restore(self, state: Any) -> None:
        """Show the typing again."""
        self.line.setText(str(state))
        self._read_back()

    def _on_changed(self) -> None:
        self._only_year.hide()
        self.set_help("")
        super()._on_changed()

    def _on_left(self) -> None:
        super()._on_left()
        if not self.has_error():
            self._write_out()

    def _write_out(self) -> None:
        entered = None if self.fault() else self.value()
        if entered is not None and self.line.text() != written(entered):
            self.line.setText(written(entered))
        self._read_back()

    def _read_back(self) -> None:
        entered = None if self.fault() else self.value()
        if entered is None:
            return
        if self._birth and is_doubtful(entered):
            self.set_help(_("Is the day known, or only the year?"), "warning", "help")
            self._only_year.show()
            return
        said = read_back(entered, interface_language())
        self.set_help(_("Read as: {date}").format(date=said))

    def _keep_year(self) -> None:
        entered = self.value()
        if entered is not None:
            self.set_value(EnteredDate(entered.day.replace(month=1, day=1), Precision.YEAR))
        self.take_focus()

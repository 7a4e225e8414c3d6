"""Which days and which municipality are counted, chosen over a page of numbers."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.listing import municipalities_in_use
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.ui.clients.client_list_filters import Counted, MenuChip
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.dates import period_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.words import municipality_name
from kotoutus_desktop.ui.workspace import Workspace

DAYS = "days"
YEARS_BACK, YEARS_AHEAD = 4, 1
LONGEST_YEARS = 6
HALVES = (((1, 1), (6, 30)), ((7, 1), (12, 31)))
"""First and last day of each half of a year, as month and day."""
_TURNED = N_("The last day is before the first. Check the dates.")
_TOO_LONG = N_("Choose at most {n} years.")


class PeriodChip(MenuChip):
    """A year, a half of one ("2026/1"), or days of one's own. It always has a value."""

    def __init__(self, today: date, *, halves: bool, ahead: int) -> None:
        self._years = range(today.year + ahead, today.year - YEARS_BACK - 1, -1)
        self._halves = halves
        super().__init__(_("Period"), self._offered, _period_name)
        self.set_value(str(today.year))

    def choices(self) -> Counted:
        """Return what the menu offers; there is no "all"."""
        return self._offered()

    def days(self) -> tuple[date, date] | None:
        """Return the first and the last day, None where they are chosen by themselves."""
        if self.value == DAYS:
            return None
        year, _slash, half = self.value.partition("/")
        (first, _middle), (_other, last) = HALVES
        if half:
            first, last = HALVES[int(half) - 1]
        return date(int(year), *first), date(int(year), *last)

    def _offered(self) -> Counted:
        halves = ("", "/2", "/1") if self._halves else ("",)
        return [*((f"{year}{half}", 0) for year in self._years for half in halves), (DAYS, 0)]


class PeriodFilters(QFrame):
    """The chips over the numbers. At first: this year, all municipalities."""

    changed = Signal()

    def __init__(
        self, workspace: Workspace, *, halves: bool = False, ahead: int = YEARS_AHEAD
    ) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.workspace = workspace
        today = workspace.today()
        self.period = PeriodChip(today, halves=halves, ahead=ahead)
        self.first = DateField(_("First day"), workspace.today)
        self.last = DateField(_("Last day"), workspace.today)
        self.first.set_value(date(today.year, 1, 1))
        self.last.set_value(date(today.year, 12, 31))
        self.show_button = Button(_("Show"))
        self.municipality = MenuChip(_("Municipality"), self._municipalities, municipality_name)
        self.days = QFrame()
        self.days.setProperty("kind", "plain")
        self._chips: list[MenuChip] = []
        self._flow = self._lay_out()
        self.add(self.period)
        self.add(self.municipality)

    def add(self, chip: MenuChip) -> None:
        """Put one more chip beside the others."""
        self._chips.append(chip)
        self._flow.addWidget(chip)
        chip.picked.connect(self._tell)

    def chosen_days(self) -> tuple[date, date] | None:
        """Return the first and last day; None, with the fault shown, for what cannot be."""
        days = self.period.days()
        if days is not None:
            return days
        first, last = _day(self.first), _day(self.last)
        if first is None or last is None:
            return None
        if last < first:
            self.last.show_error(_(_TURNED))
            return None
        if last.year - first.year > LONGEST_YEARS:
            self.last.show_error(_(_TOO_LONG).format(n=LONGEST_YEARS))
            return None
        self.last.clear_error()
        return first, last

    def words(self) -> list[str]:
        """Return in words what is chosen: the period, then what leaves somebody out."""
        days = self.chosen_days()
        return [
            *([period_text(*days)] if days else []),
            *(
                f"{chip.title}: {chip.name_of(chip.value)}"
                for chip in self._chips[1:]
                if chip.value
            ),
        ]

    def _lay_out(self) -> Flow:
        line = Row(self.days, gap=3)
        line.put(self.first, self.last, self.show_button, None)
        chips = QFrame()
        chips.setProperty("kind", "plain")
        flow = Flow(chips, gap=2)
        Column(self, gap=2).put(chips, self.days)
        self.days.hide()
        self.show_button.clicked.connect(self._tell)
        for field in (self.first, self.last):
            field.line.returnPressed.connect(self._tell)
        return flow

    def _tell(self, *_value: object) -> None:
        own_days = self.period.value == DAYS
        turned_on = own_days and self.days.isHidden()
        self.days.setVisible(own_days)
        if turned_on:
            self.first.take_focus()
        self.changed.emit()

    def _municipalities(self) -> Counted:
        with self.workspace.database.reading() as session:
            return municipalities_in_use(session)


def _day(field: DateField) -> date | None:
    try:
        day = field.day()
    except InvalidInput as error:
        field.show_error(explain(error))
        return None
    if day is None:
        field.show_error(_("Write the day."))
    else:
        field.clear_error()
    return day


def _period_name(value: str) -> str:
    return _("from–to") if value == DAYS else value

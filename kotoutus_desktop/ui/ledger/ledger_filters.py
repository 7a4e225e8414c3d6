"""What the ledger counts: a year or a period of days, a municipality, a counsellor."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.ledger import officers_with_clients
from kotoutus_desktop.casework.ledger_courses import Selection
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
_TURNED = N_("The last day is before the first. Check the dates.")
_TOO_LONG = N_("Choose at most {n} years.")


class PeriodChip(MenuChip):
    """A year, or days of one's own. It always has a value."""

    def __init__(self, today: date) -> None:
        self._years = range(today.year + YEARS_AHEAD, today.year - YEARS_BACK - 1, -1)
        super().__init__(_("Period"), self._offered, _period_name)
        self.set_value(str(today.year))

    def choices(self) -> Counted:
        """Return what the menu offers; there is no "all"."""
        return self._offered()

    def _offered(self) -> Counted:
        return [*((str(year), 0) for year in self._years), (DAYS, 0)]


class LedgerFilters(QFrame):
    """The chips over the table. At first: this year, everybody."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._workspace = workspace
        self._officers: dict[str, str] = {}
        today = workspace.today()
        self.period = PeriodChip(today)
        self.first = DateField(_("First day"), workspace.today)
        self.last = DateField(_("Last day"), workspace.today)
        self.first.set_value(date(today.year, 1, 1))
        self.last.set_value(date(today.year, 12, 31))
        self.show_button = Button(_("Show"))
        self.municipality = MenuChip(_("Municipality"), self._municipalities, municipality_name)
        self.officer = MenuChip(_("Counsellor"), self._counsellors, self._officer_name)
        self.days = QFrame()
        self.days.setProperty("kind", "plain")
        self._lay_out()

    def selection(self) -> Selection | None:
        """Return what is chosen; None, with the fault shown, for days that cannot be."""
        days = self._days()
        if days is None:
            return None
        officer = UUID(self.officer.value) if self.officer.value else None
        return Selection(*days, officer, self.municipality.value)

    def words(self) -> list[str]:
        """Return in words what is chosen: the period, then what leaves somebody out."""
        days = self._days()
        chosen = [period_text(*days)] if days else []
        for chip, name in (
            (self.municipality, municipality_name),
            (self.officer, self._officer_name),
        ):
            if chip.value:
                chosen.append(f"{chip.title}: {name(chip.value)}")
        return chosen

    def _lay_out(self) -> None:
        line = Row(self.days, gap=3)
        line.put(self.first, self.last, self.show_button, None)
        chips = QFrame()
        chips.setProperty("kind", "plain")
        flow = Flow(chips, gap=2)
        for chip in (self.period, self.municipality, self.officer):
            flow.addWidget(chip)
            chip.picked.connect(self._tell)
        Column(self, gap=2).put(chips, self.days)
        self.days.hide()
        self.show_button.clicked.connect(self._tell)
        for field in (self.first, self.last):
            field.line.returnPressed.connect(self._tell)

    def _tell(self, *_value: object) -> None:
        own_days = self.period.value == DAYS
        turned_on = own_days and self.days.isHidden()
        self.days.setVisible(own_days)
        if turned_on:
            self.first.take_focus()
        self.changed.emit()

    def _days(self) -> tuple[date, date] | None:
        if self.period.value != DAYS:
            year = int(self.period.value)
            return date(year, 1, 1), date(year, 12, 31)
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

    def _municipalities(self) -> Counted:
        with self._workspace.database.reading() as session:
            return municipalities_in_use(session)

    def _counsellors(self) -> Counted:
        with self._workspace.database.reading() as session:
            found = officers_with_clients(session)
        self._officers = {str(officer_id): name for officer_id, name, _count in found}
        return [(str(officer_id), count) for officer_id, _name, count in found]

    def _officer_name(self, value: str) -> str:
        return self._officers.get(value, "")


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

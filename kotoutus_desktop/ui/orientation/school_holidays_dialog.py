"""The school holidays of the municipalities: a list, and a line to add one."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.casework.orientation.school_holidays import (
    add_school_holiday,
    remove_school_holiday,
    school_holidays,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.school_holiday import SchoolHoliday
from kotoutus_desktop.ui.clients.intake_choices import municipality_choices
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.dates import period_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import municipality_name
from kotoutus_desktop.ui.workspace import Workspace

_COLUMNS = (ListColumn(share=3), ListColumn(share=3), ListColumn(share=2))

EVERYWHERE = "all"


class SchoolHolidaysDialog(QDialog):
    """Each line is recorded when it is added; Delete takes the chosen one away."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("School holidays"))
        self._workspace = workspace
        self.list = RowList(holiday_face, _COLUMNS, name=_("School holidays"))
        self.name = TextField(_("Name"))
        self.first = DateField(_("First day"), workspace.today)
        self.last = DateField(_("Last day"), workspace.today)
        everywhere = Choice(EVERYWHERE, _("all municipalities"))
        self.municipality = ChoiceField(
            _("Municipality"), [everywhere, *municipality_choices()], width=240
        )
        self.municipality.set_value(EVERYWHERE)
        self.add = Button(_("Add"), "primary", "plus", key="Ctrl+Return")
        self.remove = Button(_("Remove"), icon="trash")
        self.shut = Button(_("Close"))
        self._build()
        self._read()

    def store(self) -> None:
        """Record what is written; what is refused is said at its field."""
        try:
            holiday = self._written()
            with self._workspace.database.transaction(_("school holiday")) as session:
                add_school_holiday(session, holiday)
        except InvalidInput as error:
            field = self._fields().get(error.field, self.first)
            field.show_error(explain(error))
            field.take_focus()
            return
        self._recorded()
        self.name.set_value("")
        for each in (self.first, self.last):
            each.set_value(None)
        self.name.take_focus()

    def take_away(self) -> None:
        """Remove the chosen holiday."""
        holiday: SchoolHoliday | None = self.list.current_item()
        if holiday is not None:
            key: UUID = holiday.id
            with self._workspace.database.transaction(_("school holiday removed")) as session:
                remove_school_holiday(session, key)
            self._recorded()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete takes the chosen holiday away while the list has the keyboard."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.take_away()
        else:
            super().keyPressEvent(event)

    def _written(self) -> SchoolHoliday:
        first, last = (_day(name, getattr(self, name)) for name in ("first", "last"))
        if first is None:
            raise InvalidInput("first", _("Write the day."))
        if self.municipality.fault():
            raise InvalidInput("municipality", _("Choose the municipality from the list."))
        place = str(self.municipality.value() or "")
        return SchoolHoliday(
            municipality="" if place == EVERYWHERE else place,
            name=str(self.name.value()),
            first=first,
            last=last or first,
        )

    def _recorded(self) -> None:
        self._workspace.changed.emit()
        self._read()

    def _read(self) -> None:
        with self._workspace.database.reading() as session:
            found = list(school_holidays(session))
        self.list.set_items(found)
        if found and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.remove.setEnabled(bool(found))

    def _fields(self) -> dict[str, Field]:
        names = ("name", "first", "last", "municipality")
        return {name: getattr(self, name) for name in names}

    def _build(self) -> None:
        told = _(
            "Each municipality decides its own. Once you have recorded any for a year, the "
            "planner uses them for that year in place of the typical ones."
        )
        days = Row(gap=2)
        days.put(self.first, self.last, (self.municipality, 1))
        buttons = Row(gap=2)
        buttons.put(self.remove, None, self.shut, self.add)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(_("School holidays"), "title"),
            wrapped(told, "body", "muted"),
            (ListCard(self.list), 1),
            self.name,
            days,
            buttons,
        )
        self.add.clicked.connect(self.store)
        self.remove.clicked.connect(self.take_away)
        self.shut.clicked.connect(self.accept)
        self.resize(theme().px(620), theme().px(560))
        self.name.take_focus()


def _day(name: str, field: DateField) -> date | None:
    """Return a day; raises InvalidInput by the name of its field."""
    try:
        return field.day()
    except InvalidInput as error:
        raise InvalidInput(name, error.message, **error.values) from error


def holiday_face(holiday: SchoolHoliday) -> RowFace:
    """Return a holiday as a row: name, days, municipality."""
    where = municipality_name(holiday.municipality) or _("all municipalities")
    name = holiday.name or _("School holidays")
    days = period_text(holiday.first, holiday.last)
    return RowFace((Cell(name), Cell(days), Cell(where, tone="muted")), f"{name}, {days}, {where}")

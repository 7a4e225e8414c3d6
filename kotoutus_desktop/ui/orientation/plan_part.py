"""The planner of a course: the rule above, what comes of it live below."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.orientation.courses import get_course
from kotoutus_desktop.casework.orientation.plan_clashes import plan_clashes
from kotoutus_desktop.casework.orientation.planning import (
    Rule,
    meetings_by,
    plan_meetings,
    rule_faults,
    seventy_hours,
    subjects_of,
    templates,
)
from kotoutus_desktop.casework.orientation.school_holidays import (
    days_without_school,
    school_holidays,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.models.school_holiday import SchoolHoliday
from kotoutus_desktop.reference.course_days import NamedDays, public_holiday
from kotoutus_desktop.rules.course_calendar import Subject
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.chip import FilterChip
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.orientation.plan_acts import PlanActs
from kotoutus_desktop.ui.orientation.plan_face import COLUMNS, plan_text, planned_face, rows_of
from kotoutus_desktop.ui.orientation.slot_row import SlotRow
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace

SEVENTY = "seventy"
YEARS_OF_COURSE = 3


class PlanPart(Part):
    """Nothing is stored before Ctrl+Enter; then it takes the place of what was only planned."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.first = DateField(_("First day"), workspace.today)
        self.frame = ChoiceField(_("Frame"), [], width=320)
        self.rows: list[SlotRow] = []
        self.slots = Column(gap=1)
        self.add = Button(_("Another time"), icon="plus", bulk="small")
        self.school = FilterChip(_("Not in school holidays"))
        self.summary = wrapped("", "strong")
        self.list = RowList(planned_face, COLUMNS, name=_("Planned meetings"))
        self.save = Button(_("Plan these meetings"), "primary", "check")
        assert course_id is not None, "meetings are those of a course"
        self.course = course_id
        self.more = PlanActs(self, workspace, course_id, self._done)
        self._frames: dict[str, tuple[Subject, ...]] = {}
        self._holidays: Sequence[SchoolHoliday] = ()
        self._municipalities: list[str] = []
        self._lay_out()
        self._add_slot()

    def arrive(self, _focus: str) -> None:
        """Read the frames, and put the keyboard on the first day."""
        self.refresh()
        self.first.take_focus()

    def refresh(self) -> None:
        """Read the office's own frames again."""
        with self.workspace.database.reading() as session:
            own = templates(session)
            self._frames = {str(each.id): subjects_of(each) for each in own}
            self._holidays = school_holidays(session)
            self._municipalities = get_course(session, self.course).municipalities
        self._frames[SEVENTY] = seventy_hours(interface_language())
        names = [Choice(SEVENTY, _("The 70-hour frame")), *(Choice(str(t.id), t.name) for t in own)]
        self.frame.set_choices(names)
        if not self.frame.text() or self.frame.value() not in self._frames:
            self.frame.set_value(SEVENTY)
        self._show()

    def acts(self) -> Sequence[QWidget]:
        """Return the button that stores the plan, and what is rarer."""
        return (self.save, self.more)

    def primary(self) -> None:
        """Give the course these meetings, or say what is wrong with the rule."""
        try:
            with self.workspace.database.transaction(_("meetings planned")) as session:
                plan_meetings(session, self.course, self.rule())
        except InvalidInput as error:
            self.refuse(explain(error))
            return
        self.workspace.changed.emit()
        self.say_done(_("The meetings were planned."))

    def rule(self) -> Rule:
        """Return the rule as it stands."""
        slots = tuple(slot for row in self.rows if (slot := row.slot()) is not None)
        frame = "" if self.frame.fault() else self.frame.value()
        first = None if self.first.fault() else self.first.day()
        return Rule(first, slots, self._frames.get(frame, ()), self._free(first))

    def _free(self, first: date | None) -> frozenset[date]:
        """Return the public holidays, and the school holidays when they are left out."""
        if first is None:
            return frozenset()
        years = range(first.year - 1, first.year + YEARS_OF_COURSE)
        span = NamedDays(first, date(years[-1], 12, 31), "", "", "")
        found = frozenset(day for day in span.days() if public_holiday(day))
        if self.school.isChecked():
            found |= days_without_school(self._holidays, self._municipalities, years)
        return found

    def _done(self, words: str) -> None:
        self.refresh()
        self.say_done(words)

    def _show(self) -> None:
        rule = self.rule()
        faults = list(rule_faults(rule))
        meetings = meetings_by(rule)
        with self.workspace.database.reading() as session:
            rows = rows_of(meetings, plan_clashes(session, self.course, meetings))
        self.list.set_items(rows)
        unread = any(row.slot() is None for row in self.rows)
        clashing = any(row.clashes for row in rows)
        if faults or unread:
            wrong = explain(faults[0]) if faults else _("Write a time such as 9.00 or 16.30.")
            self.summary.setText(wrong)
        else:
            self.summary.setText(plan_text(rows))
        self.summary.set_tone("danger" if faults or unread else "warning" if clashing else "")
        frame = "" if self.frame.fault() else str(self.frame.value() or "")
        self.more.choose(None if frame in ("", SEVENTY) else UUID(frame))

    def _add_slot(self) -> None:
        row = SlotRow(len(self.rows) * 2 % 7)
        row.changed.connect(self._show)
        row.removed.connect(self._remove_slot)
        self.rows.append(row)
        self.slots.addWidget(row)
        self._show()

    def _remove_slot(self, row: SlotRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._show()

    def _lay_out(self) -> None:
        area = ScrollColumn((5, 1, 5, 4), 2)
        head = Row(gap=4)
        head.put(self.first, (self.frame, 1), None)
        chips = QWidget()
        flow = Flow(chips)
        flow.addWidget(self.add)
        flow.addWidget(self.school)
        area.column.addLayout(head)
        area.column.addLayout(self.slots)
        area.column.addWidget(chips)
        area.column.addWidget(self.summary)
        area.column.addWidget(ListCard(self.list), 1)
        Column(self, gap=0).put((area, 1))
        self.save.show_key("Ctrl+Return")
        self.save.clicked.connect(self.primary)
        self.add.clicked.connect(self._add_slot)
        self.school.toggled.connect(lambda _on: self._show())
        for field in (self.first, self.frame):
            field.changed.connect(self._show)

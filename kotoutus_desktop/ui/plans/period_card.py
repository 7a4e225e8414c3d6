"""From when to when the plan lasts, and when it is reviewed next (§§ 22, 23)."""

from datetime import date

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.agreement import as_invalid_input
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.facts import Extension
from kotoutus_desktop.rules.plan_limits import PlanFault
from kotoutus_desktop.rules.section import (
    PLAN_EXTENSION,
    PLAN_MAXIMUM,
    PLAN_PERIOD,
    REVIEW,
    STUDIES_UNDER_25,
    Section,
)
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import column, row
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import LongTextField
from kotoutus_desktop.ui.plans.bindings import Binding, enum_choices
from kotoutus_desktop.ui.plans.plan_part import PlanPart
from kotoutus_desktop.ui.plans.side_by_side import side_by_side
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import date_text


class PeriodCard(PlanPart):
    """Three days, offered filled; the ground of an extension only where it is needed."""

    def build(self) -> list[Binding]:
        """Make the fields."""
        today = self.phrasebook.today
        self.starts = DateField(_("Begins"), today)
        self.ends = DateField(_("Ends"), today)
        self.review = DateField(_("Next review"), today)
        self._last = Label("", "small", "muted")
        self._often = Label(_("Review every six months"), "small", "muted")
        self._use_last = Button(_("Use that day"), "link", bulk="small")
        self._use_last.clicked.connect(self._take_last_day)
        extension = ChoiceField(
            _("Ground of extension"), enum_choices(Extension), section=PLAN_EXTENSION
        )
        reason = LongTextField(_("Why the plan is extended"), lines=1)
        studies = CheckField(
            _("Self-motivated studies are still under way when the maximum is reached"),
            section=STUDIES_UNDER_25,
        )
        self._extension = column(side_by_side(extension), reason, studies, gap=3)
        self.put(
            side_by_side(self.starts, self.ends, self.review),
            self._sections(),
            self._extension,
        )
        return [
            Binding("starts_on", self.starts),
            Binding("ends_on", self.ends),
            Binding("next_review_on", self.review),
            Binding("extension", extension, Extension),
            Binding("extension_reason", reason),
            Binding("unfinished_studies", studies),
        ]

    def _sections(self) -> QWidget:
        """Return the line that says who sets the days."""
        first = self.document.plan.number == 1
        holder = QWidget()
        flow = Flow(holder, gap=1)
        for label in (self._last, self._often):
            label.setMinimumHeight(theme().px(26))  # on a line with the links
        ends = row(self._last, self._link(PLAN_PERIOD if first else PLAN_MAXIMUM), gap=1)
        flow.addWidget(ends)
        flow.addWidget(self._use_last)
        flow.addWidget(row(self._often, self._link(REVIEW), gap=1))
        return holder

    def _link(self, section: Section) -> SectionLink:
        link = SectionLink(section)
        link.opened.connect(self.ends.section_clicked)
        return link

    def follow(self) -> None:
        """Say which day is the last possible one; ask for a ground where the end is beyond."""
        plan, last = self.document.plan, self.document.last_day()
        at_last = plan.ends_on == last
        self._use_last.setVisible(not at_last)
        self._last.setText(
            _("The plan ends on the last possible day.")
            if at_last
            else _("The last possible day is {date}.").format(date=date_text(last))
        )
        beyond = PlanFault.BEYOND_MAXIMUM in {f.kind for f in self.document.date_faults()}
        wanted = beyond or plan.extension is not None or plan.unfinished_studies
        self._extension.setVisible(wanted)

    def show_faults(self) -> None:
        """Show what is wrong with the days, at the field where it is mended."""
        fields = {"starts_on": self.starts, "ends_on": self.ends, "next_review_on": self.review}
        for fault in self.document.date_faults():
            error = as_invalid_input(fault)
            field = fields.pop(error.field, None)
            if field is not None and not field.fault():
                field.show_error(explain(error))
        for field in fields.values():
            if not field.fault():
                field.clear_error()

    def _take_last_day(self) -> None:
        last: date = self.document.last_day()
        self.ends.set_value(last)
        self.ends.take_focus()

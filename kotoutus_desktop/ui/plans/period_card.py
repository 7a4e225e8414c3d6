"""From when to when the plan lasts, and when it is reviewed next (§§ 22, 23)."""

from datetime import date

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.agreement import as_invalid_input
from kotoutus_desktop.casework.plan_period import known_grounds
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.facts import Extension
from kotoutus_desktop.rules.plan_limits import PlanFault
from kotoutus_desktop.rules.section import PLAN_EXTENSION, REVIEW, STUDIES_UNDER_25
from kotoutus_desktop.ui.clients.obstacle_rows import ObstacleRows
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import column, row
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import LongTextField
from kotoutus_desktop.ui.plans.bindings import Binding, enum_choices
from kotoutus_desktop.ui.plans.period_sum import PeriodSum
from kotoutus_desktop.ui.plans.plan_part import PlanPart
from kotoutus_desktop.ui.plans.side_by_side import side_by_side
from kotoutus_desktop.ui.theme import theme

LAST_DAY_KEY = "Alt+End"


class PeriodCard(PlanPart):
    """Three days, offered filled; how the last one is reckoned; what lengthens it, if asked."""

    def build(self) -> list[Binding]:
        """Make the fields."""
        today = self.phrasebook.today
        self.starts = DateField(_("Begins"), today)
        self.ends = DateField(_("Ends"), today)
        self.review = DateField(_("Next review"), today)
        self.sum = PeriodSum()
        self.sum.section_clicked.connect(self.ends.section_clicked)
        self._last = Label("", "small", "muted")
        self.use_last = Button(_("Use that day"), "link", bulk="small", key=LAST_DAY_KEY)
        self.use_last.clicked.connect(self._take_last_day)
        self.lengthen = Button(_("Lengthen the maximum"), "link", "plus", bulk="small")
        self.lengthen.clicked.connect(self._open_grounds)
        self._asked = False
        self.put(
            side_by_side(self.starts, self.ends, self.review),
            self._last_line(),
            self.sum,
            self.lengthen,
        )
        grounds = self._build_grounds()
        return [
            Binding("starts_on", self.starts),
            Binding("ends_on", self.ends),
            Binding("next_review_on", self.review),
            *grounds,
        ]

    def write(self) -> None:
        """Write the fields and the times of obstacle, as far as they can be read."""
        super().write()
        if not self.obstacles.fault():
            self.obstacles.write_periods(self.document.client)

    def follow(self) -> None:
        """Say which day is the last possible one and why; show the grounds where they are due."""
        plan, period = self.document.plan, self.document.period()
        at_last = plan.ends_on == period.latest
        self.use_last.setVisible(not at_last)
        self._last.setText(
            _("The plan ends on the last possible day.")
            if at_last
            else _("The last possible day is {date}.").format(date=date_text(period.latest))
        )
        self.sum.show_period(period, date_text(self.document.client.born))
        shown = self._asked or self._is_lengthened()
        self._grounds.setVisible(shown)
        self.lengthen.setVisible(not shown and not period.is_first)

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

    def _build_grounds(self) -> list[Binding]:
        """Make what lengthens the maximum: §§ 23(3), 23(4) and 31."""
        self.extension = ChoiceField(
            _("Ground of extension"), self._extensions(), section=PLAN_EXTENSION
        )
        self.studies = CheckField(
            _("Self-motivated studies are still under way when the maximum is reached"),
            section=STUDIES_UNDER_25,
        )
        self.reason = LongTextField(
            _("Why the plan is extended"),
            lines=1,
            hint=_("Needed with a ground of extension and with studies."),
        )
        self.obstacles = ObstacleRows(self.phrasebook.today)
        self.obstacles.show_periods(self.document.client)
        self._grounds = column(
            side_by_side(self.extension), self.studies, self.reason, self.obstacles, gap=3
        )
        self.put(self._grounds)
        return [
            Binding("extension", self.extension, Extension),
            Binding("unfinished_studies", self.studies),
            Binding("extension_reason", self.reason),
        ]

    def _extensions(self) -> list[Choice]:
        """Return the grounds that the governing Act knows, and the one that was chosen."""
        known = known_grounds(self.document.period().counted_from)
        kept = self.document.plan.extension
        return [choice for choice in enum_choices(Extension) if choice.value in (*known, kept)]

    def _last_line(self) -> QWidget:
        """Return the line of the last possible day and of the review."""
        holder = QWidget()
        flow = Flow(holder, gap=1)
        often = Label(_("Review every six months"), "small", "muted")
        for label in (self._last, often):
            label.setMinimumHeight(theme().px(26))  # on a line with the links
        link = SectionLink(REVIEW)
        link.opened.connect(self.ends.section_clicked)
        flow.addWidget(self._last)
        flow.addWidget(self.use_last)
        flow.addWidget(row(often, link, gap=1))
        return holder

    def _is_lengthened(self) -> bool:
        """Tell whether a ground is recorded, or the end cannot stand without one."""
        document = self.document
        beyond = PlanFault.BEYOND_MAXIMUM in {fault.kind for fault in document.date_faults()}
        plan, first = document.plan, document.period().is_first
        used = plan.extension is not None or plan.unfinished_studies
        return beyond or used or (not first and bool(self.obstacles.rows))

    def _open_grounds(self) -> None:
        self._asked = True
        self.follow()
        self.extension.take_focus()

    def _take_last_day(self) -> None:
        last: date = self.document.period().latest
        self.ends.set_value(last)
        self.ends.take_focus()

"""The groups of § 14: what follows from the facts, and what the Act leaves to judgement."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.facts import person_facts
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.entitlement import (
    assessment_duty,
    duty_section,
    entitlement_ends,
    grounds,
    may_be_left_out,
)
from kotoutus_desktop.rules.facts import AssessmentDuty
from kotoutus_desktop.rules.section import (
    ACT,
    ASSESSMENT_LEFT_OUT,
    ASSESSMENT_NEED,
    ASSESSMENT_OF_VICTIM,
    Section,
)
from kotoutus_desktop.ui.clients.intake_section import IntakeSection, day_of, free_text_hint
from kotoutus_desktop.ui.components.labels import IconLabel, Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.components.tab_order import insert_before, stops_in
from kotoutus_desktop.ui.fields.choice_marks import CheckField, SegmentField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import LongTextField, TextField
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.words import date_text, enum_text

VICTIM = Section(ACT, "14", 1, 7)
GROUPS = {
    1: N_("unemployed jobseeker"),
    2: N_("international protection, or treated alike, or family of such a person"),
    3: N_("child home care allowance"),
    4: N_("asked or was announced, and is judged to need an assessment"),
    5: N_("social assistance on a non-temporary basis"),
    6: N_("child or young person who came unaccompanied"),
    7: N_("victim of human trafficking"),
}
JUDGED: dict[bool | None, str] = {True: "yes", False: "no", None: ""}


def judged(value: str) -> bool | None:
    """Return what a segment of yes and no means, None for not chosen yet."""
    return {"yes": True, "no": False}.get(value)


class GroupsView(QFrame):
    """What the Act says of the person as the form stands, each line with its section."""

    def __init__(self, page: FormPage) -> None:
        super().__init__()
        self.setProperty("kind", "sunken")
        self._page = page
        self._column = Column(self, (3, 2, 3, 3), 1)
        self._shown: tuple[Any, ...] = ()

    def show_client(self, client: Client) -> None:
        """Show the duty to assess, the groups that hold and how long the right lasts."""
        today = self._page.workspace.today()
        person = person_facts(client, today)
        duty, found = assessment_duty(person, today), grounds(person, today)
        plan = bool(client.other_client_plan)
        left_out = may_be_left_out(person, today, other_client_plan=plan)
        unknown = client.right_of_residence is None
        shown = (duty, found, left_out, entitlement_ends(person), unknown)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._column)
        if unknown:
            self._line("circle-dashed", _("Not known yet: the right of residence is missing."))
            return
        icon = "circle-check" if duty is AssessmentDuty.MUST else "info-circle"
        self._line(icon, enum_text(duty), (duty_section(duty),), "strong")
        for section in found:
            if section.point:
                self._line("check", _(GROUPS[section.point]), (section,))
        if left_out:
            self._line("check", _("May be left out: another client plan suffices."), (left_out,))
        ends = entitlement_ends(person)
        if ends is not None:
            self._line("clock", _("The three years end on {date}.").format(date=date_text(ends)))

    def text(self) -> str:
        """Return everything that is said."""
        return " ".join(label.text() for label in self.findChildren(Label))

    def _line(
        self, icon: str, text: str, sections: Sequence[Section] = (), role: str = "body"
    ) -> None:
        line = Row(gap=2)
        line.put(IconLabel(icon, "accent_text" if role == "strong" else "text_muted", 18))
        line.put((wrapped(text, role), 1))
        for section in sections:
            link = SectionLink(section)
            link.opened.connect(self._page.section_clicked)
            line.addWidget(link)
        self._column.addLayout(line)


class NeedSection(IntakeSection):
    """What follows from § 14, and the counsellor's own judgement with its reason."""

    subject = "need"

    def __init__(self, page: FormPage) -> None:
        super().__init__(page, _("Right to an assessment"))
        self.groups = GroupsView(page)
        self.grid.put(self.groups, wide=True)
        self.asked = self.bind(
            "asked_for_assessment", CheckField(_("Asked for an assessment")), wide=True
        )
        self.judgement = self.bind(
            "judged_to_need",
            SegmentField(
                _("Judged to need an assessment"),
                [("yes", _("Yes")), ("no", _("No"))],
                section=ASSESSMENT_NEED,
            ),
            to_field=JUDGED.get,
            to_column=judged,
            wide=True,
        )
        self.reason = self.bind(
            "need_reason",
            LongTextField(_("Reason for the judgement"), hint=free_text_hint(), lines=2),
            wide=True,
        )
        self.other_plan = self.bind(
            "other_client_plan",
            TextField(
                _("Another client plan that meets the needs"),
                hint=_("Which plan, and who made it. Only for those who came unaccompanied."),
                section=ASSESSMENT_LEFT_OUT,
            ),
            wide=True,
        )
        self.victim = self.bind(
            "trafficking_victim",
            CheckField(_("Identified as a victim of human trafficking"), section=VICTIM),
            wide=True,
        )
        self.reached = self.bind(
            "reached_on",
            DateField(
                _("Reached by the services on"),
                page.workspace.today,
                section=ASSESSMENT_OF_VICTIM,
            ),
            to_column=day_of,
            wide=True,
        )
        self.victim.set_help(
            _("Only when an authority has told so. Ask nothing about what happened.")
        )
        self.add_source()

    def follow(self, client: Client) -> None:
        """Show what follows from the form as it stands, and only the questions it raises."""
        self.groups.show_client(client)
        insert_before(self.asked.box, stops_in(self.groups))
        self.show_only(self.reason, bool(self.judgement.value()) or not self.reason.is_empty())
        self.show_only(self.other_plan, client.came_unaccompanied or not self.other_plan.is_empty())
        self.show_only(self.reached, client.trafficking_victim or not self.reached.is_empty())

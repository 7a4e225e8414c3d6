"""Whether the wellbeing services county takes part (§ 14(4)), and what it found."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.rules.county_prompts import CountyPrompt
from kotoutus_desktop.rules.section import ASSESSMENT_COUNTY, INTERVIEW_COUNTY
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.county_prompt import CountyPromptBox
from kotoutus_desktop.ui.fields.choice_marks import CheckField, SegmentField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import LongTextField
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

NEEDED_HINT = N_("If yes, the county takes part in the assessment.")
FINDINGS_HINT = N_("Charted preliminarily. Write only what planning the services needs.")
YES, NO = "yes", "no"


class CountyGroup(QFrame):
    """Prompts say why to ask; the answer is the counsellor's judgement."""

    def __init__(self, prompts: Sequence[CountyPrompt], workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        column = Column(self, gap=4)
        column.put(1, wrapped(_("Wellbeing services county"), "heading"))
        reasons = "; ".join(enum_text(prompt) for prompt in prompts)
        text = _("Worth asking: {reasons}").format(reasons=reasons)
        self.prompt = CountyPromptBox(workspace)
        self.prompt.show_reasons(text if prompts else "")
        column.put(self.prompt)
        self.needed = SegmentField(
            _("Must services of the municipality and the county be co-ordinated?"),
            [(YES, _("Yes")), (NO, _("No"))],
            hint=_(NEEDED_HINT),
            section=ASSESSMENT_COUNTY,
        )
        self.joined = CheckField(_("The county took part in the assessment"))
        self.findings = LongTextField(
            _("Needs for social and health services"),
            hint=_(FINDINGS_HINT),
            section=INTERVIEW_COUNTY,
            lines=2,
        )
        self.fields: dict[str, Field] = {
            "county_needed": self.needed,
            "county_joined": self.joined,
            "county_findings": self.findings,
        }
        column.put(*self.fields.values())
        self.settle()

    def read(self, assessment: Assessment) -> None:
        """Show what is recorded."""
        self.prompt.about(assessment.client_id, assessment.id)
        answer = {True: YES, False: NO, None: ""}[assessment.county_needed]
        self.needed.set_value(answer)
        self.joined.set_value(assessment.county_joined)
        self.findings.set_value(assessment.county_findings)
        self.settle()

    def write(self, assessment: Assessment) -> None:
        """Put what is entered into the assessment; findings only where the county took part."""
        assessment.county_needed = {YES: True, NO: False}.get(self.needed.value())
        assessment.county_joined = joined = self.joined.value()
        assessment.county_findings = self.findings.value() if joined else ""

    def settle(self) -> None:
        """Ask for findings only when the county took part (Decree 869/2024 § 2(2))."""
        self.findings.setVisible(self.joined.value())

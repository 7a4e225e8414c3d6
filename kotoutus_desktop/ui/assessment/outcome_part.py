"""What the assessment leads to: a plan, or guidance to other services."""

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.assessment import Assessment, Outcome
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.rules.section import (
    ASSESSMENT_OUTCOME,
    NEED_FOR_PLAN,
    ONWARD_GUIDANCE,
    STORED_ASSESSMENT,
)
from kotoutus_desktop.ui.assessment.choices import segments
from kotoutus_desktop.ui.assessment.head_part import said
from kotoutus_desktop.ui.assessment.part import Part, day_of, flush
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.fields.choice_marks import SegmentField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook

WITHOUT_DELAY = N_("The plan is drawn up without delay after the assessment.")


class OutcomePart(Part):
    """Wishes, outcome and its reason, the day of the plan, guidance."""

    def __init__(self, phrasebook: Phrasebook) -> None:
        super().__init__(_("Outcome"), ASSESSMENT_OUTCOME)
        self._workspace = phrasebook.workspace
        self.wishes = self.add(
            "wishes",
            PhraseField(_("Wishes of the client"), [PhraseKind.GOAL], phrasebook),
        )
        self.outcome = self.add(
            "outcome", SegmentField(_("Outcome"), segments(Outcome), section=NEED_FOR_PLAN)
        )
        self.reason = self.add(
            "outcome_reason",
            PhraseField(_("Reason for the outcome"), [PhraseKind.OUTCOME], phrasebook),
        )
        self._put_planned()
        self.guidance = self.add(
            "guidance",
            PhraseField(
                _("Guidance to other services"),
                [PhraseKind.GUIDANCE],
                phrasebook,
                section=ONWARD_GUIDANCE,
            ),
        )
        self.end()
        self.settle()

    def read(self, assessment: Assessment) -> None:
        """Show what is recorded."""
        self.wishes.set_value(assessment.wishes)
        self.outcome.set_value(assessment.outcome.value if assessment.outcome else "")
        self.reason.set_value(assessment.outcome_reason)
        self.planned.set_value(assessment.plan_planned_on)
        self.guidance.set_value(assessment.guidance)
        self.settle()

    def write(self, assessment: Assessment) -> None:
        """Put what is entered into the assessment."""
        assessment.wishes, assessment.guidance = said(self.wishes), said(self.guidance)
        assessment.outcome = self._outcome()
        assessment.outcome_reason = said(self.reason)
        planned = self._outcome() is not Outcome.GUIDANCE_ELSEWHERE
        assessment.plan_planned_on = day_of(self.planned) if planned else None

    def settle(self) -> None:
        """Ask when the plan is drawn up, unless none is needed."""
        asked = self._outcome() is not Outcome.GUIDANCE_ELSEWHERE
        self.planned.setVisible(asked)
        self.today.setVisible(asked)

    def _outcome(self) -> Outcome | None:
        chosen = self.outcome.value()
        return Outcome(chosen) if chosen else None

    def _put_planned(self) -> None:
        self.planned = self.keep(
            "plan_planned_on",
            DateField(
                _("Planned date of the plan"),
                self._workspace.today,
                hint=_(WITHOUT_DELAY),
                section=STORED_ASSESSMENT,
            ),
        )
        self.today = Button(_("Today"), "link", "check", bulk="small")
        self.today.setAccessibleName(_("Plan the integration plan for today"))
        self.today.clicked.connect(self._plan_today)
        group = Column(gap=1)
        group.put(self.planned, flush(self.today))
        self.put(group)

    def _plan_today(self) -> None:
        self.planned.set_value(self._workspace.today())
        self.planned.take_focus()

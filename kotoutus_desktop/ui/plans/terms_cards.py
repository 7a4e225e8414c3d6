"""What is agreed on beside the services: guidance, follow-up, studies, job search (§§ 18-19)."""

from kotoutus_desktop.casework.agreement import Readiness
from kotoutus_desktop.i18n import _
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.rules.departures import Departure, DepartureKey
from kotoutus_desktop.rules.facts import LANGUAGE_MEASURES, MeasureKind
from kotoutus_desktop.rules.section import GOALS_OF_OTHERS, GOALS_UNDER_25, JOB_SEARCH, PLAN_CONTENT
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.plans.bindings import Binding
from kotoutus_desktop.ui.plans.plan_part import PlanPart


class TermsCard(PlanPart):
    """Guidance and follow-up; why there are no language studies or no duty to seek work."""

    def build(self) -> list[Binding]:
        """Make the fields."""
        book = self.phrasebook
        guidance = PhraseField(
            _("Guidance and counselling"),
            [PhraseKind.GUIDANCE, PhraseKind.MEASURE],
            book,
            preferred=[MeasureKind.GUIDANCE.value],
            section=PLAN_CONTENT,
        )
        follow_up = PhraseField(
            _("How the plan is followed up"), [PhraseKind.FOLLOW_UP], book, section=PLAN_CONTENT
        )
        self._language = PhraseField(
            _("Why no Finnish or Swedish studies are agreed"),
            [PhraseKind.DEPARTURE],
            book,
            section=PLAN_CONTENT,
            hint=_("The plan has no Finnish or Swedish studies. Add them, or write why not."),
        )
        self._job_search = PhraseField(
            _("Why there is no job-search obligation"),
            [PhraseKind.DEPARTURE, PhraseKind.MEASURE],
            book,
            preferred=[MeasureKind.JOB_SEARCH.value],
            section=JOB_SEARCH,
            hint=_(
                "A jobseeker's plan has the job-search obligation. "
                "Add it to a goal, or write why not."
            ),
        )
        occupation = TextField(_("Target occupation"))
        self.put(guidance, follow_up, self._language, self._job_search, occupation)
        return [
            Binding("guidance", guidance),
            Binding("follow_up", follow_up),
            Binding("language_reason", self._language),
            Binding("job_search_reason", self._job_search),
            Binding("target_occupation", occupation),
        ]

    def follow(self) -> None:
        """Ask for a reason only where something usual is not in the plan."""
        plan = self.document.plan
        kinds = {measure.kind for measure in plan.measures}
        no_studies = not kinds & LANGUAGE_MEASURES
        self._language.setVisible(no_studies or not self._language.is_empty())
        no_duty = self.document.is_jobseeker and MeasureKind.JOB_SEARCH not in kinds
        self._job_search.setVisible(no_duty or not self._job_search.is_empty())


class DeparturesCard(PlanPart):
    """Why the goals are others than the Act sets as a rule; asked only when they are."""

    def build(self) -> list[Binding]:
        """Make the fields."""
        hint = _('The Act says "as a rule". Write why this goal suits better.')
        self._goal = PhraseField(
            _("Reason for other goals than working-life skills and employment"),
            [PhraseKind.DEPARTURE],
            self.phrasebook,
            section=GOALS_OF_OTHERS,
            hint=hint,
        )
        self._education = PhraseField(
            _("Reason for another goal than upper secondary education"),
            [PhraseKind.DEPARTURE],
            self.phrasebook,
            section=GOALS_UNDER_25,
            hint=hint,
        )
        self.put(self._goal, self._education)
        return [
            Binding("goal_reason", self._goal),
            Binding("education_reason", self._education),
        ]

    def follow_departures(self, ready: Readiness) -> None:
        """Show the reasons that are asked for or written."""
        asked = {field_of(departure) for departure in ready.departures}
        for binding in self.bindings:
            wanted = binding.name in asked or not binding.field.is_empty()
            binding.field.setVisible(wanted or binding.field.editor().hasFocus())
        self.setVisible(any(not binding.field.isHidden() for binding in self.bindings))


def field_of(departure: Departure) -> str:
    """Return the field that takes the reason for a departure."""
    young = departure.key is DepartureKey.NO_UPPER_SECONDARY_EDUCATION
    return "education_reason" if young else "goal_reason"

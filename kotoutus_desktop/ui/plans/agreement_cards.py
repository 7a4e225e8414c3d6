"""Who took part, what was explained, how the client accepted (§§ 20, 24)."""

from collections.abc import Sequence

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.plan import Acceptance
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.section import PLAN_COUNTY, RIGHTS_AND_DUTIES
from kotoutus_desktop.ui.county_prompt import CountyPromptBox
from kotoutus_desktop.ui.fields.choice_field import SearchChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField, SegmentField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.phrases.slot_fields import language_choices
from kotoutus_desktop.ui.plans.bindings import Binding, capital
from kotoutus_desktop.ui.plans.people_field import PeopleField
from kotoutus_desktop.ui.plans.plan_part import PlanPart
from kotoutus_desktop.ui.plans.side_by_side import side_by_side
from kotoutus_desktop.ui.plans.tick_list import TickField
from kotoutus_desktop.ui.words import enum_text


class PeopleCard(PlanPart):
    """Who took part; whether the wellbeing services county did."""

    def build(self) -> list[Binding]:
        """Make the fields."""
        self.people = PeopleField(_("Participants beside the client and you"))
        self.people.set_value(self.document.plan.participants)
        county = CheckField(_("The wellbeing services county takes part"), section=PLAN_COUNTY)
        plan = self.document.plan
        self.prompt = CountyPromptBox(self.phrasebook.workspace)
        self.prompt.about(plan.client_id, plan.id)
        self.put(self.people, county, self.prompt)
        return [Binding("county_joined", county)]

    def follow(self) -> None:
        """Ask about the county where guidance says that this is often needed."""
        prompts = self.document.county_prompts()
        reasons = ", ".join(enum_text(prompt) for prompt in prompts)
        text = _("Ask whether services must be co-ordinated with the county: {reasons}.")
        asked = bool(prompts) and not self.document.plan.county_joined
        self.prompt.show_reasons(text.format(reasons=reasons) if asked else "")

    def write_people(self) -> None:
        """Write the participants into the plan."""
        plan = self.document.plan
        plan.participants = self.people.records(plan.client_id, plan.participants)


class RightsCard(PlanPart):
    """Rights and duties: which are printed, when and in what language they were explained."""

    def build(self) -> list[Binding]:
        """Make the fields."""
        rights = TickField(
            _("Rights and duties on the paper"),
            self._choices(),
            section=RIGHTS_AND_DUTIES,
            fold_after=6,
        )
        explained = DateField(_("Explained on"), self.phrasebook.today, section=RIGHTS_AND_DUTIES)
        language = SearchChoiceField(_("In which language"), language_choices())
        interpreted = CheckField(_("An interpreter interpreted"))
        self.put(rights, side_by_side(explained, language), interpreted)
        return [
            Binding("rights", rights),
            Binding("rights_explained_on", explained),
            Binding("rights_language", language),
            Binding("rights_interpreted", interpreted),
        ]

    def _choices(self) -> Sequence[tuple[str, str]]:
        phrases = self.phrasebook.search("", [PhraseKind.RIGHT, PhraseKind.DUTY])
        phrases.sort(key=lambda phrase: (phrase.kind is PhraseKind.RIGHT, phrase.code))
        return [(p.code, self.phrasebook.text(Wording.of(p.code))) for p in phrases]


class AcceptanceCard(PlanPart):
    """How and when the client accepted the plan."""

    def build(self) -> list[Binding]:
        """Make the fields."""
        kinds = [(kind.value, capital(enum_text(kind))) for kind in Acceptance]
        acceptance = SegmentField(_("Acceptance"), kinds)
        accepted = DateField(_("Accepted on"), self.phrasebook.today)
        self.put(acceptance, accepted)
        return [
            Binding("acceptance", acceptance, Acceptance),
            Binding("accepted_on", accepted),
        ]

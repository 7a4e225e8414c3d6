"""The cards of a review: when and why, what came up, how each service is going, what follows."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.models.numbering import numbering, ordered_goals, ordered_measures
from kotoutus_desktop.models.plan import MeasureState, ReviewTrigger
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.section import REVIEW, REVIEW_COUNTY, STORED_REVIEW
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import row
from kotoutus_desktop.ui.county_prompt import CountyPromptBox
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField, SegmentField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.plans.bindings import Binding, Bindings, capital, enum_choices
from kotoutus_desktop.ui.plans.review_record import ReviewRecord
from kotoutus_desktop.ui.plans.side_by_side import side_by_side
from kotoutus_desktop.ui.words import date_text, enum_text

NOTHING_HINDERED, NO_CHANGES = "E-027", "E-045"
"""Phrases: "none" is an answer too (Decree 874/2024 § 3), and the client can read it."""


class ReviewParts:
    """The cards in the order of the page, and their bindings."""

    def __init__(self, record: ReviewRecord, phrasebook: Phrasebook) -> None:
        self._record, self._phrasebook = record, phrasebook
        self.states: dict[UUID, SegmentField] = {}
        self.bindings = Bindings(*self._held(), *self._came_up(), *self._next())
        self.services = self._services()
        self.bindings.show(record.review)

    def follow(self) -> None:
        """Show what depends on the rest of the review."""
        latest = self._record.latest_next()
        text = _("At the latest {date}").format(date=date_text(latest)) if latest else ""
        self._latest.setText(text)

    def _held(self) -> list[Binding]:
        reviewed = DateField(_("Reviewed on"), self._phrasebook.today, section=STORED_REVIEW)
        trigger = ChoiceField(
            _("Why the plan is reviewed"), enum_choices(ReviewTrigger), section=REVIEW
        )
        county = CheckField(
            _("The wellbeing services county took part in the review"), section=REVIEW_COUNTY
        )
        review, text = self._record.review, ""
        if self._record.plan.county_joined:
            text = _("The plan was made together with the county: it takes part in the review too.")
        self.prompt = CountyPromptBox(self._phrasebook.workspace)
        self.prompt.about(review.client_id, review.id)
        self.prompt.show_reasons(text)
        self.held = Card(gap=3)
        self.held.put(side_by_side(reviewed, trigger), county, self.prompt)
        return [
            Binding("reviewed_on", reviewed),
            Binding("trigger", trigger, ReviewTrigger, ReviewTrigger.SIX_MONTHS),
            Binding("county_joined", county),
        ]

    def _came_up(self) -> list[Binding]:
        took_part = self._wording(_("Participation in the services"), PhraseKind.PROGRESS)
        progress = self._wording(_("Progress and results"), PhraseKind.PROGRESS)
        hindrances = self._wording(_("What has hindered"), PhraseKind.HINDRANCE)
        changes = self._wording(_("Changes to the plan"), PhraseKind.CHANGE)
        self.came_up = Card(gap=3)
        self.came_up.put(
            took_part,
            progress,
            hindrances,
            self._none(hindrances, _("Nothing has hindered"), NOTHING_HINDERED),
            changes,
            self._none(changes, _("No changes"), NO_CHANGES),
        )
        return [
            Binding("participation", took_part),
            Binding("progress", progress),
            Binding("hindrances", hindrances),
            Binding("changes", changes),
        ]

    def _next(self) -> list[Binding]:
        following = DateField(_("Next review"), self._phrasebook.today, section=REVIEW)
        self._latest = wrapped("", "small", "muted")
        source = ChoiceField(_("Source"), enum_choices(SourceKind))
        detail = TextField(_("Who or which document"))
        self.next = Card(gap=3)
        self.next.put(following, self._latest, side_by_side(source, detail))
        return [
            Binding("next_review_on", following),
            Binding("source", source, SourceKind, SourceKind.CLIENT),
            Binding("source_detail", detail),
        ]

    def _services(self) -> Card:
        """Return the services of the plan, each with how far it is."""
        card = Card(gap=3)
        numbers = numbering(self._record.plan)
        choices = [(state.value, capital(enum_text(state))) for state in MeasureState]
        for goal in ordered_goals(self._record.plan):
            for measure in ordered_measures(goal):
                what = self._phrasebook.text(measure.what) or enum_text(measure.kind)
                field = SegmentField(f"{numbers[measure.id]}  {what}", choices)
                field.set_value(measure.state.value)
                self.states[measure.id] = field
                card.put(field)
        return card

    def _wording(self, label: str, kind: PhraseKind) -> PhraseField:
        return PhraseField(label, [kind], self._phrasebook)

    def _none(self, field: PhraseField, text: str, phrase: str) -> QFrame:
        button = Button(text, "link", "check", bulk="small")
        button.clicked.connect(partial(self._say_none, field, phrase))
        return row(button, None, gap=0)

    def _say_none(self, field: PhraseField, phrase: str, _on: bool = False) -> None:
        field.set_value(Wording.of(phrase))
        field.changed.emit()

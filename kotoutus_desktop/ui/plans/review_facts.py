"""A completed review, to read."""

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.numbering import numbering
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.plans.bindings import capital
from kotoutus_desktop.ui.plans.facts_card import FactsCard
from kotoutus_desktop.ui.plans.review_record import ReviewRecord
from kotoutus_desktop.ui.words import date_text, enum_text


def review_cards(record: ReviewRecord, phrasebook: Phrasebook) -> list[FactsCard]:
    """Return what was recorded in a review, and how far each service is."""
    review, plan = record.review, record.plan
    numbers = numbering(plan)
    source = capital(enum_text(review.source))
    county = _("The wellbeing services county took part in the review")
    facts = [
        (_("Reviewed on"), date_text(review.reviewed_on)),
        (_("Why the plan is reviewed"), capital(enum_text(review.trigger))),
        (_("Participants"), county if review.county_joined else ""),
        (_("Participation in the services"), phrasebook.text(review.participation)),
        (_("Progress and results"), phrasebook.text(review.progress)),
        (_("What has hindered"), phrasebook.text(review.hindrances)),
        (_("Changes to the plan"), phrasebook.text(review.changes)),
        (_("Next review"), date_text(review.next_review_on) if review.next_review_on else ""),
        (_("Source"), ", ".join(part for part in (source, review.source_detail) if part)),
    ]
    services = [
        (
            f"{numbers[measure.id]}  {capital(enum_text(measure.state))}",
            phrasebook.text(measure.what) or enum_text(measure.kind),
        )
        for measure in plan.measures
    ]
    return [FactsCard("", facts), FactsCard(_("How the services are going"), services)]

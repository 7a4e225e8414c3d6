"""What the plan lacks, in the words and the order of the page, and where it is entered."""

from collections.abc import Sequence
from uuid import UUID

from kotoutus_desktop.casework.agreement import Readiness, as_invalid_input
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.completeness import Missing
from kotoutus_desktop.ui.components.missing_list import MissingRow
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.missing_words import missing_text
from kotoutus_desktop.ui.plans.plan_document import PlanDocument
from kotoutus_desktop.ui.plans.terms_cards import field_of

FIELDS = {
    "made": "starts_on",
    "ends": "ends_on",
    "next_review": "next_review_on",
    "language_studies": "language_reason",
    "job_search": "job_search_reason",
    "rights_explained": "rights_explained_on",
}
"""Fields of the form by the keys of the rules, where the two differ."""

REASONS = {
    "goal_reason": N_("Reason for other goals than working-life skills and employment"),
    "education_reason": N_("Reason for another goal than upper secondary education"),
}
GAP, UNFILLED = "gap", "unfilled"
WORDINGS = (
    "guidance",
    "follow_up",
    "language_reason",
    "job_search_reason",
    "goal_reason",
    "education_reason",
)


def missing_rows(
    document: PlanDocument, ready: Readiness, gaps: Sequence[UUID]
) -> list[MissingRow]:
    """Return a line for everything that stands between the plan and the agreement."""
    numbers = document.numbers()
    rows = [
        MissingRow(error.field, explain(error), fault.section, overdue=True)
        for fault in ready.faults
        for error in [as_invalid_input(fault)]
    ]
    rows += [row for missing in ready.missing if (row := _row(document, missing))]
    rows += [
        MissingRow(field_of(departure), _(REASONS[field_of(departure)]), departure.section)
        for departure in ready.departures
    ]
    rows += [
        MissingRow(f"{GAP}.{key}", _("Fill in the phrase of row {number}").format(number=number))
        for key in gaps
        if (number := numbers.get(key))
    ]
    return list({row.key: row for row in rows}.values())


def _row(document: PlanDocument, missing: Missing) -> MissingRow | None:
    group, _dot, rest = missing.key.partition(".")
    if group == UNFILLED:
        return _unfilled(document, rest, missing)
    if group == "services" and rest:
        measure = document.plan.measures[int(rest.split(".")[0])]
        number = document.numbers()[measure.id]
        text = _("Why the service suits the goal: {number}").format(number=number)
        return MissingRow(f"{measure.id}.suitability", text, missing.section)
    key = FIELDS.get(missing.key, missing.key)
    return MissingRow(key, missing_text(missing.key), missing.section)


def _unfilled(document: PlanDocument, code: str, missing: Missing) -> MissingRow | None:
    """Return the line of a phrase outside the goals; rows of goals and services have their own."""
    names = [name for name in WORDINGS if getattr(document.plan, name).phrase == code]
    text = _("Fill in the phrase {code}").format(code=code)
    return MissingRow(names[0], text, missing.section) if names else None

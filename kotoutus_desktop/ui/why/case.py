"""Why the next step of a case is due when it is, and which limits bind it."""

from datetime import date

from kotoutus_desktop.rules.due import Basis, CaseStanding, DueItem, due_items
from kotoutus_desktop.rules.next_step import NextStep
from kotoutus_desktop.rules.reasons import asked, limits, of_due
from kotoutus_desktop.rules.section import ASSESSMENT
from kotoutus_desktop.ui.why.why import Why, of_reason
from kotoutus_desktop.ui.words import enum_text


def why_step(standing: CaseStanding, step: NextStep, today: date) -> Why:
    """Return why the next step is due when it is; guidance is asked for without a day."""
    for item in due_items(standing, today):
        if _is_step(item, step):
            return of_reason(of_due(standing, item, today))
    return Why(enum_text(step.kind), asked(step.section or ASSESSMENT))


def why_limits(standing: CaseStanding) -> list[Why]:
    """Return the grounds of the limits that bind the client whatever is done next."""
    return [of_reason(reason) for reason in limits(standing)]


def _is_step(item: DueItem, step: NextStep) -> bool:
    same_day = (item.kind, item.due, item.section) == (step.kind, step.due, step.section)
    return same_day and (item.basis is Basis.OWN_TARGET) == step.target

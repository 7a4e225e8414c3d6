"""What the deadline ledger says on the screen and in its exports, in the interface's language."""

from collections.abc import Mapping

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.obligations import OWN_TARGETS, Rule

RULES: Mapping[Rule, str] = {
    Rule.CONTACT: N_("Contact handled"),
    Rule.ASSESSMENT: N_("Assessment started"),
    Rule.FIRST_PLAN: N_("First plan made"),
    Rule.REFERRAL: N_("Referred to an agreed service"),
    Rule.REVIEW: N_("Plan reviewed"),
    Rule.PLAN_END: N_("After a plan: the next one, or closing"),
    Rule.ALL_PLANS: N_("All plans ended in time"),
}

DEFINITIONS: Mapping[Rule, str] = {
    Rule.CONTACT: N_(
        "One for each contact. The due day is the day of the contact and the days of the office's "
        "own target. The Act gives no number of days, it says: without delay."
    ),
    Rule.ASSESSMENT: N_(
        "One for each client with a ground for an assessment. The due day is the day the "
        "municipality learned of the person and the days of the office's own target. The Act "
        "gives no number of days, it says: without delay."
    ),
    Rule.FIRST_PLAN: N_(
        "One for each client who needs a plan. The due day is the last of the three years from "
        "the first residence permit, residence card or registration."
    ),
    Rule.REFERRAL: N_(
        "One for each service agreed in a plan. The due day is one month after the plan was made."
    ),
    Rule.REVIEW: N_(
        "One for each review. The due day is six months after the plan was made or last reviewed. "
        "Not counted where the plan ends or is followed by the next one before that."
    ),
    Rule.PLAN_END: N_(
        "One for each plan that ends. Done in time when the next plan was made, or the plan or the "
        "case was closed, by the last day of the plan."
    ),
    Rule.ALL_PLANS: N_(
        "One for each client with a plan. The due day is the maximum of all plans together, with "
        "extensions and obstacles. Done in time when no plan went on past it. Not counted where "
        "studies keep the plan in force."
    ),
}

HEADINGS = (
    N_("Fell due"),
    N_("In time"),
    N_("Late, with reason"),
    N_("Late, without reason"),
    N_("Still open"),
)
"""The numbers of a line: what fell due, and the four parts that it is the sum of."""

COLUMN_DEFINITIONS = (
    N_("Everything whose due day is in the month. It is the sum of the four other numbers."),
    N_("Done on the due day or before it."),
    N_("Done after the due day, or past it and not done; the reason is recorded."),
    N_("Done after the due day, or past it and not done; no reason is recorded."),
    N_("Not done, and the due day has not passed."),
)

NOTES = (
    N_(
        "What was not done when a case was closed, and was not due by then, is not counted. A due "
        "day that is a Saturday or a holiday is not moved."
    ),
)

WHOLE_PERIOD = N_("Whole period")


def rule_text(rule: Rule) -> str:
    """Return what a rule is called."""
    return _(RULES[rule])


def basis_text(rule: Rule) -> str:
    """Return who sets the day: the Act, or the office."""
    return _("own target of the office") if rule in OWN_TARGETS else _("time limit of the Act")


def month_text(month: tuple[int, int] | None) -> str:
    """Return a month as 3/2026; None is the whole period."""
    return _(WHOLE_PERIOD) if month is None else f"{month[1]}/{month[0]}"

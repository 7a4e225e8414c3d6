"""What every missing line is called: the keys of `rules.completeness` in words."""

from enum import StrEnum

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.facts import InterviewHead, ToldItem
from kotoutus_desktop.ui.words import enum_text

WORDS = {
    "interviewed_on": N_("Date of the initial interview"),
    "interviewer": N_("Interviewer who holds an office"),
    "on_premises": N_("Where the interview is held"),
    "weighty_reason": N_("Weighty reason for this way of interviewing"),
    "language": N_("Language of the interview"),
    "interpreter": N_("Interpretation, or a common language"),
    "plan_needed": N_("Is an integration plan needed?"),
    "outcome_reason": N_("Reasons for the outcome"),
    "planned_plan_date": N_("Date planned for drawing up the plan"),
    "guided_to": N_("Where the client was guided"),
    "made": N_("Date on which the plan is made"),
    "ends": N_("Last day of the plan"),
    "extension_reason": N_("Why the plan is extended"),
    "long_term_goal": N_("Long-term goal"),
    "period_goal": N_("Goal for this plan"),
    "work_goal": N_("Goal of employment or working-life skills"),
    "services": N_("Measures and services"),
    "language_studies": N_("Finnish or Swedish studies, or why none"),
    "guidance": N_("Guidance and advice in the plan"),
    "job_search": N_("Jobseeking obligation, or why none"),
    "follow_up": N_("Follow-up of the plan"),
    "next_review": N_("Date of the next review"),
    "rights_explained": N_("Rights and duties explained: date and language"),
    "accepted_on": N_("Acceptance by the client"),
    "copy_given": N_("Copy of the plan for the client"),
    "reviewed_on": N_("Date of the review"),
    "county": N_("Wellbeing services county in the review"),
    "participation": N_("Participation in the agreed services"),
    "progress": N_("Progress towards the goals"),
    "hindrances": N_("What has hindered, or that nothing has"),
    "changes": N_("Changes, or that there are none"),
    "authors": N_("Who drew this up"),
    "sources": N_("Source of what others have told"),
}
"""Keys without a row number or an enum value in them."""

ROWS = {"heads": InterviewHead, "told": ToldItem}
_SUITABILITY = N_("Why it suits: measure {number}")
_TOLD = N_("Told to the client: {item}")


def missing_text(key: str) -> str:
    """Return what is missing, in the counsellor's language.

    A row of the plan is counted from one, over all its measures. Raises KeyError for a key
    that no rule has.
    """
    first, _dot, rest = key.partition(".")
    if not rest:
        return _(WORDS[first])
    if first == "services":
        return _(_SUITABILITY).format(number=int(rest.split(".")[0]) + 1)
    member: StrEnum = ROWS[first](rest)
    text = enum_text(member)
    return _(_TOLD).format(item=f"{text[:1].lower()}{text[1:]}") if first == "told" else text

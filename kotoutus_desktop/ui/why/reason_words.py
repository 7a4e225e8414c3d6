"""The parts of a reason in words: events, lengths, who says so, what would change it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.due import Basis
from kotoutus_desktop.rules.reason import (
    Change,
    Doubt,
    Event,
    EventKind,
    Limit,
    Reason,
    Term,
    TermKind,
)
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.dates import date_text, days_text, length_text

Words = Mapping[StrEnum, str]

LIMITS: Words = MappingProxyType(
    {
        Limit.ENTITLEMENT: N_("Assessment and first plan at the latest"),
        Limit.FIRST_PLAN_END: N_("The first plan at its longest"),
        Limit.ALL_PLANS_END: N_("Maximum length of all plans"),
    }
)
EVENTS: Words = MappingProxyType(
    {
        EventKind.FIRST_GRANTED: N_("First permit, card or registration"),
        EventKind.LEARNED_OF_PERSON: N_("The municipality learned of the person"),
        EventKind.CONTACT_MADE: N_("The contact was made"),
        EventKind.ASSESSMENT_COMPLETED: N_("The assessment was completed"),
        EventKind.PLAN_DATE_SET: N_("Day planned for the plan in the assessment"),
        EventKind.FIRST_PLAN_MADE: N_("First plan agreed"),
        EventKind.PLAN_MADE: N_("Plan agreed"),
        EventKind.PLAN_DRAFTED: N_("Date on which the plan is made"),
        EventKind.PLAN_REVIEWED: N_("Last review"),
        EventKind.PLAN_ENDS: N_("Last day of the plan"),
        EventKind.BORN: N_("Date of birth"),
        EventKind.FIRST_HOME_MUNICIPALITY: N_("First municipality of residence registered"),
        EventKind.BOOKED_TIME: N_("Booked time"),
    }
)
TERMS: Words = MappingProxyType(
    {
        TermKind.ENTITLEMENT: N_("time for the assessment and the first plan"),
        TermKind.FIRST_PLAN: N_("longest first plan"),
        TermKind.ALL_PLANS: N_("all plans"),
        TermKind.SPECIAL_MEASURES: N_("extension: special measures"),
        TermKind.HOME_CARE_PART_TIME: N_("extension: part-time during home care"),
        TermKind.OBSTACLES: N_("obstacles"),
        TermKind.STUDIES: N_("unfinished studies, at most"),
        TermKind.REFERRAL: N_("time to guide to the services"),
        TermKind.REVIEW: N_("longest time between reviews"),
        TermKind.OWN_TARGET: N_("own target"),
        TermKind.PREPARING: N_("time to prepare what comes next"),
        TermKind.AGE: N_("age"),
        TermKind.REIMBURSEMENT: N_("time of the imputed reimbursement"),
        TermKind.PAYING: N_("time for paying, at least"),
    }
)
BASES: Words = MappingProxyType(
    {
        Basis.STATUTORY: N_("The law"),
        Basis.OWN_TARGET: N_("The office's own target"),
        Basis.SUGGESTION: N_("A suggestion of the program"),
    }
)
CHANGES: Words = MappingProxyType(
    {
        Change.FIRST_DAY: N_(
            "Another day of the first permit, card or registration. A later permit does not "
            "start the time again."
        ),
        Change.REACHED_LATE: N_(
            "The services reached a victim of human trafficking only after the three years: "
            "then no last day binds."
        ),
        Change.START: N_("Starting the assessment."),
        Change.PLAN: N_("Agreeing the plan."),
        Change.JUDGEMENT: N_("Other facts about the client: the duty is worked out from them."),
        Change.TARGET: N_("Another target of the office, in the settings."),
        Change.HANDLED: N_("Recording what came of the contact."),
        Change.PLANNED_DATE: N_("Another day planned for the plan, in the assessment."),
        Change.REFERRED: N_("Recording the day on which the client was guided to the service."),
        Change.REVIEWED: N_("Completing a review: the next time is counted from it."),
        Change.LIFE_CHANGED: N_("Needs or life change: the plan is reviewed sooner."),
        Change.CLIENT_ASKS: N_("The client asks for it: the plan is reviewed sooner."),
        Change.NEXT_PLAN: N_("A next plan, within the longest time of all plans."),
        Change.GUIDED_ONWARD: N_("Ending the plan with guidance onward."),
        Change.EXTENSION: N_("An extension of two years at most, with its ground and reason."),
        Change.OBSTACLE: N_("A time of obstacle: as many days are added."),
        Change.STUDIES: N_(
            "Self-motivated studies supported by unemployment benefit that are unfinished "
            "when the time runs out."
        ),
        Change.EMPLOYMENT_PLAN: N_("An employment plan that takes over for the studies."),
        Change.BIRTH_DATE: N_("A corrected date of birth."),
        Change.HOME_DAY: N_("Another day on which the first municipality was registered."),
        Change.PROTECTION: N_("Another ground of protection, or family of such a person."),
    }
)
DOUBTS: Words = MappingProxyType(
    {
        Doubt.COUNTING: N_(
            "Whether a last day on a Saturday or a holiday moves to the next working day is "
            "not certain. The earlier day is shown: it is in time either way."
        ),
        Doubt.ADDED_UP: N_(
            "That extension and obstacles are added together is how we read the Act. It does "
            "not say so outright."
        ),
        Doubt.GUIDANCE: N_("This rests on the authorities' guidance, not on the law itself."),
        Doubt.INFERRED: N_("This is how we read the law. It does not say so outright."),
        Doubt.EDITION: N_("How later acts changed this statute was not read for the program."),
        Doubt.ENDS_WITH_STUDIES: N_(
            "From 25 years on, the plan stays valid for the studies and has no last day."
        ),
    }
)
DELAY = N_("The Act says: without delay. It sets no number of days.")
NO_DAY = N_("The law asks for it and sets no day.")
UNBOUND = N_("Nobody is bound by it.")


def event_text(event: Event) -> str:
    """Return what happened: "Plan 1 agreed"."""
    if event.kind is EventKind.PLAN_MADE and event.number:
        return _("Plan {number} agreed").format(number=event.number)
    return _(EVENTS[event.kind])


def term_text(term: Term) -> str:
    """Return the length of a term, in years, months or days, without its sign."""
    return length_text(term.months) if term.months else days_text(abs(term.days))


def sign(term: Term) -> str:
    """Return the sign that stands before a length."""
    return "\N{MINUS SIGN}" if term.days < 0 else "+"


def basis_text(reason: Reason) -> str:
    """Return what the one who says so says of the day; "" where the sum says it all."""
    if reason.without_delay:
        return _(DELAY)
    if reason.basis is Basis.SUGGESTION:
        return _(UNBOUND)
    return "" if reason.result else _(NO_DAY)


def sentence(reason: Reason) -> str:
    """Return the sum on one line: first permit 12.3.2026 + 3 years = 12.3.2029, 14 §."""
    parts = []
    if reason.event:
        parts.append(f"{event_text(reason.event)} {date_text(reason.event.day)}")
    for number, term in enumerate(reason.terms):
        words = f" ({_(TERMS[term.kind])})" if number else ""
        parts.append(f"{sign(term)} {term_text(term)}{words}")
    total = " ".join(parts)
    if reason.result and reason.terms:
        total = f"{total} = {date_text(reason.result)}"
    return ", ".join(part for part in (total, section_text(reason.section)) if part)

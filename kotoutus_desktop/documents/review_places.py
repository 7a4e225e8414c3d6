"""What a speaker's texts need of the papers: where each one stands, and letters to print it."""

from collections.abc import Iterable, Mapping
from dataclasses import astuple
from functools import cache
from types import MappingProxyType

from kotoutus_desktop.documents import (
    appointment_words,
    course_invitation_words,
    form_words,
    letter_words,
    orientation_words,
    referral_words,
    service_words,
    words,
)
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.phrases.returned import Change, Fault, FaultKind, RefusedTranslations
from kotoutus_desktop.typesetting import missing_characters

_GROUPS = (
    (N_("Integration plan: head of the paper"), words.HEAD),
    (N_("Integration plan: goals"), words.GOALS),
    (N_("Integration plan: services and measures"), words.MEASURES),
    (N_("Integration plan: rights, duties and contacts"), words.RIGHTS),
    (N_("Integration plan: signatures"), words.SIGNATURES),
    (N_("Foot of every paper"), words.FOOT),
    (N_("Assessment on paper"), words.ASSESSMENT),
    (N_("Review of the plan on paper"), words.REVIEW),
    (N_("Invitation to an appointment"), letter_words.INVITATION),
    (N_("Reminder of an appointment"), appointment_words.REMINDER),
    (N_("Decision on a fee for an unused appointment"), appointment_words.FEE_DECISION),
    (N_("Your rights and duties, and your personal data"), letter_words.NOTICE),
    (N_("My plan"), letter_words.MY_PLAN),
    (N_("Summaries of assessment and review"), letter_words.SUMMARY),
    (N_("Form to fill in by hand"), form_words.FORM),
    (N_("Invitation to a course"), course_invitation_words.COURSE_INVITATION),
    (N_("Sign-in sheet of a course"), orientation_words.SIGN_IN),
    (N_("Timetable of a course"), orientation_words.SCHEDULE),
    (N_("Certificate of orientation"), orientation_words.CERTIFICATE),
    (N_("Referral to a service on paper"), referral_words.REFERRAL),
    (N_("Sheet of services"), service_words.SERVICES),
)
_KINDS = (
    (N_("Kind of goal"), words.GOAL_KINDS),
    (N_("Kind of service or measure"), words.MEASURE_KINDS),
    (N_("Subject of the assessment"), words.INTERVIEW_HEADS),
    (N_("What was told to the client"), letter_words.TOLD_ITEMS),
    (N_("Topic of orientation"), orientation_words.TOPICS),
)


def places() -> Mapping[str, str]:
    """Return where each fixed text stands, in the language of the interface."""
    return {text: _(place) for text, place in _places().items()}


def check_letters(language: str, changes: Iterable[Change]) -> None:
    """Raise RefusedTranslations, naming the characters, where no font has what a text needs."""
    faults = [
        Fault(FaultKind.NO_LETTER, change.original, " ".join(sorted(missing)))
        for change in changes
        if (missing := missing_characters(change.after, language))
    ]
    if faults:
        raise RefusedTranslations(faults)


@cache
def _places() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for place, group in _GROUPS:
        found |= dict.fromkeys((text for text in astuple(group) if text not in found), place)
    for place, labels in _KINDS:
        found |= dict.fromkeys((text for text in labels.values() if text not in found), place)
    return MappingProxyType(found)

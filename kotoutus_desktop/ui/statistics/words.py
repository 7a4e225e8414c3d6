"""What the lines of the statistics are called."""

from collections.abc import Mapping
from enum import StrEnum

from kotoutus_desktop.documents.statistics_words import (
    LINES,
    NO_RIGHT,
    NOT_ASKED,
    NOT_KNOWN,
    NOT_RECORDED,
    NOT_TOLD,
    ORIENTATION_LINES,
    TARGET_GROUPS,
    WHOLE_LINE,
    age_text,
)
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.models.assessment import Outcome
from kotoutus_desktop.models.client import ClosingReason
from kotoutus_desktop.models.guidance import GuidanceReferral, GuidanceTopic
from kotoutus_desktop.models.plan import MeasureState, ReviewTrigger
from kotoutus_desktop.models.training import TrainingKind
from kotoutus_desktop.reference.language_levels import language_levels
from kotoutus_desktop.rules.facts import Extension, Protection, RightOfResidence
from kotoutus_desktop.rules.referrals import Receiver, ReferralState
from kotoutus_desktop.rules.statistics import (
    UNKNOWN,
    WHOLE,
    Line,
    TargetGroup,
    Topic,
)
from kotoutus_desktop.ui.words import enum_text, language_name, municipality_name

_ENUMS: Mapping[Topic, tuple[type[StrEnum], ...]] = {
    Topic.GROUP: (Protection, RightOfResidence),
    Topic.ASSESSMENT: (Outcome,),
    Topic.REVIEW: (ReviewTrigger,),
    Topic.EXTENSION: (Extension,),
    Topic.REFERRAL: (ReferralState,),
    Topic.RECEIVER: (Receiver,),
    Topic.TRAINING: (TrainingKind,),
    Topic.PLAN_END: (ClosingReason,),
    Topic.MEASURE: (MeasureState,),
    Topic.CLOSED: (ClosingReason,),
    Topic.GUIDANCE_TOPIC: (GuidanceTopic,),
    Topic.GUIDANCE_REFERRAL: (GuidanceReferral,),
    Topic.REIMBURSEMENT: (Protection,),
}
_UNKNOWN = {
    Topic.MUNICIPALITY: NOT_TOLD,
    Topic.ASSESSMENT: NOT_RECORDED,
    Topic.GUIDANCE_LANGUAGE: NOT_ASKED,
}
NOT_TESTED = "not_assessed"
_LANGUAGES = (Topic.SERVICE_LANGUAGE, Topic.MOTHER_TONGUE, Topic.GUIDANCE_LANGUAGE)


def line_text(topic: Topic, key: str) -> str:
    """Return what a line is called; a key that this version does not know stands as it is."""
    if key == WHOLE:
        return _(WHOLE_LINE)
    if key == UNKNOWN:
        return _(_UNKNOWN.get(topic, NOT_KNOWN))
    if topic in _LANGUAGES:
        return language_name(key)
    if topic is Topic.MUNICIPALITY:
        return municipality_name(key)
    if topic is Topic.AGE:
        return age_text(key)
    return _level_text(key) if topic is Topic.FINAL_TEST else _member_text(topic, key)


def _member_text(topic: Topic, key: str) -> str:
    """Return the words of a member of the enums that a table has."""
    if topic is Topic.TARGET_GROUP:
        return _(TARGET_GROUPS[TargetGroup(key)])
    if topic is Topic.GROUP and key == RightOfResidence.NONE:
        return _(NO_RIGHT)
    for members in _ENUMS.get(topic, ()):
        if key in set(members):
            return enum_text(members(key))
    own = ORIENTATION_LINES if topic is Topic.ORIENTATION else LINES
    return _(own[Line(key)]) if key in set(Line) else key


def _level_text(key: str) -> str:
    """Return the code of a level, or the words of one that is none."""
    if key == NOT_TESTED:
        return _("not tested")
    level = next((level for level in language_levels() if level.code == key), None)
    return key if level is None else level.label(interface_language())

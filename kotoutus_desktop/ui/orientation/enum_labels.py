"""What the values of civic orientation are called in the interface."""

from collections.abc import Mapping
from enum import StrEnum

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.orientation import (
    CourseForm,
    CourseKind,
    CourseState,
    EnrolmentState,
    MeetingState,
)
from kotoutus_desktop.rules.orientation import (
    InterpretedGround,
    OrientationProblem,
    Presence,
    SelfStudyGround,
    Topic,
)

ORIENTATION_LABELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    CourseKind: {
        CourseKind.ORIENTATION: N_("civic orientation"),
        CourseKind.INTRODUCTION: N_("introduction day"),
    },
    CourseForm: {
        CourseForm.CONTACT: N_("contact teaching"),
        CourseForm.REMOTE: N_("remote teaching"),
        CourseForm.MIXED: N_("contact and remote"),
    },
    CourseState: {
        CourseState.PLANNED: N_("being planned"),
        CourseState.RUNNING: N_("running"),
        CourseState.ENDED: N_("ended"),
        CourseState.CANCELLED: N_("cancelled"),
    },
    MeetingState: {
        MeetingState.PLANNED: N_("planned"),
        MeetingState.HELD: N_("held"),
        MeetingState.DID_NOT_HAPPEN: N_("did not happen"),
    },
    EnrolmentState: {
        EnrolmentState.RESERVE: N_("on the reserve list"),
        EnrolmentState.INVITED: N_("invited"),
        EnrolmentState.ACCEPTED: N_("takes part"),
        EnrolmentState.DECLINED: N_("declined"),
        EnrolmentState.NO_ANSWER: N_("no answer"),
        EnrolmentState.INTERRUPTED: N_("interrupted"),
        EnrolmentState.MOVED: N_("moved to another course"),
        EnrolmentState.COMPLETED: N_("completed"),
    },
    Presence: {
        Presence.PRESENT: N_("present"),
        Presence.LATE: N_("late"),
        Presence.LEFT_EARLY: N_("left early"),
        Presence.ABSENT: N_("absent"),
        Presence.EXCUSED: N_("absent, excused"),
    },
    InterpretedGround: {
        InterpretedGround.FEW_PARTICIPANTS: N_("few participants"),
        InterpretedGround.NO_TRAINER: N_("no trainer in the language"),
        InterpretedGround.RARE_LANGUAGE: N_("rare language"),
        InterpretedGround.OTHER: N_("other reason"),
    },
    SelfStudyGround: {
        SelfStudyGround.RARE_LANGUAGE: N_("rare language: no group, no trainer or interpreter"),
        SelfStudyGround.SUITABLE: N_("suits the client's study skills and background"),
    },
    OrientationProblem: {
        OrientationProblem.SELF_STUDY_WITHOUT_GROUND: N_("self-study without its ground"),
        OrientationProblem.REMOTE_UNSUITABLE: N_("remote teaching does not suit the client"),
        OrientationProblem.INTERPRETED_WITHOUT_GROUND: N_("interpreted without its ground"),
    },
    Topic: {
        Topic.VALUES_NORMS_LAW: N_("Values, norms and key legislation"),
        Topic.RIGHTS_EQUALITY: N_("Fundamental and human rights, non-discrimination"),
        Topic.GENDER_SEXUAL_RIGHTS: N_("Gender equality and sexual rights"),
        Topic.INTEGRATION_SERVICES: N_("Aims of integration and its services"),
        Topic.WORK_ENTERPRISE: N_("Work, enterprise and the labour market"),
        Topic.STUDYING: N_("Studying"),
        Topic.ASSOCIATIONS_PARTICIPATION: N_("Associations, volunteering, participation"),
        Topic.ECONOMY_EVERYDAY: N_("Household economy and everyday life"),
        Topic.HISTORY_CULTURE: N_("Finland's history and culture"),
        Topic.LIVING_IN_FINLAND: N_("Living, residing and working in Finland"),
        Topic.SOCIETY: N_("How society works"),
        Topic.RIGHTS_DUTIES: N_("Rights and duties"),
    },
}

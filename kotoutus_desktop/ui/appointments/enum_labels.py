"""What the values of appointments are called in the interface."""

from collections.abc import Mapping
from enum import StrEnum

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.appointment import (
    AppointmentPurpose,
    AppointmentState,
    CancelledBy,
    InterpreterKind,
    MeetingWay,
    ToldHow,
)
from kotoutus_desktop.models.guidance import GuidanceReferral, GuidanceTopic
from kotoutus_desktop.models.journal import Confidentiality, JournalWay
from kotoutus_desktop.rules.fee_chain import FeeLink, Hold

APPOINTMENT_LABELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    AppointmentPurpose: {
        AppointmentPurpose.GUIDANCE: N_("Guidance and counselling"),
        AppointmentPurpose.ASSESSMENT: N_("Assessment"),
        AppointmentPurpose.PLAN: N_("Making the plan"),
        AppointmentPurpose.REVIEW: N_("Review of the plan"),
        AppointmentPurpose.OTHER: N_("Other matter"),
    },
    MeetingWay: {
        MeetingWay.AT_PLACE: N_("at a place"),
        MeetingWay.TELEPHONE: N_("by telephone"),
        MeetingWay.VIDEO: N_("by video"),
    },
    InterpreterKind: {
        InterpreterKind.ON_THE_SPOT: N_("on the spot"),
        InterpreterKind.TELEPHONE: N_("by telephone"),
        InterpreterKind.VIDEO: N_("by video"),
    },
    AppointmentState: {
        AppointmentState.BOOKED: N_("booked"),
        AppointmentState.CAME: N_("came"),
        AppointmentState.MISSED: N_("did not come"),
        AppointmentState.CANCELLED: N_("cancelled"),
    },
    CancelledBy: {
        CancelledBy.CLIENT: N_("the client"),
        CancelledBy.OFFICE: N_("the office"),
        CancelledBy.INTERPRETER: N_("the interpreter"),
    },
    ToldHow: {
        ToldHow.LETTER: N_("by letter"),
        ToldHow.INTERPRETED: N_("through an interpreter"),
        ToldHow.SPOKEN: N_("in a shared language"),
    },
    FeeLink: {
        FeeLink.PURPOSE: N_("The time was for guidance, assessment, plan or review"),
        FeeLink.OF_AGE: N_("The client was at least 18 years old"),
        FeeLink.FEE_TOLD: N_("The client was told of the fee at booking"),
        FeeLink.CANCELLING_TOLD: N_("The client was told how to cancel"),
        FeeLink.UNDERSTOOD: N_("It was told in a language the client understands"),
        FeeLink.COST: N_("The interpreter cost something"),
        FeeLink.NOT_CANCELLED: N_("The client did not cancel beforehand"),
        FeeLink.DID_NOT_COME: N_("The client did not come"),
        FeeLink.NO_EXCUSE: N_("There is no acceptable reason"),
        FeeLink.NOT_UNREASONABLE: N_("The fee is not unreasonable"),
        FeeLink.HIGHEST_KNOWN: N_("The highest fee of that day is known"),
    },
    Hold: {
        Hold.HOLDS: N_("in order"),
        Hold.BROKEN: N_("no fee"),
        Hold.OPEN: N_("missing"),
    },
    GuidanceTopic: {
        GuidanceTopic.RESIDENCE: N_("residence permit"),
        GuidanceTopic.HOUSING: N_("housing"),
        GuidanceTopic.WORK: N_("work"),
        GuidanceTopic.STUDIES: N_("studies"),
        GuidanceTopic.LANGUAGE: N_("Finnish or Swedish"),
        GuidanceTopic.CHILDREN: N_("children and family"),
        GuidanceTopic.HEALTH: N_("health and social services"),
        GuidanceTopic.BENEFITS: N_("benefits and money"),
        GuidanceTopic.EVERYDAY: N_("everyday matters"),
        GuidanceTopic.RIGHTS: N_("rights and duties"),
        GuidanceTopic.OTHER: N_("other"),
    },
    GuidanceReferral: {
        GuidanceReferral.NOWHERE: N_("settled here"),
        GuidanceReferral.ASSESSMENT: N_("assessment"),
        GuidanceReferral.MUNICIPALITY: N_("service of the municipality"),
        GuidanceReferral.EMPLOYMENT_AUTHORITY: N_("employment authority"),
        GuidanceReferral.COUNTY: N_("wellbeing services county"),
        GuidanceReferral.KELA: N_("Kela"),
        GuidanceReferral.MIGRI: N_("Finnish Immigration Service"),
        GuidanceReferral.SCHOOL: N_("school or university"),
        GuidanceReferral.ASSOCIATION: N_("association"),
        GuidanceReferral.OTHER: N_("other"),
    },
    JournalWay: {
        JournalWay.VISIT: N_("visit"),
        JournalWay.TELEPHONE: N_("telephone"),
        JournalWay.MESSAGE: N_("message"),
        JournalWay.LETTER: N_("letter"),
        JournalWay.VIDEO: N_("video meeting"),
        JournalWay.NETWORK: N_("meeting with others"),
        JournalWay.REMARK: N_("own remark"),
    },
    Confidentiality: {
        Confidentiality.OFFICE: N_("whoever handles the case"),
        Confidentiality.COUNSELLOR: N_("only the writer and the client’s counsellor"),
        Confidentiality.NOT_TO_CLIENT: N_("not shown to the client either"),
    },
}

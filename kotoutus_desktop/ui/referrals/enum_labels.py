"""What the values of referrals are called in the interface."""

from collections.abc import Mapping
from enum import StrEnum

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.rules.referrals import Ground, PlaceGround, Receiver, ReferralState

REFERRAL_LABELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Receiver: {
        Receiver.SERVICE: N_("another service"),
        Receiver.SCHOOL: N_("school or course"),
        Receiver.COUNTY: N_("wellbeing services county"),
        Receiver.ASSOCIATION: N_("association"),
        Receiver.MUNICIPALITY: N_("the new municipality"),
    },
    Ground: {
        Ground.CLIENT_ONLY: N_("Nothing is given: the client takes the letter"),
        Ground.PRODUCER: N_("The producer of a service agreed in the plan (§ 94)"),
        Ground.CONSENT: N_("The client’s consent"),
        Ground.MOVE: N_("The client moves and consents (§ 85)"),
        Ground.COUNTY_TAKES_PART: N_("The county takes part in the assessment or plan (§ 86)"),
        Ground.UNACCOMPANIED: N_("Came without a guardian: the county’s tasks (§ 87)"),
    },
    PlaceGround: {
        PlaceGround.PRODUCER: N_("The producer needs it for the service (§ 94, points 7 and 8)"),
        PlaceGround.AUTHORITY: N_("An authority whose own task needs it (661/2009 § 36)"),
    },
    ReferralState: {
        ReferralState.SENT: N_("sent"),
        ReferralState.SEEN: N_("seen by the receiver"),
        ReferralState.ACCEPTED: N_("accepted"),
        ReferralState.WAITING: N_("in the queue"),
        ReferralState.STARTED: N_("begun"),
        ReferralState.INTERRUPTED: N_("broken off"),
        ReferralState.DONE: N_("done"),
        ReferralState.REFUSED: N_("refused"),
    },
}

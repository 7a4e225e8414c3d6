"""What a hand-over list says, on the screen and on paper: the same words, by English id.

The paper is for authorities, never for the client: it stands in Finnish or Swedish alone, in the
words of the interface's catalog, and not in the catalogs of the clients' languages.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.rules.hand_over import Item, Receiver, Sharing
from kotoutus_desktop.rules.status_flips import Change

TITLE = N_("Hand-over list")
HEADING = N_("What is handed over or done")
CHANGED_ON = N_("{change}: {date}")
TO = N_("{item} – {receiver}")
GROUND = N_("Ground: {section}")
ADVISED = N_("A suggestion of the program: {section}")
DONE = N_("Done {date}, {name}")
TO_DO = N_("Done on ______________   by ____________________________")
HIDDEN = N_(
    "Non-disclosure order: this list names no address, place or telephone number of the client. "
    "They are told only to those whose duty needs them."
)
DEMANDED = N_(
    "The Act says who is responsible and what may be told. Lines that it does not demand are "
    "marked as suggestions."
)
HANDED = N_("Handed over by")
RECEIVED = N_("Received by")

CHANGES: Mapping[Change, str] = MappingProxyType(
    {
        Change.BECAME_JOBSEEKER: N_("Became a jobseeker"),
        Change.STOPPED_BEING_JOBSEEKER: N_("Is no longer a jobseeker"),
        Change.MOVED: N_("Moves to another municipality"),
        Change.CASE_CLOSED: N_("The client relationship ended"),
        Change.THREE_YEARS_OVER: N_("The three years are over"),
        Change.PLAN_ENDED: N_("The last plan has ended"),
        Change.TURNED_18: N_("Turned 18"),
        Change.TURNED_23: N_("Turned 23"),
    }
)
RECEIVERS: Mapping[Receiver, str] = MappingProxyType(
    {
        Receiver.EMPLOYMENT_AUTHORITY: N_("employment authority"),
        Receiver.MUNICIPALITY: N_("municipality"),
        Receiver.OTHER_MUNICIPALITY: N_("the new municipality"),
        Receiver.COUNTY: N_("wellbeing services county"),
        Receiver.CLIENT: N_("client"),
        Receiver.OWN_OFFICE: N_("own office"),
    }
)
ITEMS: Mapping[Item, str] = MappingProxyType(
    {
        Item.CONSENT: N_("Ask for consent to contact the new municipality"),
        Item.CONTACT_MUNICIPALITY: N_("Contact the new municipality"),
        Item.ASSESSMENT: N_("Summary of the assessment"),
        Item.PLAN: N_("Integration plan and its reviews"),
        Item.REFERRALS: N_("Agreed services without a referral yet"),
        Item.YOUNG_PERSONS_NEEDS: N_("Needs of the child or young person who came alone"),
        Item.REVIEW: N_("Review the plan for the changed situation"),
        Item.JOB_GOAL: N_("Goal: employment or entrepreneurship, and the duty to seek work"),
        Item.GOALS_OF_OTHERS: N_("Goals of who is not a jobseeker"),
        Item.REGISTER: N_("Move the case to the other register"),
        Item.TELL_CLIENT: N_("Tell the client who is responsible now"),
        Item.ONWARD_GUIDANCE: N_("Guide to other services where needed"),
        Item.ONWARD_GUIDANCE_KEPT: N_("Record the guidance onward"),
        Item.EMPLOYMENT_SERVICES: N_("Employment services, if they are still needed"),
        Item.EMPLOYMENT_PLAN: N_("Employment plan for the studies, without undue delay"),
        Item.GUIDANCE_GOES_ON: N_("Guidance and counselling go on: say where"),
        Item.REPRESENTATIVE_ENDS: N_("Check whether the representative's task has ended"),
        Item.SUPPORT_GOES_ON: N_("Support until the 23rd birthday: who goes on"),
        Item.SUPPORT_ENDS: N_("The support ends: agree on what comes after"),
        Item.DELETION: N_("Deleting is proposed after four years"),
    }
)
DATA: Mapping[Item, str] = MappingProxyType(
    {
        Item.CONTACT_MUNICIPALITY: N_("Name, and that a plan is in force."),
        Item.ASSESSMENT: N_("Skills, needs for services, interview heads, outcome."),
        Item.PLAN: N_("Goals, services and measures, their progress, day of the next review."),
        Item.REFERRALS: N_("Which services, and the last day of the month for referring."),
        Item.YOUNG_PERSONS_NEEDS: N_("What is necessary for making and reviewing the plan."),
        Item.REGISTER: N_("Koto-AJ or A-TMT (URA): a practice of the KEHA centre."),
        Item.EMPLOYMENT_SERVICES: N_("What the client wants to be told of the plan."),
        Item.REPRESENTATIVE_ENDS: N_("The client now decides and consents alone."),
        Item.SUPPORT_GOES_ON: N_("What is necessary for co-ordinating the services."),
    }
)
SHARINGS: Mapping[Sharing, str] = MappingProxyType(
    {
        Sharing.NOTHING_SHARED: "",
        Sharing.DESPITE_SECRECY: N_("What is necessary may be told despite secrecy: {section}"),
        Sharing.CONSENT_OF_ACT: N_("Only with the client's consent: {section}"),
        Sharing.CONSENT: N_(
            "Only with the client's consent: no section of this Act gives a right to the data."
        ),
    }
)

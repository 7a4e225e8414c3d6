"""The fixed texts of the papers around the plan: invitation, notice, "my plan", summaries.

Where a value stands in the text, it keeps its basic form ("Place: {place}").
"""

from dataclasses import dataclass
from types import MappingProxyType

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.rules.facts import ToldItem


@dataclass(frozen=True)
class InvitationWords:
    """An invitation with the notice of section 32 a: the fee, and how to cancel."""

    title: str = N_("Invitation to an appointment")
    invited: str = N_("You are invited to an appointment.")
    day: str = N_("Day: {date}")
    from_to: str = N_("Time: {start}–{end}")
    at: str = N_("Time: {start}")
    place: str = N_("Place: {place}")
    place_told: str = N_("We will tell you the place personally.")
    by_telephone: str = N_("The appointment is by telephone. We will call you.")
    by_video: str = N_("The appointment is by video. We will send you the link.")
    subject: str = N_("Subject")
    making_the_plan: str = N_("Making the integration plan")
    counsellor: str = N_("Your counsellor: {name}")
    interpreter_booked: str = N_("An interpreter has been booked for you. Language: {language}.")
    interpreter_free: str = N_("The interpreter costs you nothing.")
    interpreter_wanted: str = N_("Tell us in good time if you need an interpreter.")
    bring_heading: str = N_("Bring with you")
    bring_identity: str = N_("Residence permit card, passport or another identity document")
    bring_certificates: str = N_("Certificates of school, studies and work, if you have them")
    bring_letter: str = N_("This letter")
    cancel_heading: str = N_("If you cannot come")
    cancel: str = N_("Cancel or change the time before the appointment. Call or write to us.")
    cancel_by: str = N_("Cancel at the latest {date}.")
    fee_heading: str = N_("Fee for an unused appointment")
    fee: str = N_(
        "If you do not come, have not cancelled beforehand and have no acceptable reason, you "
        "may have to pay the costs of the interpreter, at most {amount} euros."
    )
    fee_not_unreasonable: str = N_(
        "The fee is not charged if it would be unreasonable, or if you are under 18."
    )
    fee_ground: str = N_("Act 681/2023, section 32 a")


@dataclass(frozen=True)
class NoticeWords:
    """Rights, duties and the handling of personal data."""

    title: str = N_("Your rights and duties, and your personal data")
    version: str = N_("Version {version}")
    rights: str = N_("Your rights")
    duties: str = N_("Your duties")
    own_language: str = N_(
        "The authority arranges an interpreter if you do not know Finnish or Swedish."
    )
    data: str = N_("Your personal data")
    controller: str = N_("Who is responsible for your data: {office}")
    purpose: str = N_(
        "Your data are needed to assess your skills, to make your plan and to arrange services "
        "that promote your integration."
    )
    ground: str = N_(
        "The handling of your data is based on law: Act 681/2023 and the General Data Protection "
        "Regulation (EU) 2016/679, Article 6(1)(c) and (e)."
    )
    secrecy: str = N_(
        "Your data are secret. They are given to others only if the law allows it or you consent."
    )
    source: str = N_("Most data come from you. The authority may also get data from others by law.")
    retention: str = N_("Your data are kept only as long as the law requires, then erased.")
    access: str = N_("You may ask what data the authority has about you, and get a copy.")
    rectify: str = N_("You may ask the authority to correct wrong data.")
    complain: str = N_(
        "If you think that your data are handled against the law, you may complain to the Data "
        "Protection Ombudsman: {address}"
    )
    received: str = N_("I have received this notice and it was explained to me.")


@dataclass(frozen=True)
class MyPlanWords:
    """The plan on one page in plain language."""

    title: str = N_("My plan")
    want: str = N_("What I want")
    do: str = N_("What I do")
    starts: str = N_("Starts: {date}")
    ends: str = N_("Ends: {date}")
    weekly: str = N_("Hours a week: {hours}")
    helper: str = N_("Who helps me")
    next_meeting: str = N_("Next meeting")
    tell: str = N_("If something changes, tell your counsellor.")
    more: str = N_("The rest is in the plan. Numbers in the plan: {numbers}")


@dataclass(frozen=True)
class SummaryWords:
    """Words of the summary of the assessment and of the review beside their headings."""

    assessed_on: str = N_("Assessed on {date}")
    started_on: str = N_("Started on {date}")
    held_in: str = N_("Language of the interview: {language}")
    told_heading: str = N_("What you were told")
    told_on: str = N_("Told on {date}. Language: {language}.")
    participants: str = N_("Who took part")
    nothing_found: str = N_("Nothing that needs services came up.")
    plan_needed: str = N_("An integration plan is needed.")
    guided_elsewhere: str = N_("You were guided to other services.")
    plan_planned: str = N_("The plan is to be made: {date}")
    county_joined: str = N_("The wellbeing services county took part.")


INVITATION = InvitationWords()
NOTICE = NoticeWords()
MY_PLAN = MyPlanWords()
SUMMARY = SummaryWords()

TOLD_ITEMS = MappingProxyType(
    {
        ToldItem.AIMS_OF_SERVICES: N_("Aims of the services"),
        ToldItem.PLAN_AND_PROCESS: N_("How the plan is made and how the services go on"),
        ToldItem.BINDING_RIGHTS_AND_DUTIES: N_("That the plan is binding; rights and duties"),
        ToldItem.PERSONAL_DATA: N_("How personal data are handled"),
    }
)

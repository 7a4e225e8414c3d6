"""The words of a referral: those of the client's copy, in every language, and the receiver's.

The letter and the school's sheet are for authorities and producers: they stand in Finnish or
Swedish alone, in the words of the interface's catalog. What the client reads stands in the
catalogs of the clients' languages; a value there keeps its basic form.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.rules.disclosure import ProducerItem
from kotoutus_desktop.rules.referrals import Ground


@dataclass(frozen=True)
class ReferralWords:
    """What the client's copy says besides the words of the plan and of the letters."""

    title: str = N_("Referral to a service")
    referred: str = N_("You are referred to this service")
    arranged_by: str = N_("Who arranges the service: {name}")
    contact: str = N_("Contact of the service: {contact}")
    wanted_from: str = N_("Wished start: {date}")
    next_heading: str = N_("What you do next")
    wait: str = N_("The service will contact you.")
    ask: str = N_("If you have heard nothing by this day, tell your counsellor: {date}")
    go_yourself: str = N_("Contact the service yourself and show this letter.")
    told_heading: str = N_("What is told about you")
    nothing_told: str = N_("We tell the service nothing about you.")
    law_allows: str = N_(
        "We tell the service what it needs for its task. The law allows it: Act 681/2023, "
        "section {section}."
    )
    consented: str = N_(
        "You have agreed that we tell the service what it needs. You may take back your consent. "
        "Day of your consent: {date}"
    )
    moving: str = N_(
        "You have agreed that we contact your new municipality (Act 681/2023, section 85). Day of "
        "your consent: {date}"
    )
    place_hidden: str = N_("We do not tell your address, your telephone number or where you are.")


REFERRAL = ReferralWords()

LETTER_TITLE = N_("Referral letter")
LETTER_TO = N_("To: {receiver}")
LETTER_SERVICE = N_("Service")
LETTER_WHAT = N_("The client is referred to this service: {service}")
LETTER_FROM = N_("Wished start: {date}")
LETTER_REASON = N_("Why: {reason}")
LETTER_PLAN = N_("Integration plan in force {start}–{end}. Act 681/2023, section 20(5).")
LETTER_CLIENT = N_("The client")
LETTER_LANGUAGE = N_("Language of service: {language}")
LETTER_INTERPRETER = N_("An interpreter is needed.")
LETTER_ADDRESS = N_("Address: {address}")
LETTER_TELEPHONE = N_("Telephone: {number}")
LETTER_EMAIL = N_("E-mail: {address}")
LETTER_HIDDEN = N_(
    "This letter does not tell the client's address, telephone number or place. Reach the client "
    "through the counsellor."
)
LETTER_GROUND = N_("Ground for giving the data")
LETTER_ANSWER = N_("Answer")
LETTER_ANSWER_BY = N_(
    "Please tell the counsellor by {date} whether the client is accepted, is in the queue or "
    "cannot be accepted, and why."
)
LETTER_ANSWER_SOON = N_(
    "Please tell the counsellor whether the client is accepted, is in the queue or cannot be "
    "accepted, and why."
)
LETTER_SECRET = N_("The data are secret. Use them only for arranging this service.")

GROUND_TEXTS: Mapping[Ground, str] = MappingProxyType(
    {
        Ground.PRODUCER: N_("Act 681/2023, section 94: the producer of a service of the plan."),
        Ground.CONSENT: N_("The client's consent, {date}."),
        Ground.MOVE: N_("Act 681/2023, section 85: the client moves and has consented, {date}."),
        Ground.COUNTY_TAKES_PART: N_(
            "Act 681/2023, section 86(1): the county takes part in the assessment or the plan."
        ),
        Ground.UNACCOMPANIED: N_(
            "Act 681/2023, section 87(1): a child or young person who came without a guardian."
        ),
    }
)
"""The ground as the letter says it; CLIENT_ONLY sends no letter."""

SECTION_OF = MappingProxyType(
    {Ground.PRODUCER: "94", Ground.COUNTY_TAKES_PART: "86", Ground.UNACCOMPANIED: "87"}
)
"""The section that the client's copy names."""

SHEET_TITLE = N_("Information for the producer of the service")
SHEET_HEADING = N_("Act 681/2023, section 94(1): the points of the law")
SHEET_GIVEN = N_(
    "Only the eighteen points of the section are given, as far as they are recorded. They are "
    "secret and are used only for the tasks of chapter 2 of the Act."
)
NOT_TOLD = N_("not told")
SEE_EDUCATION = N_("see point 13")
PRODUCER_ITEMS: Mapping[ProducerItem, str] = MappingProxyType(
    {
        ProducerItem.NAMES: N_("Names"),
        ProducerItem.BIRTH_DATE_AND_PLACE: N_("Date and place of birth"),
        ProducerItem.IDENTITY_CODE: N_("Personal identity code"),
        ProducerItem.MOTHER_TONGUE: N_("Mother tongue"),
        ProducerItem.LANGUAGE_OF_SERVICE: N_("Language of service"),
        ProducerItem.CITIZENSHIP: N_("Citizenship or statelessness, and nationality"),
        ProducerItem.DOMICILE: N_("Municipality of residence and place of living"),
        ProducerItem.CONTACT_DETAILS: N_("Contact details"),
        ProducerItem.OFFICER_NAME: N_("Name of the official"),
        ProducerItem.PLAN_DATE_AND_VALIDITY: N_("Date and validity of the integration plan"),
        ProducerItem.TRAINING_RECOMMENDATION: N_(
            "Recommendation of training, and what the assessment found about training"
        ),
        ProducerItem.LANGUAGE_TEST_RESULT: N_("Result of the test of the entry level of language"),
        ProducerItem.EARLIER_EDUCATION: N_("Earlier education or qualification"),
        ProducerItem.EARLIER_WORK: N_("Earlier occupation or work experience"),
        ProducerItem.TARGET_OCCUPATION: N_("Target occupation"),
        ProducerItem.EARLIER_STUDY_PLAN: N_(
            "Study plan of earlier integration training or studies, and how it was carried out"
        ),
        ProducerItem.EARLIER_MEASURES_AND_GOALS: N_(
            "Measures and goals agreed in earlier integration training or studies"
        ),
        ProducerItem.OTHER_NECESSARY: N_(
            "Other information necessary for taking part in the teaching or the service"
        ),
    }
)
"""The points of § 94(1) in the order of the law; another is not printed."""

"""The fixed texts of the papers of civic orientation: sign-in sheet, schedule, certificate.

Where a value stands in the text, it keeps its basic form ("Course: {name}").
"""

from dataclasses import dataclass
from types import MappingProxyType

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.rules.orientation import Topic


@dataclass(frozen=True)
class SignInWords:
    """The sheet that everybody present signs."""

    title: str = N_("Sign-in sheet")
    course: str = N_("Course: {name}")
    trainer: str = N_("Trainer: {name}")
    sign: str = N_("Sign on your own row. Write the time if you come late or leave early.")
    code: str = N_("Code")
    signature: str = N_("Signature")
    came: str = N_("Came at")
    left: str = N_("Left at")


@dataclass(frozen=True)
class ScheduleWords:
    """The page of a course for the client's refrigerator."""

    title: str = N_("Course timetable")
    week: str = N_("Week {number}")
    cancelled: str = N_("Cancelled")
    remote: str = N_("Remote teaching")
    where: str = N_("Place")
    ask_place: str = N_("Ask your counsellor about the place.")
    link: str = N_("Link: {address}")
    tell_absence: str = N_("Tell us before the meeting if you cannot come.")


@dataclass(frozen=True)
class CertificateWords:
    """The certificate, of the whole orientation or of participation."""

    title: str = N_("Certificate of civic orientation")
    title_part: str = N_("Certificate of participation in civic orientation")
    completed: str = N_(
        "Multilingual civic orientation has been completed: at least 70 hours and all topics."
    )
    part: str = N_("This certificate shows participation. The orientation is not completed yet.")
    topic: str = N_("Topic")
    teaching: str = N_("Teaching, hours")
    self_study: str = N_("Self-study, hours")
    earlier: str = N_("Done elsewhere earlier")
    other: str = N_("Other content")
    total: str = N_("Total")
    shared: str = N_("The hours of a meeting are divided evenly among its topics.")
    ground: str = N_("Act 681/2023, section 25; Decree 576/2024")


SIGN_IN = SignInWords()
SCHEDULE = ScheduleWords()
CERTIFICATE = CertificateWords()

TOPICS = MappingProxyType(
    {
        Topic.LIVING_IN_FINLAND: N_("Living, residing and working in Finland"),
        Topic.SOCIETY: N_("How society works"),
        Topic.RIGHTS_DUTIES: N_("Rights and duties"),
        Topic.VALUES_NORMS_LAW: N_("Values, norms and the most important laws of Finnish society"),
        Topic.RIGHTS_EQUALITY: N_("Fundamental and human rights, and equality"),
        Topic.GENDER_SEXUAL_RIGHTS: N_("Gender equality and sexual rights"),
        Topic.INTEGRATION_SERVICES: N_("Aims of integration, and services that promote it"),
        Topic.WORK_ENTERPRISE: N_("Employment, entrepreneurship and the labour market"),
        Topic.STUDYING: N_("Studying and study opportunities"),
        Topic.ASSOCIATIONS_PARTICIPATION: N_("Associations, voluntary work and participation"),
        Topic.ECONOMY_EVERYDAY: N_("Planning of money matters, and everyday life"),
        Topic.HISTORY_CULTURE: N_("History and culture of Finland"),
    }
)
"""The twelve topics in the order of § 25(2) and of Decree 576/2024 § 1(1)."""

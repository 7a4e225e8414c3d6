"""The fixed texts of the papers, as ids for `documents_catalog`.

Nothing here is a whole paper: what is said about a client is a phrase or comes from the case.
Where a value stands in the text, it keeps its basic form ("Telephone: {number}").
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from types import MappingProxyType

from kotoutus_desktop.documents.appointment_words import FEE_DECISION, REMINDER
from kotoutus_desktop.documents.course_invitation_words import COURSE_INVITATION
from kotoutus_desktop.documents.form_words import FORM
from kotoutus_desktop.documents.letter_words import (
    INVITATION,
    MY_PLAN,
    NOTICE,
    SUMMARY,
    TOLD_ITEMS,
)
from kotoutus_desktop.documents.orientation_words import CERTIFICATE, SCHEDULE, SIGN_IN, TOPICS
from kotoutus_desktop.documents.referral_words import REFERRAL
from kotoutus_desktop.documents.service_words import SERVICES
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.rules.facts import GoalKind, InterviewHead, MeasureKind


@dataclass(frozen=True)
class HeadWords:
    """Whose plan it is, which one, and for what time."""

    title: str = N_("Integration plan")
    number: str = N_("Plan {number}")
    validity: str = N_("Valid from {start} to {end}")
    made_on: str = N_("Made on {date}")
    draft: str = N_("Draft")
    name: str = N_("Name")
    born_on: str = N_("Date of birth: {date}")
    born_in: str = N_("Year of birth: {year}")
    client_number: str = N_("Client number: {number}")
    county_joined: str = N_("The wellbeing services county took part in making the plan.")
    extended: str = N_("The maximum duration of the plans has been extended.")


@dataclass(frozen=True)
class GoalWords:
    """Headings of the goals, and the words of one row."""

    long_term: str = N_("Long-term goal")
    for_this_plan: str = N_("Goals for this plan")
    need: str = N_("Need")
    goal: str = N_("Goal")
    target_occupation: str = N_("Target occupation")
    education_goal: str = N_("Education goal")
    reason: str = N_("Reason")


@dataclass(frozen=True)
class MeasureWords:
    """Headings of what is agreed on, and the words of one row."""

    heading: str = N_("Services and measures")
    measure: str = N_("Service or measure")
    provider: str = N_("Provider")
    time: str = N_("Time")
    period: str = N_("from {start} to {end}")
    starting: str = N_("from {start}")
    ending: str = N_("until {end}")
    extent: str = N_("Extent")
    language: str = N_("Language")
    responsible: str = N_("Responsible person")
    suitability: str = N_("Why it suits the goal")
    follow_up: str = N_("Follow-up")
    carried_over: str = N_("Continues from plan {number}")
    language_studies: str = N_("Studies of Finnish or Swedish")
    orientation: str = N_("Civic orientation")
    associations: str = N_("Activities of associations")
    guidance: str = N_("Guidance and counselling")
    onward_guidance: str = N_("Guidance to other services")
    job_search: str = N_("Job-search obligation")


@dataclass(frozen=True)
class RightsWords:
    """What was explained, and what comes next."""

    heading: str = N_("Rights and duties")
    explained: str = N_("Rights and duties were explained on {date}. Language: {language}.")
    interpreted: str = N_("An interpreter was used.")
    next_review: str = N_("Next review")
    next_review_by: str = N_("At the latest {date}")
    contact: str = N_("Contact details")
    telephone: str = N_("Telephone: {number}")
    email: str = N_("E-mail: {address}")


@dataclass(frozen=True)
class SignatureWords:
    """Who agrees, and how."""

    heading: str = N_("Signatures")
    agreed: str = N_("The plan was made together with the client.")
    accepted_orally: str = N_("The client accepted the plan orally on {date}.")
    not_accepted: str = N_("The client did not accept the plan.")
    copy_given: str = N_("The client received a copy of the plan on {date}.")
    place_and_date: str = N_("Place and date")
    client: str = N_("Client")
    counsellor: str = N_("Counsellor")
    interpreter: str = N_("Interpreter")
    county: str = N_("Wellbeing services county")
    employment_authority: str = N_("Employment authority")
    guardian: str = N_("Guardian")
    representative: str = N_("Representative")
    support_person: str = N_("Support person")
    other: str = N_("Other participant")


@dataclass(frozen=True)
class FootWords:
    """What a paper says about itself."""

    secret: str = N_("Secret by law")
    secret_ground: str = N_("Act 621/1999, section 24(1), points {points}")
    finnish_is_official: str = N_("The Finnish text is the official one.")
    swedish_is_official: str = N_("The Swedish text is the official one.")
    machine_assisted: str = N_("Translation: machine-assisted, not reviewed.")
    by_the_makers: str = N_("Translation: not reviewed by a translator.")
    explained_by_interpreter: str = N_("Explained by the interpreter.")
    only_in_finnish: str = N_("This text is in Finnish only.")
    only_in_swedish: str = N_("This text is in Swedish only.")
    page: str = N_("Page {page} of {pages}")
    printed_on: str = N_("Printed on {date}")


@dataclass(frozen=True)
class AssessmentWords:
    """Headings of the summary of the assessment."""

    title: str = N_("Assessment of skills and the need for integration services")
    finding: str = N_("What came up")
    outcome: str = N_("Outcome of the assessment")
    wishes: str = N_("Goals and wishes of the client")


@dataclass(frozen=True)
class ReviewWords:
    """Headings of a review (Decree 874/2024 § 3(2))."""

    title: str = N_("Review of the integration plan")
    reviewed_on: str = N_("Reviewed on {date}")
    participation: str = N_("Participation")
    progress: str = N_("Progress and results")
    hindrances: str = N_("What hinders or delays participation")
    changes: str = N_("Changes to the plan")


HEAD = HeadWords()
GOALS = GoalWords()
MEASURES = MeasureWords()
RIGHTS = RightsWords()
SIGNATURES = SignatureWords()
FOOT = FootWords()
ASSESSMENT = AssessmentWords()
REVIEW = ReviewWords()

GOAL_KINDS = MappingProxyType(
    {
        GoalKind.EMPLOYMENT: N_("Employment"),
        GoalKind.ENTREPRENEURSHIP: N_("Entrepreneurship"),
        GoalKind.WORKING_LIFE_SKILLS: N_("Working life skills"),
        GoalKind.UPPER_SECONDARY_EDUCATION: N_("Upper secondary education"),
        GoalKind.LANGUAGE: N_("Language skills"),
        GoalKind.EVERYDAY_LIFE: N_("Everyday life and society"),
        GoalKind.OTHER: N_("Other goal"),
    }
)

MEASURE_KINDS = MappingProxyType(
    {
        MeasureKind.CIVIC_ORIENTATION: N_("Multilingual civic orientation"),
        MeasureKind.INTEGRATION_TRAINING: N_("Integration training"),
        MeasureKind.LITERACY_TRAINING: N_("Literacy training"),
        MeasureKind.BASIC_EDUCATION: N_("Basic education for adults"),
        MeasureKind.LANGUAGE_STUDIES: MEASURES.language_studies,
        MeasureKind.SELF_MOTIVATED_STUDIES: N_("Self-motivated studies"),
        MeasureKind.OTHER_TRAINING: N_("Other training"),
        MeasureKind.EMPLOYMENT_SERVICE: N_("Employment service"),
        MeasureKind.JOB_SEARCH: MEASURES.job_search,
        MeasureKind.GUIDANCE: MEASURES.guidance,
        MeasureKind.HEALTH_AND_WELLBEING: N_("Health and wellbeing"),
        MeasureKind.ASSOCIATION: MEASURES.associations,
        MeasureKind.OTHER_SERVICE: N_("Other service"),
    }
)

INTERVIEW_HEADS = MappingProxyType(
    {
        InterviewHead.LITERACY: N_("Reading and writing skills"),
        InterviewHead.FINNISH_AND_SWEDISH: N_("Skills in Finnish and Swedish"),
        InterviewHead.STUDY_AND_WORKING_LIFE_SKILLS: N_("Study skills and working life skills"),
        InterviewHead.EMPLOYMENT_AND_TRAINING_NEEDS: N_(
            "Needs for employment and training services, and goals"
        ),
        InterviewHead.EDUCATION_AND_WORK_EXPERIENCE: N_("Earlier education and work experience"),
        InterviewHead.SPECIAL_SKILLS_AND_STRENGTHS: N_("Special skills and other strengths"),
        InterviewHead.NEED_FOR_PLAN: N_("Need for an integration plan"),
        InterviewHead.LIFE_SITUATION: N_("Other life situation and the services it calls for"),
        InterviewHead.OTHER_SERVICES: N_("Other services that promote integration"),
    }
)


def every_text() -> tuple[str, ...]:
    """Return every id once, in the order of this module: what a catalog must translate."""
    return tuple(dict.fromkeys(_texts()))


def _texts() -> Iterator[str]:
    plan = (HEAD, GOALS, MEASURES, RIGHTS, SIGNATURES, FOOT, ASSESSMENT, REVIEW)
    course = (COURSE_INVITATION, SIGN_IN, SCHEDULE, CERTIFICATE)
    booked = (REMINDER, FEE_DECISION, REFERRAL)
    for words in (*plan, SERVICES, INVITATION, NOTICE, MY_PLAN, SUMMARY, FORM, *course, *booked):
        yield from astuple(words)
    for labels in (GOAL_KINDS, MEASURE_KINDS, INTERVIEW_HEADS, TOLD_ITEMS, TOPICS):
        yield from labels.values()

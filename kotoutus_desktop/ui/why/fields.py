"""The fields that a section governs, and the forms of a client in which they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kotoutus_desktop.casework import assess, reviews
from kotoutus_desktop.casework.plans import draft_plan, plan_in_force
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules import section as law
from kotoutus_desktop.rules.facts import InterviewHead, ToldItem
from kotoutus_desktop.rules.section import ACT, ASSESSMENT_DECREE, Section
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.words import enum_text

FORMS = {
    PageName.INTAKE: N_("Client's data"),
    PageName.ASSESSMENT: N_("Assessment"),
    PageName.PLAN: N_("Plan"),
    PageName.REVIEW: N_("Review"),
}
INTAKE, INTERVIEW, PLAN, REVIEW = FORMS
Row = tuple[PageName, str, str, tuple[Section, ...]]


@dataclass(frozen=True)
class GovernedField:
    """A field: its page, the key that leads to it there, and what it is called."""

    page: PageName
    key: str
    label: str


_ROWS: tuple[Row, ...] = (
    (INTAKE, "contacts", N_("Contacts"), (law.CONTACT_CONSENT, law.CONTACT_HANDLING)),
    (INTAKE, "service_language", N_("Language of service"), (Section(ACT, "73", 1, 4),)),
    (INTAKE, "right_of_residence", N_("Right of residence"), (law.SCOPE,)),
    (
        INTAKE,
        "first_granted",
        N_("First permit, card or registration"),
        (law.ASSESSMENT, law.PLAN_LATEST),
    ),
    (INTAKE, "protection", N_("Protection or family"), (Section(ACT, "2", 3),)),
    (INTAKE, "came_unaccompanied", N_("Came as an unaccompanied minor"), (law.UNACCOMPANIED,)),
    (
        INTAKE,
        "jobseeker_periods",
        N_("Job search valid at the employment authority"),
        (law.JOBSEEKERS_AUTHORITY, Section(ACT, "14", 1, 1)),
    ),
    (
        INTAKE,
        "benefit_periods",
        N_("Benefits"),
        (Section(ACT, "14", 1, 3), Section(ACT, "14", 1, 5)),
    ),
    (INTAKE, "obstacle_periods", N_("Times of obstacle"), (law.PLAN_OBSTACLES,)),
    (INTAKE, "judged_to_need", N_("Judged to need an assessment"), (law.ASSESSMENT_NEED,)),
    (INTAKE, "need_reason", N_("Reason for the judgement"), (law.ASSESSMENT_NEED,)),
    (
        INTAKE,
        "other_client_plan",
        N_("Another client plan that meets the needs"),
        (law.ASSESSMENT_LEFT_OUT,),
    ),
    (
        INTAKE,
        "trafficking_victim",
        N_("Identified as a victim of human trafficking"),
        (Section(ACT, "14", 1, 7), law.ASSESSMENT_OF_VICTIM, law.PLAN_OF_VICTIM),
    ),
    (
        INTAKE,
        "reached_on",
        N_("Reached by the services on"),
        (law.ASSESSMENT_OF_VICTIM, law.PLAN_OF_VICTIM),
    ),
    (
        INTAKE,
        "first_home_municipality_on",
        N_("First registered on"),
        (law.REIMBURSEMENT_START, law.REIMBURSEMENT),
    ),
    (INTAKE, "guardians", N_("Guardians and representatives"), (law.REPRESENTATIVE,)),
    (INTERVIEW, "interviewed_on", N_("Interview held"), (law.STORED_ASSESSMENT,)),
    (INTERVIEW, "learned_on", N_("Office learned of the person"), (law.ASSESSMENT_START,)),
    (INTERVIEW, "started_on", N_("Assessment started"), (law.ASSESSMENT_START,)),
    (
        INTERVIEW,
        "interviewer",
        N_("Interviewed by"),
        (law.ASSESSMENT_START, law.STORED_ASSESSMENT),
    ),
    (INTERVIEW, "on_premises", N_("Place"), (law.ASSESSMENT_PLACE,)),
    (INTERVIEW, "weighty_reason", N_("Weighty reason"), (law.ASSESSMENT_PLACE,)),
    (INTERVIEW, "language", N_("Language of the interview"), (law.ASSESSMENT_LANGUAGE,)),
    (INTERVIEW, "interpreter", N_("Interpretation"), (law.ASSESSMENT_LANGUAGE,)),
    (
        INTERVIEW,
        "county_needed",
        N_("Wellbeing services county in the assessment"),
        (law.ASSESSMENT_COUNTY,),
    ),
    (
        INTERVIEW,
        "county_findings",
        N_("Preliminary needs of social and health services"),
        (law.INTERVIEW_COUNTY,),
    ),
    (INTERVIEW, "clarifying", N_("Clarifying measures"), (Section(ASSESSMENT_DECREE, "3"),)),
    (INTERVIEW, "plan_needed", N_("Outcome"), (law.NEED_FOR_PLAN, law.STORED_ASSESSMENT)),
    (INTERVIEW, "outcome_reason", N_("Reasons for the outcome"), (law.ASSESSMENT_OUTCOME,)),
    (
        INTERVIEW,
        "planned_plan_date",
        N_("Date planned for drawing up the plan"),
        (law.STORED_ASSESSMENT, law.PLAN_MAKING),
    ),
    (
        INTERVIEW,
        "guided_to",
        N_("Where the client was guided"),
        (law.ONWARD_GUIDANCE, law.STORED_ASSESSMENT),
    ),
    (INTERVIEW, "sources", N_("Source of what others have told"), (law.DATA_SOURCE,)),
    (PLAN, "starts_on", N_("Begins"), (law.PLAN_PERIOD, law.STORED_PLAN, law.PLAN_LATEST)),
    (PLAN, "ends_on", N_("Ends"), (law.PLAN_PERIOD, law.PLAN_MAXIMUM)),
    (PLAN, "next_review_on", N_("Next review"), (law.REVIEW, law.STORED_PLAN)),
    (PLAN, "extension", N_("Ground of extension"), (law.PLAN_EXTENSION,)),
    (
        PLAN,
        "unfinished_studies",
        N_("Self-motivated studies are still under way when the maximum is reached"),
        (law.STUDIES_UNDER_25, law.STUDIES_FROM_25),
    ),
    (PLAN, "long_term_goal", N_("Long-term goal"), (law.GOALS,)),
    (PLAN, "period_goal", N_("Goal for this plan"), (law.GOALS, law.GOALS_OF_JOBSEEKER)),
    (PLAN, "goal_reason", N_("Why other goals"), (law.GOALS_OF_OTHERS,)),
    (PLAN, "education_reason", N_("Why another goal"), (law.GOALS_UNDER_25,)),
    (
        PLAN,
        "services",
        N_("Measures and services"),
        (law.PLAN_SERVICES, law.PLAN_SUITABILITY, law.REFERRAL),
    ),
    (PLAN, "language_reason", N_("Why no language studies"), (law.PLAN_CONTENT,)),
    (PLAN, "guidance", N_("Guidance and advice in the plan"), (law.PLAN_CONTENT,)),
    (PLAN, "follow_up", N_("Follow-up of the plan"), (law.PLAN_CONTENT,)),
    (PLAN, "job_search_reason", N_("Why no jobseeking obligation"), (law.JOB_SEARCH,)),
    (PLAN, "county_joined", N_("The wellbeing services county takes part"), (law.PLAN_COUNTY,)),
    (PLAN, "rights_explained_on", N_("Rights explained on"), (law.RIGHTS_AND_DUTIES,)),
    (PLAN, "accepted_on", N_("Acceptance by the client"), (Section(ACT, "24", 2, 1),)),
    (REVIEW, "reviewed_on", N_("Reviewed on"), (law.STORED_REVIEW, law.REVIEW)),
    (REVIEW, "trigger", N_("Why the plan is reviewed"), (law.REVIEW,)),
    (
        REVIEW,
        "county",
        N_("Wellbeing services county in the review"),
        (law.REVIEW_COUNTY,),
    ),
    (REVIEW, "participation", N_("Participation in the agreed services"), (law.STORED_REVIEW,)),
    (REVIEW, "progress", N_("Progress towards the goals"), (law.STORED_REVIEW,)),
    (REVIEW, "hindrances", N_("What has hindered, or that nothing has"), (law.STORED_REVIEW,)),
    (REVIEW, "changes", N_("Changes, or that there are none"), (law.STORED_REVIEW,)),
    (REVIEW, "next_review", N_("Next review"), (law.REVIEW, law.STORED_REVIEW)),
    (REVIEW, "sources", N_("Source of what others have told"), (law.DATA_SOURCE,)),
)


def all_fields() -> Iterator[tuple[GovernedField, tuple[Section, ...]]]:
    """Yield every governed field with its sections, in the order of the forms."""
    for page, key, label, sections in _ROWS:
        yield GovernedField(page, key, _(label)), sections
    for point, head in enumerate(InterviewHead, 1):
        place = GovernedField(INTERVIEW, f"heads.{head}", enum_text(head))
        yield place, (Section(ASSESSMENT_DECREE, "2", 1, point),)
    for point, item in enumerate(ToldItem, 1):
        place = GovernedField(INTERVIEW, f"told.{item}", enum_text(item))
        yield place, (Section(ASSESSMENT_DECREE, "2", 3, point),)


def fields_under(section: Section) -> list[GovernedField]:
    """Return the fields that a section governs; of a subsection, those of its points too."""
    return [
        place
        for place, sections in all_fields()
        if any(_governs(section, each) for each in sections)
    ]


def _governs(section: Section, governed: Section) -> bool:
    if (section.act, section.number) != (governed.act, governed.number):
        return False
    if section.moment is None or governed.moment is None:
        return True
    if section.moment != governed.moment:
        return False
    return section.point is None or section.point == governed.point


def forms_of(client: Client, today: date) -> dict[PageName, Destination]:
    """Return the forms of a client that are there to be opened; none is begun by looking."""
    assessment = assess.unfinished_assessment(client) or assess.completed_assessment(client)
    draft, running = draft_plan(client), plan_in_force(client, today)
    review = reviews.unfinished_review(running) if running else None
    records: dict[PageName, UUID | None] = {
        PageName.ASSESSMENT: assessment.id if assessment else None,
        PageName.PLAN: draft.id if draft else None,
        PageName.REVIEW: running.id if running and review else None,
    }
    there = {PageName.INTAKE: Destination(PageName.INTAKE, client.id)}
    for page, record in records.items():
        if record is not None:
            there[page] = Destination(page, client.id, record)
    return there

"""What the values of services and of the programme are called, on the screen and on paper.

Papers of the municipality stand in Finnish, Swedish or English: their words are in the
interface's catalog, and not in the catalogs of the clients' languages.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.programme import DocumentKind, GoalState
from kotoutus_desktop.models.service import Organiser
from kotoutus_desktop.rules.programme import ProgrammePoint, TargetGroup, TrainingAim
from kotoutus_desktop.rules.programme_gaps import GoalArea, PlanningPoint

ORGANISERS: Mapping[Organiser, str] = MappingProxyType(
    {
        Organiser.MUNICIPALITY: N_("municipality"),
        Organiser.EMPLOYMENT_AREA: N_("employment area"),
        Organiser.COUNTY: N_("wellbeing services county"),
        Organiser.ASSOCIATION: N_("association"),
        Organiser.JOINTLY: N_("jointly arranged"),
    }
)
POINTS: Mapping[ProgrammePoint, str] = MappingProxyType(
    {
        ProgrammePoint.ASSESSMENT: N_("assessment of skills and the need for integration services"),
        ProgrammePoint.PLAN: N_("making of the integration plan"),
        ProgrammePoint.ORIENTATION: N_("multilingual civic orientation"),
        ProgrammePoint.TRAINING: N_("integration training and other training and services"),
        ProgrammePoint.GUIDANCE: N_("guidance and counselling during the programme"),
        ProgrammePoint.FINAL_TEST: N_("final testing of language skills"),
    }
)
AIMS: Mapping[TrainingAim, str] = MappingProxyType(
    {
        TrainingAim.FINNISH_AND_SWEDISH: N_("skills in Finnish and Swedish"),
        TrainingAim.LITERACY: N_("literacy"),
        TrainingAim.SOCIETY_AND_WORKING_LIFE: N_("skills for society and working life"),
        TrainingAim.EMPLOYMENT_AND_ENTREPRENEURSHIP: N_("employment and entrepreneurship"),
    }
)
GROUPS: Mapping[TargetGroup, str] = MappingProxyType(
    {
        TargetGroup.HOME_CARE: N_("new recipients of child home care allowance"),
        TargetGroup.JOBSEEKERS: N_("unemployed jobseekers"),
        TargetGroup.SOCIAL_ASSISTANCE: N_("recipients of social assistance other than temporarily"),
        TargetGroup.QUOTA_REFUGEES: N_("new quota refugees"),
        TargetGroup.TRAFFICKING_VICTIMS: N_("new victims of human trafficking"),
        TargetGroup.UNACCOMPANIED: N_("children and young people who came without a guardian"),
    }
)
AREAS: Mapping[GoalArea, str] = MappingProxyType(
    {
        GoalArea.EMPLOYMENT: N_("employment"),
        GoalArea.EDUCATION: N_("education and training"),
        GoalArea.WELLBEING: N_("wellbeing and health"),
        GoalArea.HOUSING: N_("housing"),
        GoalArea.PARTICIPATION: N_("participation"),
        GoalArea.EQUALITY: N_("non-discrimination and equality"),
        GoalArea.OWN_LANGUAGE: N_("one's own language and culture"),
        GoalArea.GOOD_RELATIONS: N_("good relations between population groups"),
    }
)
PLANNING_POINTS: Mapping[PlanningPoint, str] = MappingProxyType(
    {
        PlanningPoint.INTEGRATION: N_("promotion of integration"),
        PlanningPoint.GOOD_RELATIONS: N_("good relations between population groups"),
        PlanningPoint.COOPERATION: N_("co-operation across sectors"),
        PlanningPoint.COUNTY: N_("co-ordination with the wellbeing services county"),
        PlanningPoint.NATIONAL_GOALS: N_("national goals for integration"),
        PlanningPoint.EMPLOYMENT_GOALS: N_("national goals for employment"),
        PlanningPoint.MUNICIPAL_STRATEGY: N_("the municipality's strategy"),
        PlanningPoint.BUDGET: N_("the municipality's budget and financial plan"),
        PlanningPoint.WELFARE_PLAN: N_("the municipality's wellbeing report and plan"),
        PlanningPoint.EMPLOYMENT_SERVICES_PLAN: N_("the plan for arranging employment services"),
        PlanningPoint.JOBSEEKER_FOLLOW_UP: N_("follow-up of jobseekers"),
    }
)
DOCUMENT_KINDS: Mapping[DocumentKind, str] = MappingProxyType(
    {
        DocumentKind.PROGRAMME: N_("Integration programme"),
        DocumentKind.STRATEGY: N_("Strategic document"),
    }
)
GOAL_STATES: Mapping[GoalState, str] = MappingProxyType(
    {
        GoalState.NOT_STARTED: N_("not started"),
        GoalState.RUNNING: N_("under way"),
        GoalState.REACHED: N_("reached"),
        GoalState.LATE: N_("behind schedule"),
        GoalState.GIVEN_UP: N_("given up"),
    }
)


def capital(text: str) -> str:
    """Return a text with a capital letter in front, as a heading begins."""
    return text[:1].upper() + text[1:]

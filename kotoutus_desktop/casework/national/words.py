"""The headings of Decree 874/2024 §§ 1-3, and the words inside their values.

They stand in the interface's catalog, so that Finnish and Swedish can be shown side by side.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.assessment import Outcome, ParticipantRole
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.models.plan import Term
from kotoutus_desktop.rules.facts import ClarifyingKind, MeasureKind
from kotoutus_desktop.rules.registers import Register
from kotoutus_desktop.rules.stored_fields import StoredField, StoredRecord

NEED, GOAL = N_("Need: {text}"), N_("Goal: {text}")
OCCUPATION = N_("Target occupation: {text}")
NOTHING_FOUND = N_("Nothing came up about this")
PROVIDER, RESPONSIBLE = N_("Provider: {text}"), N_("Responsible: {text}")
TIME, EXTENT = N_("Time: {text}"), N_("Extent: {text}")
SUITABLE, FOLLOW_UP = N_("Why it suits: {text}"), N_("Follow-up: {text}")
REASON, GUIDANCE = N_("Reason: {text}"), N_("Guidance: {text}")
RESULT = N_("Result: {text}")
EXTENDED = N_("Longer than usual: {text}")
FROM_ASSESSMENT = N_("the assessment of {date}")
STUDIES_REASON = N_("Finnish or Swedish: {text}")
JOB_SEARCH_REASON = N_("Job search: {text}")
GOAL_REASON = N_("Why the goal is another: {text}")
RIGHTS = N_("Rights and duties explained {date}")

RECORDS: Mapping[StoredRecord, str] = MappingProxyType(
    {
        StoredRecord.ASSESSMENT: N_("Assessment of skills and the need for integration services"),
        StoredRecord.PLAN: N_("Integration plan"),
        StoredRecord.REVIEW: N_("Review of the integration plan"),
    }
)
REGISTERS: Mapping[Register, str] = MappingProxyType(
    {Register.KOTO_AJ: N_("Koto-AJ"), Register.A_TMT: N_("A-TMT (URA)")}
)
_AUTHORS = N_("Contact details of those who made it")
HEADINGS: Mapping[StoredField, str] = MappingProxyType(
    {
        StoredField.ASSESSMENT_MADE_ON: N_("Day on which the assessment was made"),
        StoredField.LITERACY: N_("Content: reading and writing skills"),
        StoredField.FINNISH_AND_SWEDISH: N_("Content: skills in Finnish and Swedish"),
        StoredField.STUDY_AND_WORKING_LIFE_SKILLS: N_(
            "Content: study skills and working life skills"
        ),
        StoredField.EMPLOYMENT_AND_TRAINING_NEEDS: N_(
            "Content: needs for employment and training services, and goals"
        ),
        StoredField.EDUCATION_AND_WORK_EXPERIENCE: N_(
            "Content: earlier education and work experience"
        ),
        StoredField.SPECIAL_SKILLS_AND_STRENGTHS: N_("Content: special skills and other strengths"),
        StoredField.NEED_FOR_PLAN: N_("Content: need for an integration plan"),
        StoredField.LIFE_SITUATION: N_("Content: other life situation and service needs"),
        StoredField.OTHER_SERVICES: N_("Content: other services that promote integration"),
        StoredField.WISHES: N_("Content: the client's wishes"),
        StoredField.COUNTY_FINDINGS: N_("Content: what the wellbeing services county found"),
        StoredField.OUTCOME: N_("Content: outcome"),
        StoredField.CLARIFYING: N_("Clarifying measures, if any"),
        StoredField.PLAN_PLANNED: N_(
            "When the integration plan is to be made, or guidance to other services"
        ),
        StoredField.ASSESSMENT_AUTHORS: _AUTHORS,
        StoredField.ASSESSMENT_SOURCES: N_("Where the data of the assessment came from"),
        StoredField.PLAN_MADE_ON: N_("Day on which the plan was made"),
        StoredField.DURATION: N_("Duration of the plan"),
        StoredField.GOALS: N_("Goals"),
        StoredField.MEASURES: N_("Agreed measures and services"),
        StoredField.OTHER_CONTENT: N_("Other content"),
        StoredField.PLAN_AUTHORS: _AUTHORS,
        StoredField.REVIEW_PLANNED: N_("When the plan is to be reviewed"),
        StoredField.PLAN_SOURCES: N_("Where the data of the plan came from"),
        StoredField.REVIEWED_ON: N_("When the plan was reviewed"),
        StoredField.PARTICIPATION: N_("Participation in services and measures"),
        StoredField.PROGRESS: N_("Progress and results"),
        StoredField.HINDRANCES: N_("What makes participation difficult or slow"),
        StoredField.CHANGES: N_("Changes to be made to the plan"),
        StoredField.REVIEW_AUTHORS: _AUTHORS,
        StoredField.NEXT_REVIEW: N_("When the plan is to be reviewed next"),
        StoredField.REVIEW_SOURCES: N_("Where the data came from"),
    }
)
SOURCES: Mapping[SourceKind, str] = MappingProxyType(
    {
        SourceKind.CLIENT: N_("from the client"),
        SourceKind.DOCUMENT: N_("from a document"),
        SourceKind.AUTHORITY: N_("from an authority"),
        SourceKind.RELATIVE: N_("from a relative"),
        SourceKind.PRODUCER: N_("from a service provider"),
        SourceKind.OTHER: N_("from elsewhere"),
    }
)
OUTCOMES: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.PLAN_NEEDED: N_("An integration plan is needed"),
        Outcome.GUIDANCE_ELSEWHERE: N_("Guided to other services"),
    }
)
ROLES: Mapping[ParticipantRole, str] = MappingProxyType(
    {
        ParticipantRole.INTERPRETER: N_("interpreter"),
        ParticipantRole.WELLBEING_COUNTY: N_("wellbeing services county"),
        ParticipantRole.EMPLOYMENT_AUTHORITY: N_("employment authority"),
        ParticipantRole.GUARDIAN: N_("guardian"),
        ParticipantRole.REPRESENTATIVE: N_("representative"),
        ParticipantRole.SUPPORT_PERSON: N_("support person"),
        ParticipantRole.OTHER: N_("other"),
    }
)
TERMS: Mapping[Term, str] = MappingProxyType(
    {Term.LONG: N_("Long-term goal: {text}"), Term.PERIOD: N_("Goal for this plan: {text}")}
)
CLARIFYING: Mapping[ClarifyingKind, str] = MappingProxyType(
    {
        ClarifyingKind.COMPETENCE: N_("Identification of skills"),
        ClarifyingKind.LITERACY: N_("Closer look at literacy"),
        ClarifyingKind.FINNISH_AND_SWEDISH: N_("Closer look at Finnish and Swedish"),
        ClarifyingKind.STUDY_SKILLS: N_("Study skills"),
        ClarifyingKind.EMPLOYMENT_ALTERNATIVES: N_("Employment alternatives"),
        ClarifyingKind.SERVICE_NEEDS: N_("Closer look at service needs"),
    }
)
MEASURES: Mapping[MeasureKind, str] = MappingProxyType(
    {
        MeasureKind.CIVIC_ORIENTATION: N_("multilingual civic orientation"),
        MeasureKind.INTEGRATION_TRAINING: N_("integration training"),
        MeasureKind.LITERACY_TRAINING: N_("literacy training"),
        MeasureKind.BASIC_EDUCATION: N_("basic education for adults"),
        MeasureKind.LANGUAGE_STUDIES: N_("Finnish or Swedish studies"),
        MeasureKind.SELF_MOTIVATED_STUDIES: N_("self-motivated studies"),
        MeasureKind.OTHER_TRAINING: N_("other training"),
        MeasureKind.EMPLOYMENT_SERVICE: N_("employment service"),
        MeasureKind.JOB_SEARCH: N_("jobseeking obligation"),
        MeasureKind.GUIDANCE: N_("guidance and advice"),
        MeasureKind.HEALTH_AND_WELLBEING: N_("health and wellbeing service"),
        MeasureKind.ASSOCIATION: N_("association activity"),
        MeasureKind.OTHER_SERVICE: N_("other service"),
    }
)

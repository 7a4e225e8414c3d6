"""What of a case is stored in the national resource, heading by heading (Decree 874/2024)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kotoutus_desktop.rules.section import (
    STORED_ASSESSMENT,
    STORED_PLAN,
    STORED_REVIEW,
    Section,
)


class StoredRecord(StrEnum):
    """What is stored: each has a section of the decree of its own."""

    ASSESSMENT = "assessment"
    PLAN = "plan"
    REVIEW = "review"


class StoredField(StrEnum):
    """A heading of the decree, in its order.

    The decree says "content" of the assessment: its nine heads are those of Decree 869/2024
    § 2(1); the wishes, the county's findings and the outcome belong to it as well.
    """

    ASSESSMENT_MADE_ON = "assessment_made_on"
    LITERACY = "literacy"
    FINNISH_AND_SWEDISH = "finnish_and_swedish"
    STUDY_AND_WORKING_LIFE_SKILLS = "study_and_working_life_skills"
    EMPLOYMENT_AND_TRAINING_NEEDS = "employment_and_training_needs"
    EDUCATION_AND_WORK_EXPERIENCE = "education_and_work_experience"
    SPECIAL_SKILLS_AND_STRENGTHS = "special_skills_and_strengths"
    NEED_FOR_PLAN = "need_for_plan"
    LIFE_SITUATION = "life_situation"
    OTHER_SERVICES = "other_services"
    WISHES = "wishes"
    COUNTY_FINDINGS = "county_findings"
    OUTCOME = "outcome"
    CLARIFYING = "clarifying"
    PLAN_PLANNED = "plan_planned"
    ASSESSMENT_AUTHORS = "assessment_authors"
    ASSESSMENT_SOURCES = "assessment_sources"
    PLAN_MADE_ON = "plan_made_on"
    DURATION = "duration"
    GOALS = "goals"
    MEASURES = "measures"
    OTHER_CONTENT = "other_content"
    PLAN_AUTHORS = "plan_authors"
    REVIEW_PLANNED = "review_planned"
    PLAN_SOURCES = "plan_sources"
    REVIEWED_ON = "reviewed_on"
    PARTICIPATION = "participation"
    PROGRESS = "progress"
    HINDRANCES = "hindrances"
    CHANGES = "changes"
    REVIEW_AUTHORS = "review_authors"
    NEXT_REVIEW = "next_review"
    REVIEW_SOURCES = "review_sources"


SECTIONS: Mapping[StoredRecord, Section] = MappingProxyType(
    {
        StoredRecord.ASSESSMENT: STORED_ASSESSMENT,
        StoredRecord.PLAN: STORED_PLAN,
        StoredRecord.REVIEW: STORED_REVIEW,
    }
)

"""What the Act (681/2023) asks about a person, a plan and a service.

Plain values: whoever keeps the records turns them into these, and the rules answer from these.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RightOfResidence(StrEnum):
    """What a person's stay rests on (§ 2(1))."""

    PERMIT = "permit"
    RESIDENCE_CARD = "residence_card"
    REGISTERED_RIGHT = "registered_right"
    NORDIC_REGISTRATION = "nordic_registration"
    NONE = "none"


class Jobseeker(StrEnum):
    """Standing of a job search that is valid at the employment authority (§§ 3, 14(1) point 1)."""

    REGISTERED = "registered"  # job search valid, has work
    UNEMPLOYED = "unemployed"


class Protection(StrEnum):
    """Grounds of § 2(3) and (4): refugees, those treated alike, and their family."""

    INTERNATIONAL_PROTECTION = "international_protection"
    QUOTA_REFUGEE = "quota_refugee"
    OTHER_PROTECTION = "other_protection"
    FAMILY_OF_PROTECTED = "family_of_protected"
    FAMILY_OF_QUOTA_REFUGEE = "family_of_quota_refugee"


class Extension(StrEnum):
    """Grounds on which all plans together may last longer than two years (§ 23(3))."""

    SPECIAL_MEASURES = "special_measures"
    HOME_CARE_PART_TIME = "home_care_part_time"


class Authority(StrEnum):
    """Who has the tasks of chapter 2 (§§ 3, 8)."""

    MUNICIPALITY = "municipality"
    EMPLOYMENT_AUTHORITY = "employment_authority"


class AssessmentDuty(StrEnum):
    """What the Act says about assessing a person (§ 14)."""

    MUST = "must"
    JUDGE_NEED = "judge_need"
    MAY = "may"
    NOT_ENTITLED = "not_entitled"
    GUIDANCE_ONLY = "guidance_only"


class InterviewHead(StrEnum):
    """The nine heads of the initial interview (Decree 869/2024 § 2(1) points 1-9, in order)."""

    LITERACY = "literacy"
    FINNISH_AND_SWEDISH = "finnish_and_swedish"
    STUDY_AND_WORKING_LIFE_SKILLS = "study_and_working_life_skills"
    EMPLOYMENT_AND_TRAINING_NEEDS = "employment_and_training_needs"
    EDUCATION_AND_WORK_EXPERIENCE = "education_and_work_experience"
    SPECIAL_SKILLS_AND_STRENGTHS = "special_skills_and_strengths"
    NEED_FOR_PLAN = "need_for_plan"
    LIFE_SITUATION = "life_situation"
    OTHER_SERVICES = "other_services"


class ToldItem(StrEnum):
    """What must be told in the initial interview (Decree 869/2024 § 2(3))."""

    AIMS_OF_SERVICES = "aims_of_services"
    PLAN_AND_PROCESS = "plan_and_process"
    BINDING_RIGHTS_AND_DUTIES = "binding_rights_and_duties"
    PERSONAL_DATA = "personal_data"


class ClarifyingKind(StrEnum):
    """Clarifying measures (Decree 869/2024 § 3)."""

    COMPETENCE = "competence"
    LITERACY = "literacy"
    FINNISH_AND_SWEDISH = "finnish_and_swedish"
    STUDY_SKILLS = "study_skills"
    EMPLOYMENT_ALTERNATIVES = "employment_alternatives"
    SERVICE_NEEDS = "service_needs"


class GoalKind(StrEnum):
    """Kinds of goal that § 18 speaks of."""

    EMPLOYMENT = "employment"
    ENTREPRENEURSHIP = "entrepreneurship"
    WORKING_LIFE_SKILLS = "working_life_skills"
    UPPER_SECONDARY_EDUCATION = "upper_secondary_education"
    LANGUAGE = "language"
    EVERYDAY_LIFE = "everyday_life"
    OTHER = "other"


class MeasureKind(StrEnum):
    """What a plan agrees on (§ 19(1), with the services of the programme in § 13)."""

    CIVIC_ORIENTATION = "civic_orientation"  # § 25
    INTEGRATION_TRAINING = "integration_training"  # § 26
    LITERACY_TRAINING = "literacy_training"  # § 26
    BASIC_EDUCATION = "basic_education"  # § 26
    LANGUAGE_STUDIES = "language_studies"  # Finnish or Swedish elsewhere
    SELF_MOTIVATED_STUDIES = "self_motivated_studies"  # § 28
    OTHER_TRAINING = "other_training"
    EMPLOYMENT_SERVICE = "employment_service"
    JOB_SEARCH = "job_search"  # the obligation of 380/2023 § 44
    GUIDANCE = "guidance"
    HEALTH_AND_WELLBEING = "health_and_wellbeing"
    ASSOCIATION = "association"
    OTHER_SERVICE = "other_service"


# measures that are, or hold, studies of Finnish or Swedish
LANGUAGE_MEASURES = frozenset(
    {
        MeasureKind.LANGUAGE_STUDIES,
        MeasureKind.INTEGRATION_TRAINING,
        MeasureKind.LITERACY_TRAINING,
        MeasureKind.BASIC_EDUCATION,
        MeasureKind.SELF_MOTIVATED_STUDIES,
    }
)
NOT_SERVICES = frozenset({MeasureKind.JOB_SEARCH})  # a duty, not a service of § 19(2)
WORK_GOALS = frozenset({GoalKind.EMPLOYMENT, GoalKind.ENTREPRENEURSHIP})


@dataclass(frozen=True)
class Person:
    """What §§ 2, 3 and 14 ask about a person.

    `first_granted` is the day of the first residence permit or residence card, or of the
    registration of the right of residence; `reached_on` the day the municipality's services
    reached a victim of trafficking; `judged_to_need` is None until somebody has judged;
    `first_home_municipality` the day the first home municipality was registered. A date that
    is None is not known. `social_assistance_not_temporary` is the counsellor's judgement: the
    Act gives no number of months (§ 14(1) point 5).
    """

    born: date | None
    right_of_residence: RightOfResidence
    first_granted: date | None = None
    jobseeker: Jobseeker | None = None
    protection: Protection | None = None
    home_care_allowance: bool = False
    social_assistance_not_temporary: bool = False
    came_unaccompanied: bool = False
    trafficking_victim: bool = False
    reached_on: date | None = None
    asked_or_contacted: bool = False
    judged_to_need: bool | None = None
    first_home_municipality: date | None = None


@dataclass(frozen=True)
class AgreedService:
    """A service a plan agrees on, and the day the client was referred to it (None: not yet)."""

    name: str
    referred: date | None = None


@dataclass(frozen=True)
class AgreedPlan:
    """The days of an agreed plan: it is valid from `made` to `ends`, both included."""

    made: date
    ends: date
    reviewed: tuple[date, ...] = ()
    services: tuple[AgreedService, ...] = ()


@dataclass(frozen=True)
class Obstacle:
    """A time in which a plan could not be carried out, both days included (§ 23(4))."""

    first: date
    last: date


@dataclass(frozen=True)
class Prolongation:
    """What prolongs the time of all plans together (§§ 23(3)-(4), 31(1)).

    `unfinished_studies`: self-motivated studies supported by unemployment benefit will still
    be under way when the maximum is reached.
    """

    extension: Extension | None = None
    obstacles: tuple[Obstacle, ...] = ()
    unfinished_studies: bool = False

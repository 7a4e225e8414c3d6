"""Sections of law, as data: every rule can say where it stands.

Constants name the sections the rules rest on. Where an amending act changed a section, the
text in force since 1.1.2025 is meant (681/2023 with 322/2024 and 1100/2024).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """One place in a statute.

    `act` and `number` are as in the Statute Book ("681/2023", "32 a"); `moment` is the
    subsection and `point` the numbered point in it, None where the whole is meant.
    """

    act: str
    number: str
    moment: int | None = None
    point: int | None = None

    def __str__(self) -> str:
        """Write it the way lawyers cite it in English: 681/2023 § 14(1) point 4."""
        moment = "" if self.moment is None else f"({self.moment})"
        point = "" if self.point is None else f" point {self.point}"
        return f"{self.act} § {self.number}{moment}{point}"

    @property
    def code(self) -> str:
        """Number, subsection and point with dots between: 14.1.4."""
        parts = (self.number, self.moment, self.point)
        return ".".join(str(part) for part in parts if part is not None)


ACT = "681/2023"
OLDER_ACT = "1386/2010"
ASSESSMENT_DECREE = "869/2024"
DATA_DECREE = "874/2024"
ORIENTATION_DECREE = "576/2024"
EMPLOYMENT_SERVICES_ACT = "380/2023"

SCOPE = Section(ACT, "2", 1)
GUIDANCE_SCOPE = Section(ACT, "2", 2)
UNACCOMPANIED = Section(ACT, "2", 6)
JOBSEEKERS_AUTHORITY = Section(ACT, "3", 1)
INTEGRATION_CLIENT = Section(ACT, "5", 1, 5)
DELEGATION = Section(ACT, "8")
CONTACT_CONSENT = Section(ACT, "9", 1)
CONTACT_HANDLING = Section(ACT, "9", 2)
GUIDANCE = Section(ACT, "10", 1)
SERVICES = Section(ACT, "12")
PROGRAMME = Section(ACT, "13", 1)
PROGRAMME_MORE = Section(ACT, "13", 2)
ASSESSMENT = Section(ACT, "14", 1)
ASSESSMENT_NEED = Section(ACT, "14", 1, 4)
ASSESSMENT_START = Section(ACT, "14", 2)
ASSESSMENT_COUNTY = Section(ACT, "14", 4)
ASSESSMENT_LEFT_OUT = Section(ACT, "14", 5)
ASSESSMENT_OF_VICTIM = Section(ACT, "14", 6)
ONWARD_GUIDANCE = Section(ACT, "14", 7)
NEED_FOR_PLAN = Section(ACT, "16")
GOALS = Section(ACT, "18", 1)
GOALS_OF_JOBSEEKER = Section(ACT, "18", 2)
GOALS_OF_OTHERS = Section(ACT, "18", 3)
GOALS_UNDER_25 = Section(ACT, "18", 4)
PLAN_CONTENT = Section(ACT, "19", 1)
PLAN_SERVICES = Section(ACT, "19", 2)
PLAN_SUITABILITY = Section(ACT, "19", 3)
PLAN_MAKING = Section(ACT, "20", 1)
PLAN_COUNTY = Section(ACT, "20", 2)
PLAN_LATEST = Section(ACT, "20", 3)
PLAN_OF_VICTIM = Section(ACT, "20", 4)
REFERRAL = Section(ACT, "20", 5)
REVIEW = Section(ACT, "22", 1)
REVIEW_COUNTY = Section(ACT, "22", 2)
PLAN_PERIOD = Section(ACT, "23", 1)
PLAN_MAXIMUM = Section(ACT, "23", 2)
PLAN_EXTENSION = Section(ACT, "23", 3)
PLAN_OBSTACLES = Section(ACT, "23", 4)
PLAN_END = Section(ACT, "23")
SERVICES_GO_ON = Section(ACT, "23", 6)
RIGHTS_AND_DUTIES = Section(ACT, "24", 1)
CONSEQUENCES = Section(ACT, "24", 4)
ORIENTATION_LANGUAGE = Section(ACT, "25", 1)
ORIENTATION_TOPICS = Section(ACT, "25", 2)
TRAINING = Section(ACT, "26", 1)
TRAINING_PARTS = Section(ACT, "26", 2)
TRAINING_TEST = Section(ACT, "26", 3)
TRAINING_OFFERED = Section(ACT, "27", 1)
TRAINING_OF_JOBSEEKER = Section(ACT, "27", 2)
STUDIES_UNDER_25 = Section(ACT, "31", 1)
STUDIES_FROM_25 = Section(ACT, "31", 2)
EMPLOYMENT_PLAN = Section(ACT, "31", 3)
FEE = Section(ACT, "32 a", 1)
FEE_DUE = Section(ACT, "32 a", 2)
FEE_COLLECTED = Section(ACT, "32 a", 3)
FEE_CAP = Section(ACT, "32 a", 4)
HOUSING_BY_COUNTY = Section(ACT, "33", 1)
SUPPORT = Section(ACT, "34", 1)
RIGHT_TO_SUPPORT = Section(ACT, "34", 2)
REPRESENTATIVE = Section(ACT, "35", 1)
REPRESENTATIVE_APPLICATION = Section(ACT, "35", 2)
REPRESENTATIVE_ENDS = Section(ACT, "38", 5)
MUNICIPAL_PLACE_HOUSING = Section(ACT, "44", 2, 1)
NO_HOUSING_DUTY = Section(ACT, "44", 3)
PLANNING = Section(ACT, "45", 1)
PLANNING_NATIONAL = Section(ACT, "45", 2)
PLANNING_MUNICIPAL = Section(ACT, "45", 3)
PLANNING_FOLLOW_UP = Section(ACT, "45", 4)
PROGRAMME_ARRANGED = Section(ACT, "46", 1)
REIMBURSEMENT_CONDITION = Section(ACT, "59", 1)
REIMBURSEMENT_START = Section(ACT, "59", 2)
REIMBURSEMENT = Section(ACT, "61", 3)
REIMBURSEMENT_OF_CHILD = Section(ACT, "61", 4)
REIMBURSEMENT_CLAIM = Section(ACT, "70", 1)
ONWARD_GUIDANCE_KEPT = Section(ACT, "73", 1, 7)
DATA_SOURCE = Section(ACT, "73", 2)
STORAGE_DUTY = Section(ACT, "76", 1)
DELETION = Section(ACT, "77")
MOVE = Section(ACT, "85")
ASSESSMENT_DATA = Section(ACT, "86", 1)
YOUNG_PERSONS_DATA = Section(ACT, "86", 3)
REVIEW_DATA = Section(ACT, "86", 4)
UNACCOMPANIED_DATA = Section(ACT, "87", 1)
PRODUCERS_DATA = Section(ACT, "94", 1)
APPEAL = Section(ACT, "95", 1)
PLANS_BEFORE_2025 = Section(ACT, "102", 2)
STORAGE_START = Section(ACT, "102", 4)
REIMBURSEMENT_BEFORE_2025 = Section(ACT, "102", 6)
OLDER_PLAN_MAXIMUM = Section(OLDER_ACT, "12")

JOB_SEARCH = Section(EMPLOYMENT_SERVICES_ACT, "44")

INTERVIEW_HEADS = Section(ASSESSMENT_DECREE, "2", 1)
INTERVIEW_COUNTY = Section(ASSESSMENT_DECREE, "2", 2)
INTERVIEW_TOLD = Section(ASSESSMENT_DECREE, "2", 3)
ASSESSMENT_LANGUAGE = Section(ASSESSMENT_DECREE, "4", 1)
ASSESSMENT_OUTCOME = Section(ASSESSMENT_DECREE, "4", 2)
ASSESSMENT_PLACE = Section(ASSESSMENT_DECREE, "4", 3)

STORED_ASSESSMENT = Section(DATA_DECREE, "1", 1)
STORED_PLAN = Section(DATA_DECREE, "2", 1)
STORED_REVIEW = Section(DATA_DECREE, "3", 2)
STORED_GUIDANCE = Section(DATA_DECREE, "4", 1)

DECREE_TOPICS = Section(ORIENTATION_DECREE, "1", 1)
ORIENTATION_HOURS = Section(ORIENTATION_DECREE, "2", 1)
SELF_STUDY = Section(ORIENTATION_DECREE, "2", 2)
CONTACT_TEACHING = Section(ORIENTATION_DECREE, "2", 3)
INTERPRETED_TEACHING = Section(ORIENTATION_DECREE, "3", 1)

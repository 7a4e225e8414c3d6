"""The aims of the fictional clients, in phrases of the library."""

from kotoutus_desktop.demo.aim import OWN, Aim, Service
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import GoalKind, InterviewHead, MeasureKind

SCHOOL = "Esimerkkiopisto"
OFFICE = "Utajärven kunta, maahanmuuttopalvelut"
HALL = "Kylätalo, Utajärvi"


_SAY = Wording.of
_ATTENDANCE = _SAY("F-001")
_MEETING = _SAY("F-004", date="+60")
_REVIEW = _SAY("F-007")

FINNISH = Aim(
    InterviewHead.FINNISH_AND_SWEDISH,
    "T-010",
    _SAY("L-012", level="B1.1"),
    GoalKind.LANGUAGE,
    (
        Service(
            MeasureKind.INTEGRATION_TRAINING,
            _SAY("P-001"),
            "S-013",
            _ATTENDANCE,
            SCHOOL,
            21,
            170,
        ),
        Service(
            MeasureKind.ASSOCIATION,
            _SAY("P-110", place="Utajärven kirjasto"),
            "S-009",
            begins=7,
        ),
    ),
    _SAY("H-006", level="A1.3"),
)
FINNISH_EVENING = Aim(
    InterviewHead.FINNISH_AND_SWEDISH,
    "T-014",
    _SAY("L-016"),
    GoalKind.LANGUAGE,
    (
        Service(
            MeasureKind.LANGUAGE_STUDIES, _SAY("P-022"), "S-008", _REVIEW, "Kansalaisopisto", 30
        ),
        Service(MeasureKind.LANGUAGE_STUDIES, _SAY("P-025", hours="4"), "S-001", begins=0),
    ),
    _SAY("H-006", level="A2.1"),
)
FINNISH_WITH_CHILD_CARE = Aim(
    InterviewHead.FINNISH_AND_SWEDISH,
    "T-012",
    _SAY("L-011", level="A1.3"),
    GoalKind.LANGUAGE,
    (
        Service(MeasureKind.LANGUAGE_STUDIES, _SAY("P-024"), "S-007", _ATTENDANCE, SCHOOL, 20),
        Service(MeasureKind.ASSOCIATION, _SAY("P-112", place=HALL), "S-009", begins=7),
    ),
    _SAY("H-005"),
)
FINNISH_AT_EASE = Aim(
    InterviewHead.FINNISH_AND_SWEDISH,
    "T-012",
    _SAY("L-011", level="A1.3"),
    GoalKind.LANGUAGE,
    (
        Service(MeasureKind.LANGUAGE_STUDIES, _SAY("P-023"), "S-014", _REVIEW, "Kansalaisopisto"),
        Service(
            MeasureKind.ASSOCIATION, _SAY("P-110", place="Utajärven kirjasto"), "S-009", begins=7
        ),
    ),
    _SAY("H-005"),
)
SWEDISH = Aim(
    InterviewHead.FINNISH_AND_SWEDISH,
    "T-011",
    _SAY("L-013", level="A2.2"),
    GoalKind.LANGUAGE,
    (
        Service(
            MeasureKind.LANGUAGE_STUDIES,
            _SAY("P-021", course="Svenska 1"),
            "S-001",
            _ATTENDANCE,
            "Exempelinstitutet",
            14,
            140,
        ),
    ),
    _SAY("H-007", level="A1.1"),
)
READING = Aim(
    InterviewHead.LITERACY,
    "T-001",
    _SAY("L-010"),
    GoalKind.LANGUAGE,
    (
        Service(MeasureKind.LITERACY_TRAINING, _SAY("P-010"), "S-002", _ATTENDANCE, SCHOOL, 10),
        Service(MeasureKind.ASSOCIATION, _SAY("P-117"), "S-009", begins=30),
    ),
    _SAY("H-002"),
)
SOCIETY = Aim(
    InterviewHead.OTHER_SERVICES,
    "T-090",
    _SAY("L-021"),
    GoalKind.EVERYDAY_LIFE,
    (
        Service(
            MeasureKind.CIVIC_ORIENTATION,
            _SAY("P-030", language=OWN, hours="75", place=HALL),
            "S-006",
            _ATTENDANCE,
            OFFICE,
            20,
            60,
        ),
    ),
)
WORKING_LIFE = Aim(
    InterviewHead.STUDY_AND_WORKING_LIFE_SKILLS,
    "T-022",
    _SAY("L-030"),
    GoalKind.WORKING_LIFE_SKILLS,
    (
        Service(MeasureKind.EMPLOYMENT_SERVICE, _SAY("P-071"), "S-004", begins=40),
        Service(MeasureKind.OTHER_TRAINING, _SAY("P-055"), "S-012", begins=30, ends=60),
    ),
    _SAY("H-013"),
)
TRIAL = Aim(
    InterviewHead.EMPLOYMENT_AND_TRAINING_NEEDS,
    "T-041",
    _SAY("L-003"),
    GoalKind.EMPLOYMENT,
    (
        Service(
            MeasureKind.EMPLOYMENT_SERVICE,
            _SAY("P-060", place="Ravintola Esimerkki"),
            "S-004",
            _SAY("F-006", date="+45"),
            "Oulun seudun työllisyysalue",
            30,
            90,
        ),
        Service(MeasureKind.JOB_SEARCH, _SAY("P-080", count="4"), begins=0),
    ),
    _SAY("H-012", occupation="kokki"),
)
OWN_OCCUPATION = Aim(
    InterviewHead.EDUCATION_AND_WORK_EXPERIENCE,
    "T-060",
    _SAY("L-037"),
    GoalKind.EMPLOYMENT,
    (
        Service(
            MeasureKind.EMPLOYMENT_SERVICE, _SAY("P-067"), "S-003", _SAY("F-010"), begins=7, ends=60
        ),
        Service(MeasureKind.OTHER_SERVICE, _SAY("P-137"), "S-005", begins=7, ends=40),
        Service(MeasureKind.JOB_SEARCH, _SAY("P-081", count="1"), begins=0),
    ),
    _SAY("H-014"),
)
JOB_HUNT = Aim(
    InterviewHead.EMPLOYMENT_AND_TRAINING_NEEDS,
    "T-042",
    _SAY("L-032"),
    GoalKind.EMPLOYMENT,
    (
        Service(
            MeasureKind.EMPLOYMENT_SERVICE,
            _SAY("P-062"),
            "S-014",
            _SAY("F-009", date="+90"),
            "Oulun seudun työllisyysalue",
        ),
        Service(MeasureKind.JOB_SEARCH, _SAY("P-080", count="4"), begins=0),
    ),
    _SAY("H-012", occupation="rakennusmies"),
)
BUSINESS = Aim(
    InterviewHead.EMPLOYMENT_AND_TRAINING_NEEDS,
    "T-045",
    _SAY("L-051"),
    GoalKind.ENTREPRENEURSHIP,
    (
        Service(MeasureKind.EMPLOYMENT_SERVICE, _SAY("P-069"), "S-014", _MEETING, begins=15),
        Service(MeasureKind.JOB_SEARCH, _SAY("P-081", count="1"), begins=0),
    ),
    _SAY("H-012", occupation="parturi"),
)
UPPER_SECONDARY = Aim(
    InterviewHead.EMPLOYMENT_AND_TRAINING_NEEDS,
    "T-053",
    _SAY("L-043"),
    GoalKind.UPPER_SECONDARY_EDUCATION,
    (
        Service(MeasureKind.OTHER_TRAINING, _SAY("P-051"), "S-011", _ATTENDANCE, SCHOOL, 25, 200),
        Service(MeasureKind.GUIDANCE, _SAY("P-092"), "S-014"),
    ),
    _SAY("H-009"),
)
BASIC_EDUCATION = Aim(
    InterviewHead.EMPLOYMENT_AND_TRAINING_NEEDS,
    "T-051",
    _SAY("L-044"),
    GoalKind.OTHER,
    (
        Service(MeasureKind.BASIC_EDUCATION, _SAY("P-011"), "S-013", _ATTENDANCE, SCHOOL, 25, 200),
        Service(MeasureKind.ASSOCIATION, _SAY("P-118"), "S-009", begins=25),
    ),
    _SAY("H-010"),
)
LATER_STUDIES = Aim(
    InterviewHead.STUDY_AND_WORKING_LIFE_SKILLS,
    "T-022",
    _SAY("L-035"),
    GoalKind.WORKING_LIFE_SKILLS,
    (Service(MeasureKind.EMPLOYMENT_SERVICE, _SAY("P-061"), "S-007", begins=60),),
    _SAY("H-013"),
)
DAY_CARE = Aim(
    InterviewHead.LIFE_SITUATION,
    "T-080",
    _SAY("L-026"),
    GoalKind.EVERYDAY_LIFE,
    (Service(MeasureKind.OTHER_SERVICE, _SAY("P-130"), "S-016", _SAY("F-010"), begins=3, ends=60),),
    _SAY("H-018"),
)
WELLBEING = Aim(
    InterviewHead.LIFE_SITUATION,
    "T-083",
    _SAY("L-024"),
    GoalKind.EVERYDAY_LIFE,
    (Service(MeasureKind.HEALTH_AND_WELLBEING, _SAY("P-100"), "S-010", _SAY("F-008"), ends=30),),
)
YOUNG_SUPPORT = Aim(
    InterviewHead.LIFE_SITUATION,
    "T-084",
    _SAY("L-025"),
    GoalKind.EVERYDAY_LIFE,
    (
        Service(MeasureKind.OTHER_SERVICE, _SAY("P-133"), "S-010", _SAY("F-008"), begins=0),
        Service(MeasureKind.ASSOCIATION, _SAY("P-115"), "S-009", begins=20),
    ),
)
SAFETY = Aim(
    InterviewHead.LIFE_SITUATION,
    "T-084",
    _SAY("L-027"),
    GoalKind.EVERYDAY_LIFE,
    (
        Service(MeasureKind.OTHER_SERVICE, _SAY("P-135"), "S-015", _SAY("F-008"), begins=0),
        Service(MeasureKind.HEALTH_AND_WELLBEING, _SAY("P-109"), "S-010"),
        Service(MeasureKind.OTHER_SERVICE, _SAY("P-134"), "S-015", begins=5, ends=60),
    ),
)
DIGITAL = Aim(
    InterviewHead.OTHER_SERVICES,
    "T-093",
    _SAY("L-022"),
    GoalKind.EVERYDAY_LIFE,
    (
        Service(MeasureKind.GUIDANCE, _SAY("P-099", place="Utajärven kirjasto"), "S-012", begins=7),
        Service(MeasureKind.ASSOCIATION, _SAY("P-119"), "S-009", begins=30),
    ),
)

"""What is typed on the tour: a messy case, and what is found and agreed with the person."""

from datetime import date, timedelta

from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import GoalKind, InterviewHead
from kotoutus_desktop.ui.fields.date_text import EnteredDate

# finding, need, goal and kind of goal under a head; nothing comes up under the others
FINDINGS = {
    InterviewHead.LITERACY: ("H-001", "", "", None),
    InterviewHead.FINNISH_AND_SWEDISH: (
        "H-005",
        "T-010",
        Wording.of("L-012", level="B1.1"),
        GoalKind.LANGUAGE,
    ),
    InterviewHead.STUDY_AND_WORKING_LIFE_SKILLS: (
        "H-013",
        "T-022",
        Wording.of("L-030"),
        GoalKind.WORKING_LIFE_SKILLS,
    ),
}
# by the goal: service, why it suits, follow-up
SERVICES = {"L-012": ("P-001", "S-013", "F-001"), "L-030": ("P-071", "S-004", "F-007")}


def person_told(today: date) -> dict[str, object]:
    """Return what the intake form is filled with, by the names of its fields."""
    learned = today - timedelta(days=3)
    return {
        "family_names": "Al-Haddad Nasser",
        "given_names": "Mariam Yousef",
        "call_name": "Mariam",
        "own_script_name": "مريم يوسف الحداد ناصر",
        "born": EnteredDate(date(1991, 1, 1), Precision.YEAR),
        "citizenships": ["760"],
        "mother_tongue": "ar",
        "service_language": "ar",
        "reads": ["ar", "en"],
        "interpreter_needed": True,
        "dialect": "Levantin arabia",
        "integration_language": "fi",
        "residence_ground": "asylum",
        "first_granted": today - timedelta(days=120),
        "permit_valid_until": today + timedelta(days=1340),
        "home_municipality": "889",
        "street": "Esimerkkitie 7",
        "postal_code": "91600",
        "town": "Utajärvi",
        "phone": "040 555 0190",
        "contacts": [
            {
                "id": uuid7(),
                "learned_on": learned,
                "channel": "migri",
                "made_by": "Maahanmuuttovirasto",
                "consented_on": learned,
                "outcome": "",
                "handled_on": learned,
            }
        ],
    }


def plan_agreed(today: date) -> dict[str, object]:
    """Return what the form of the plan is filled with, beside its goals."""
    return {
        "guidance": Wording.of("P-090"),
        "follow_up": Wording.of("F-004", date=(today + timedelta(days=60)).isoformat()),
        "rights": ["V-001", "V-002", "V-003", "V-004", "V-005", "O-001", "O-002", "O-006"],
        "rights_explained_on": today,
        "rights_language": "ar",
        "rights_interpreted": True,
        "acceptance": "signed",
        "accepted_on": today,
    }

import pytest

from kotoutus_desktop.rules.answers import answer
from kotoutus_desktop.rules.case_facts import ImpossibleFact

CASE = "extension on a listed ground and an obstacle of 30 days"


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (["kind"], "clok", "kind"),
        (["kind"], ["clock"], "kind"),
        (["extention"], "special_measures", "extention"),
        (["extension"], "special", "extension"),
        (["on"], KeyError, "on"),
        (["on"], "2025-02-30", "on"),
        (["on"], "1.6.2025", "on"),
        (["on"], "20250601", "on"),
        (["on"], "9999-12-31", "on"),
        (["on"], "2024-12-31", "on"),
        (["person"], KeyError, "person"),
        (["person"], "somebody", "person"),
        (["person", "born"], KeyError, "person.born"),
        (["person", "born"], "2027-08-02", "person.born"),
        (["person", "first_granted"], KeyError, "person.first_granted"),
        (["person", "first_granted"], "2027-08-02", "person.first_granted"),
        (["person", "first_granted"], "1990-05-16", "person.first_granted"),
        (["person", "right_of_residence"], None, "person.right_of_residence"),
        (["person", "right_of_residence"], "visa", "person.right_of_residence"),
        (["person", "jobseeker"], True, "person.jobseeker"),
        (["person", "home_care_allowance"], "yes", "person.home_care_allowance"),
        (["person", "judged_to_need"], 1, "person.judged_to_need"),
        (["person", "religion"], "none", "person.religion"),
        (["municipality"], {"delegates": True}, "municipality.delegates"),
        (["plans"], {}, "plans"),
        (["plans", 0], "plan", "plans[0]"),
        (["plans", 0, "ends"], "2025-05-31", "plans[0].ends"),
        (["plans", 0, "ends"], KeyError, "plans[0].ends"),
        (["plans", 1, "reviewed", 0], "2026-06-01", "plans[1].reviewed[0]"),
        (["plans", 1, "reviewed", 1], 2027, "plans[1].reviewed[1]"),
        (["plans", 0, "services"], [{"referred": None}], "plans[0].services[0].name"),
        (["obstacles", 0, "to"], "2026-08-31", "obstacles[0].to"),
        (["obstacles", 0, "until"], "2026-08-31", "obstacles[0].until"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_by_case_and_key(changed_case, path, value, key):
    with pytest.raises(ImpossibleFact) as raised:
        answer(changed_case(CASE, path, value))

    assert (raised.value.case, raised.value.key) == (CASE, key)


def test_a_refusal_reads_as_case_and_key(changed_case):
    with pytest.raises(ImpossibleFact, match="30 days: plans\\[0\\]\\.ends"):
        answer(changed_case(CASE, ["plans", 0, "ends"], "2025-05-31"))

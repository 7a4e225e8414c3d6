from datetime import date

import pytest

from kotoutus_desktop.rules.county_prompts import (
    county_must_join,
    county_prompts,
    county_tasks,
    may_record_health_needs,
    municipality_need_not_house,
    requires_county_in_review,
)
from kotoutus_desktop.rules.facts import Protection

ON = date(2026, 2, 2)
CHILD = {"came_unaccompanied": True, "born": date(2010, 1, 1)}


@pytest.mark.rule(4, "681/2023 § 14(4)", "681/2023 § 20(2)")
@pytest.mark.parametrize(
    ("fields", "needs", "prompts"),
    [
        ({}, False, []),
        ({}, True, ["health_or_social_needs"]),
        ({"protection": Protection.QUOTA_REFUGEE}, False, ["quota_refugee"]),
        ({"protection": Protection.FAMILY_OF_QUOTA_REFUGEE}, False, []),
        (CHILD | {"trafficking_victim": True}, False, ["unaccompanied", "trafficking_victim"]),
        ({"social_assistance_not_temporary": True}, False, ["social_assistance"]),
    ],
)
def test_some_groups_prompt_the_question_about_the_county(make_person, fields, needs, prompts):
    person = make_person(**fields)

    assert county_prompts(person, ON, health_or_social_needs=needs) == prompts


@pytest.mark.rule(5, "681/2023 § 22(2)")
@pytest.mark.rule(22, "869/2024 § 2(2)")
def test_the_county_must_join_where_the_counsellor_sees_the_need():
    assert county_must_join(needs_coordination=False) is None
    assert county_must_join(needs_coordination=True).code == "14.4"
    assert county_must_join(needs_coordination=True, plan=True).code == "20.2"
    assert requires_county_in_review(made_with_county=True).code == "22.2"
    assert requires_county_in_review(made_with_county=False) is None
    assert may_record_health_needs(county_takes_part=True)


@pytest.mark.rule(6, "681/2023 § 33(1)", "681/2023 § 35(1)")
def test_the_county_houses_a_child_and_applies_for_a_representative(make_person):
    tasks = county_tasks(
        make_person(**CHILD), ON, housing_arranged=True, representative_applied=False
    )

    assert [(task.key, task.done) for task in tasks] == [
        ("housing", True),
        ("representative", False),
    ]


@pytest.mark.parametrize("fields", [{"born": date(2010, 1, 1)}, CHILD | {"born": date(2008, 2, 2)}])
def test_the_county_has_no_such_tasks_for_others(make_person, fields):
    person = make_person(**fields)

    assert not county_tasks(person, ON, housing_arranged=False, representative_applied=False)


@pytest.mark.rule(6, "681/2023 § 44(3)")
def test_the_municipality_need_not_house_whom_the_county_has_housed(make_person):
    child = make_person(**CHILD)

    assert municipality_need_not_house(child, ON, county_has_housed=True).code == "44.3"
    assert municipality_need_not_house(child, ON, county_has_housed=False) is None
    assert municipality_need_not_house(make_person(), ON, county_has_housed=True) is None

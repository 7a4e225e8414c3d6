from datetime import date

import pytest

from kotoutus_desktop.rules.facts import Jobseeker, Protection, RightOfResidence
from kotoutus_desktop.rules.registers import Register
from kotoutus_desktop.rules.responsibility import (
    Bearing,
    Body,
    Force,
    Kept,
    Situation,
    Task,
    keepings,
    responsibilities,
)

ON = date(2026, 11, 24)


@pytest.fixture
def guide(make_person):
    """Return the answers for a person with these facts, by task."""

    def answer(situation=None, **fields):
        asked = Situation(make_person(**fields), ON, **(situation or {}))
        return {each.task: each for each in responsibilities(asked)}

    return answer


def sections(found):
    return [str(section) for section in (found.section, found.also) if section]


@pytest.mark.parametrize("seeking", list(Jobseeker))
def test_section_3_gives_a_jobseeker_to_the_employment_authority_but_not_their_guidance(
    guide, seeking
):
    found = guide({"plan_valid": True}, jobseeker=seeking)

    for task in (Task.ASSESSMENT, Task.PLAN, Task.ORIENTATION, Task.TRAINING):
        if found[task].bodies:
            assert found[task].bodies == (Body.EMPLOYMENT_AUTHORITY,)
            assert str(found[task].also) == "681/2023 § 3(1)"
    assert found[Task.GUIDANCE].bodies == (Body.MUNICIPALITY,)
    assert sections(found[Task.GUIDANCE]) == ["681/2023 § 10(1)"]
    assert sections(found[Task.TRAINING]) == ["681/2023 § 27(2)", "681/2023 § 3(1)"]


def test_everybody_else_is_the_municipalitys(guide):
    found = guide({"plan_valid": True}, protection=Protection.INTERNATIONAL_PROTECTION)

    for task in (Task.GUIDANCE, Task.ASSESSMENT, Task.PLAN, Task.ORIENTATION, Task.TRAINING):
        assert found[task].bodies == (Body.MUNICIPALITY,)
        assert found[task].also is None
        assert found[task].bearing is Bearing.NOW
    assert sections(found[Task.TRAINING]) == ["681/2023 § 27(1)"]


def test_section_8_lets_the_employment_authority_act_for_all(guide):
    found = guide({"delegates": True}, home_care_allowance=True)

    for task in (Task.GUIDANCE, Task.ASSESSMENT, Task.PLAN):
        assert found[task].bodies == (Body.EMPLOYMENT_AUTHORITY,)
        assert str(found[task].also) == "681/2023 § 8"


@pytest.mark.parametrize(
    ("fields", "bearing", "section"),
    [
        ({"home_care_allowance": True}, Bearing.NOW, "681/2023 § 14(1)"),
        ({"asked_or_contacted": True}, Bearing.IF_JUDGED, "681/2023 § 14(1) point 4"),
        ({}, Bearing.NOT, "681/2023 § 14(1)"),
        ({"right_of_residence": RightOfResidence.NONE}, Bearing.NOT, "681/2023 § 2(2)"),
        (
            {
                "trafficking_victim": True,
                "first_granted": date(2020, 1, 1),
                "reached_on": date(2026, 1, 1),
            },
            Bearing.MAY,
            "681/2023 § 14(6)",
        ),
    ],
)
def test_the_assessment_bears_as_far_as_section_14_says(guide, fields, bearing, section):
    found = guide(**fields)[Task.ASSESSMENT]

    assert (found.bearing, str(found.section)) == (bearing, section)
    assert bool(found.bodies) is (bearing is not Bearing.NOT)


def test_plan_and_services_wait_for_the_need_and_the_plan(guide):
    found = guide(home_care_allowance=True)

    assert found[Task.PLAN].bearing is Bearing.IF_NEEDED
    assert str(found[Task.PLAN].section) == "681/2023 § 16"
    assert found[Task.ORIENTATION].bearing is Bearing.WITH_PLAN
    assert str(found[Task.ORIENTATION].section) == "681/2023 § 25(1)"
    assert guide()[Task.PLAN].bearing is guide()[Task.TRAINING].bearing is Bearing.NOT


def test_who_is_in_compulsory_education_gets_no_integration_training(guide):
    found = guide({"plan_valid": True, "compulsory_education": True})[Task.TRAINING]

    assert (found.bodies, found.bearing) == ((), Bearing.NOT)
    assert sections(found) == ["681/2023 § 26(1)"]


def test_the_county_houses_a_child_alone_and_applies_for_a_representative(guide):
    child = {"came_unaccompanied": True, "born": date(2012, 1, 1)}
    found = guide(**child)

    assert found[Task.HOUSING].bodies == (Body.WELLBEING_COUNTY,)
    assert sections(found[Task.HOUSING]) == ["681/2023 § 33(1)"]
    assert sections(found[Task.REPRESENTATIVE]) == ["681/2023 § 35(2)"]
    assert found[Task.REPRESENTATIVE].bearing is Bearing.NOW
    assert sections(found[Task.SUPPORT]) == ["681/2023 § 34(1)", "681/2023 § 34(2)"]
    assert found[Task.SUPPORT].bodies == (Body.WELLBEING_COUNTY, Body.MUNICIPALITY)
    appointed = guide({"representative": True}, **child)
    assert appointed[Task.REPRESENTATIVE].bearing is Bearing.APPOINTED


def test_with_a_guardian_or_from_18_on_no_representative_is_applied_for(guide):
    child = {"came_unaccompanied": True, "born": date(2012, 1, 1)}

    assert Task.REPRESENTATIVE not in guide({"guardian": True}, **child)
    grown = guide(came_unaccompanied=True, born=date(2006, 1, 1))
    assert Task.REPRESENTATIVE not in grown
    assert Task.SUPPORT in grown
    assert Task.SUPPORT not in guide(came_unaccompanied=True, born=date(2003, 1, 1))


@pytest.mark.parametrize(
    ("directed", "bearing"),
    [(None, Bearing.IF_DIRECTED), (True, Bearing.NOW), (False, Bearing.NOT)],
)
def test_section_44_gives_housing_at_a_municipal_place_to_the_municipality(
    guide, directed, bearing
):
    found = guide({"directed": directed}, protection=Protection.QUOTA_REFUGEE)[Task.HOUSING]

    assert found.bearing is bearing
    assert sections(found) == ["681/2023 § 44(2) point 1"]


def test_a_young_person_whom_the_county_houses_is_not_housed_by_the_municipality(guide):
    found = guide(
        came_unaccompanied=True,
        born=date(2006, 1, 1),
        protection=Protection.INTERNATIONAL_PROTECTION,
    )[Task.HOUSING]

    assert sections(found) == ["681/2023 § 44(2) point 1", "681/2023 § 44(3)"]


def test_nobody_has_a_duty_to_house_those_without_protection(guide):
    assert guide()[Task.HOUSING].bodies == ()


def kept(situation):
    return [(each.kept, each.register, str(each.section), each.force) for each in situation]


@pytest.mark.parametrize(
    ("on", "section", "force"),
    [
        (date(2026, 12, 31), "681/2023 § 102(4)", Force.VOLUNTARY),
        (date(2027, 1, 1), "681/2023 § 76(1)", Force.DUTY),
    ],
)
def test_storing_in_koto_aj_is_a_duty_from_2027_on(make_person, on, section, force):
    found = kept(keepings(Situation(make_person(home_care_allowance=True), on)))

    assert found == [
        (Kept.ASSESSMENT_AND_PLAN, Register.KOTO_AJ, section, force),
        (Kept.GUIDANCE, None, "874/2024 § 4(1)", Force.NO_CONSENT),
    ]


def test_a_jobseeker_is_in_the_services_register_and_named_by_section_76(make_person):
    person = make_person(jobseeker=Jobseeker.UNEMPLOYED)
    found = kept(keepings(Situation(person, date(2027, 3, 1))))

    assert found[:2] == [
        (Kept.ASSESSMENT_AND_PLAN, Register.A_TMT, "681/2023 § 3(1)", Force.PRACTICE),
        (Kept.ASSESSMENT_AND_PLAN, Register.KOTO_AJ, "681/2023 § 76(1)", Force.DUTY),
    ]


def test_without_a_right_only_guidance_is_counted(make_person):
    assert [each.kept for each in keepings(Situation(make_person(), ON))] == [Kept.GUIDANCE]
    valid = keepings(Situation(make_person(), ON, plan_valid=True))
    assert valid[0].register is Register.KOTO_AJ

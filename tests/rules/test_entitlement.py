from datetime import date

import pytest

from kotoutus_desktop.rules.entitlement import (
    assessment_duty,
    authority,
    authority_section,
    duty_section,
    entitlement_ends,
    grounds,
    in_scope,
    integration_client,
    is_unaccompanied,
    may_be_left_out,
    needs_judgement,
    reached_late,
    start_section,
    valid_plan,
    within_three_years,
)
from kotoutus_desktop.rules.facts import (
    AgreedPlan,
    AssessmentDuty,
    Authority,
    Jobseeker,
    Protection,
    RightOfResidence,
)

ON = date(2026, 2, 2)
LAST = date(2028, 3, 10)
AFTER = date(2028, 3, 11)
NONE = RightOfResidence.NONE


def codes(person, on=ON):
    return [ground.code for ground in grounds(person, on)]


@pytest.mark.rule(7, "681/2023 § 2(1)")
@pytest.mark.parametrize("right", RightOfResidence)
def test_every_right_of_residence_but_none_is_in_scope(right):
    assert in_scope(right) is (right is not NONE)


@pytest.mark.rule(1, "681/2023 § 3(1)")
@pytest.mark.rule(2, "681/2023 § 8")
@pytest.mark.parametrize(
    ("fields", "delegates", "who", "section"),
    [
        ({}, False, Authority.MUNICIPALITY, "14.1"),
        ({}, True, Authority.EMPLOYMENT_AUTHORITY, "8"),
        ({"jobseeker": Jobseeker.REGISTERED}, False, Authority.EMPLOYMENT_AUTHORITY, "3.1"),
        ({"jobseeker": Jobseeker.UNEMPLOYED}, True, Authority.EMPLOYMENT_AUTHORITY, "3.1"),
        # § 3 does not reach § 10, the only section that applies
        (
            {"jobseeker": Jobseeker.UNEMPLOYED, "right_of_residence": NONE},
            False,
            Authority.MUNICIPALITY,
            "10.1",
        ),
    ],
)
def test_the_employment_authority_acts_for_jobseekers(make_person, fields, delegates, who, section):
    person = make_person(**fields)

    assert authority(person, delegates=delegates) is who
    assert authority_section(person, delegates=delegates).code == section


@pytest.mark.rule(9, "681/2023 § 14(1)")
@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"jobseeker": Jobseeker.UNEMPLOYED}, ["14.1.1"]),
        ({"jobseeker": Jobseeker.REGISTERED}, []),
        ({"protection": Protection.FAMILY_OF_PROTECTED}, ["14.1.2"]),
        ({"home_care_allowance": True}, ["14.1.3"]),
        ({"asked_or_contacted": True, "judged_to_need": True}, ["14.1.4"]),
        ({"asked_or_contacted": True, "judged_to_need": False}, []),
        ({"judged_to_need": True}, []),
        ({"social_assistance_not_temporary": True}, ["14.1.5"]),
        ({"came_unaccompanied": True, "born": date(2008, 1, 1)}, ["14.1.6"]),
        ({"came_unaccompanied": True}, []),  # 35 years old
        ({"trafficking_victim": True}, ["14.1.7"]),
        (
            {"trafficking_victim": True, "home_care_allowance": True},
            ["14.1.3", "14.1.7"],
        ),
        ({"jobseeker": Jobseeker.UNEMPLOYED, "right_of_residence": NONE}, []),
    ],
)
def test_the_grounds_of_section_14(make_person, fields, found):
    assert codes(make_person(**fields)) == found


@pytest.mark.rule(8, "681/2023 § 14(1)")
def test_grounds_end_with_the_three_years(make_person):
    person = make_person(jobseeker=Jobseeker.UNEMPLOYED)

    assert codes(person, LAST) == ["14.1.1"]
    assert codes(person, AFTER) == []


def test_nobody_loses_a_right_for_want_of_a_date(make_person):
    person = make_person(first_granted=None, jobseeker=Jobseeker.UNEMPLOYED)

    assert entitlement_ends(person) is None
    assert within_three_years(person, AFTER)
    assert assessment_duty(person, AFTER) is AssessmentDuty.MUST


@pytest.mark.rule(11, "681/2023 § 14(6)", "681/2023 § 20(4)")
@pytest.mark.parametrize(
    ("reached_on", "on", "duty"),
    [
        (date(2028, 12, 20), date(2029, 1, 15), AssessmentDuty.MAY),
        (date(2028, 12, 20), date(2028, 12, 19), AssessmentDuty.NOT_ENTITLED),  # not yet
        (LAST, date(2029, 1, 15), AssessmentDuty.NOT_ENTITLED),  # reached in time
        (None, date(2029, 1, 15), AssessmentDuty.NOT_ENTITLED),
        (None, ON, AssessmentDuty.MUST),
    ],
)
def test_a_victim_reached_after_the_three_years_may_be_assessed(make_person, reached_on, on, duty):
    person = make_person(trafficking_victim=True, reached_on=reached_on)

    assert assessment_duty(person, on) is duty


def test_only_victims_are_reached_late(make_person):
    assert not reached_late(make_person(reached_on=AFTER))


@pytest.mark.parametrize(
    ("fields", "duty", "section"),
    [
        ({"jobseeker": Jobseeker.UNEMPLOYED}, AssessmentDuty.MUST, "14.1"),
        ({"asked_or_contacted": True}, AssessmentDuty.JUDGE_NEED, "14.1.4"),
        (
            {"asked_or_contacted": True, "home_care_allowance": True},
            AssessmentDuty.MUST,
            "14.1",
        ),
        ({}, AssessmentDuty.NOT_ENTITLED, "14.1"),
        ({"right_of_residence": NONE}, AssessmentDuty.GUIDANCE_ONLY, "2.2"),
    ],
)
def test_what_the_act_says_about_assessing(make_person, fields, duty, section):
    assert assessment_duty(make_person(**fields), ON) is duty
    assert duty_section(duty).code == section


@pytest.mark.rule(10, "681/2023 § 14(1) point 4")
def test_a_request_after_the_three_years_needs_no_judgement(make_person):
    person = make_person(asked_or_contacted=True)

    assert needs_judgement(person, LAST)
    assert not needs_judgement(person, AFTER)


def test_starting_without_delay_is_a_duty_only_where_the_assessment_is():
    assert start_section(AssessmentDuty.MUST).code == "14.2"
    assert start_section(AssessmentDuty.MAY).code == "14.6"


@pytest.mark.rule(12, "681/2023 § 2(6)")
def test_a_young_person_of_section_2_6_is_one_until_the_23rd_birthday(make_person):
    person = make_person(came_unaccompanied=True, born=date(2003, 2, 3))

    assert is_unaccompanied(person, date(2026, 2, 2))
    assert not is_unaccompanied(person, date(2026, 2, 3))
    assert is_unaccompanied(make_person(came_unaccompanied=True, born=None), ON)


@pytest.mark.rule(13, "681/2023 § 14(5)")
def test_another_client_plan_replaces_the_assessment_of_an_unaccompanied_child_only(make_person):
    child = make_person(came_unaccompanied=True, born=date(2010, 1, 1))
    refugee = make_person(
        came_unaccompanied=True, born=date(2010, 1, 1), protection=Protection.QUOTA_REFUGEE
    )

    assert may_be_left_out(child, ON, other_client_plan=True) is not None
    assert may_be_left_out(child, ON, other_client_plan=False) is None
    assert may_be_left_out(refugee, ON, other_client_plan=True) is None


@pytest.mark.rule(44, "681/2023 § 5")
@pytest.mark.rule(55, "681/2023 § 25(1)")
@pytest.mark.parametrize(
    ("on", "client"),
    [("2025-05-31", False), ("2025-06-01", True), ("2026-05-31", True), ("2026-06-01", False)],
)
def test_an_integration_client_has_a_plan_that_is_valid(on, client):
    plans = [AgreedPlan(date(2025, 6, 1), date(2026, 5, 31))]

    assert integration_client(plans, date.fromisoformat(on)) is client


def test_the_plan_made_last_is_the_valid_one():
    older = AgreedPlan(date(2025, 6, 1), date(2026, 6, 1))
    newer = AgreedPlan(date(2026, 6, 1), date(2027, 6, 1))

    assert valid_plan([newer, older], date(2026, 6, 1)) is newer

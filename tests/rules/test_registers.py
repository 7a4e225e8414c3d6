from datetime import date

import pytest

from kotoutus_desktop.rules.facts import Authority, Jobseeker, RightOfResidence
from kotoutus_desktop.rules.registers import (
    Register,
    contact_consent_missing,
    deletion_proposed_on,
    guidance_consent_missing,
    may_propose_deletion,
    move_contact,
    must_be_stored_nationally,
    register_of,
    status_change,
)


@pytest.mark.parametrize(
    ("fields", "register"),
    [
        ({"jobseeker": Jobseeker.REGISTERED}, Register.A_TMT),
        ({"jobseeker": Jobseeker.UNEMPLOYED}, Register.A_TMT),
        ({"jobseeker": None}, Register.KOTO_AJ),
        # § 3(1) does not reach who is outside § 2(1)
        (
            {"jobseeker": Jobseeker.UNEMPLOYED, "right_of_residence": RightOfResidence.NONE},
            Register.KOTO_AJ,
        ),
    ],
)
def test_jobseekers_are_in_the_register_of_the_employment_services(make_person, fields, register):
    assert register_of(make_person(**fields)) is register


@pytest.mark.rule(3, "681/2023 § 3(1)")
@pytest.mark.parametrize(
    ("before", "after", "delegates", "new"),
    [
        (None, Jobseeker.UNEMPLOYED, False, Authority.EMPLOYMENT_AUTHORITY),
        (Jobseeker.UNEMPLOYED, None, False, Authority.MUNICIPALITY),
        (Jobseeker.UNEMPLOYED, None, True, Authority.EMPLOYMENT_AUTHORITY),
    ],
)
def test_a_change_of_job_search_hands_the_case_over(make_person, before, after, delegates, new):
    change = status_change(
        make_person(jobseeker=before), make_person(jobseeker=after), delegates=delegates
    )

    assert change.new_authority is new
    services = Register.A_TMT
    assert change.before is (services if before else Register.KOTO_AJ)
    assert change.after is (services if after else Register.KOTO_AJ)


def test_becoming_unemployed_while_registered_changes_nothing(make_person):
    before, after = (make_person(jobseeker=each) for each in Jobseeker)

    assert status_change(before, after, delegates=False) is None


@pytest.mark.rule(70, "681/2023 § 102(4)")
def test_storing_nationally_is_a_duty_from_2027():
    assert not must_be_stored_nationally(date(2026, 12, 31))
    assert must_be_stored_nationally(date(2027, 1, 1))


@pytest.mark.rule(68, "681/2023 § 77")
def test_deleting_is_proposed_four_years_after_the_end_unless_something_is_pending():
    last = date(2026, 6, 1)

    assert deletion_proposed_on(last) == date(2030, 6, 1)
    assert not may_propose_deletion(last, date(2030, 6, 1), pending=False)
    assert may_propose_deletion(last, date(2030, 6, 2), pending=False)
    assert not may_propose_deletion(last, date(2030, 6, 2), pending=True)


@pytest.mark.rule(16, "681/2023 § 9(1)")
@pytest.mark.rule(64, "874/2024 § 4(1)")
def test_consent_is_asked_for_where_the_law_asks():
    assert guidance_consent_missing(named=True, consent=False).act == "874/2024"
    assert guidance_consent_missing(named=False, consent=False) is None
    assert contact_consent_missing(by_authority=True, consent=False).code == "9.1"
    assert contact_consent_missing(by_authority=True, consent=True) is None


@pytest.mark.rule(46, "681/2023 § 85")
def test_a_client_with_a_valid_plan_who_moves_is_announced_to_the_new_municipality():
    assert move_contact(plan_valid=True, moves_away=True).code == "85"
    assert move_contact(plan_valid=False, moves_away=True) is None

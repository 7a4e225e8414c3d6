import itertools

import pytest

from kotoutus_desktop.rules.due import Basis
from kotoutus_desktop.rules.hand_over import (
    HandOverFacts,
    Item,
    Receiver,
    Sharing,
    hand_over_lines,
)
from kotoutus_desktop.rules.status_flips import Change

WHOLE = HandOverFacts(assessed=True, plan_valid=True, referrals_open=True)


def listed(change, facts=WHOLE):
    return {line.item: line for line in hand_over_lines(change, facts)}


@pytest.mark.parametrize(
    ("change", "receiver", "goal", "section"),
    [
        (
            Change.BECAME_JOBSEEKER,
            Receiver.EMPLOYMENT_AUTHORITY,
            Item.JOB_GOAL,
            "681/2023 § 18(2)",
        ),
        (
            Change.STOPPED_BEING_JOBSEEKER,
            Receiver.MUNICIPALITY,
            Item.GOALS_OF_OTHERS,
            "681/2023 § 18(3)",
        ),
    ],
)
def test_section_3_hands_assessment_plan_and_referrals_over(change, receiver, goal, section):
    found = listed(change)

    for item in (Item.ASSESSMENT, Item.PLAN, Item.REFERRALS):
        assert found[item].receiver is receiver
        assert found[item].sharing is Sharing.DESPITE_SECRECY
        assert str(found[item].shared_by) == "681/2023 § 86(4)"
    assert str(found[Item.PLAN].section) == "681/2023 § 3(1)"
    assert str(found[Item.REFERRALS].section) == "681/2023 § 20(5)"
    assert str(found[Item.REVIEW].section) == "681/2023 § 22(1)"
    assert str(found[goal].section) == section
    for suggested in (Item.ASSESSMENT, Item.PLAN, Item.REGISTER, Item.TELL_CLIENT):
        assert found[suggested].basis is Basis.SUGGESTION


def test_without_a_plan_the_assessment_needs_the_clients_consent():
    found = listed(Change.BECAME_JOBSEEKER, HandOverFacts(assessed=True))

    assert found[Item.ASSESSMENT].sharing is Sharing.CONSENT
    assert found[Item.ASSESSMENT].shared_by is None
    assert Item.PLAN not in found
    assert Item.REVIEW not in found


def test_nothing_changes_hands_where_section_8_leaves_the_authority_the_same():
    found = listed(Change.BECAME_JOBSEEKER, HandOverFacts(delegates=True, plan_valid=True))

    assert list(found) == [Item.REVIEW, Item.JOB_GOAL, Item.REGISTER, Item.TELL_CLIENT]


def test_without_anything_only_the_register_and_the_client_are_left():
    found = listed(Change.STOPPED_BEING_JOBSEEKER, HandOverFacts())

    assert list(found) == [Item.REGISTER, Item.TELL_CLIENT]


def test_section_85_asks_for_consent_before_the_new_municipality_is_contacted():
    found = listed(Change.MOVED)

    assert list(found) == [Item.CONSENT, Item.CONTACT_MUNICIPALITY, Item.PLAN]
    contact = found[Item.CONTACT_MUNICIPALITY]
    assert contact.sharing is Sharing.CONSENT_OF_ACT
    assert str(contact.section) == str(contact.shared_by) == "681/2023 § 85"
    assert found[Item.CONTACT_MUNICIPALITY].basis is Basis.STATUTORY
    assert str(found[Item.PLAN].shared_by) == "681/2023 § 86(4)"


def test_section_86_3_lets_the_needs_of_a_young_person_follow():
    found = listed(Change.MOVED, HandOverFacts(plan_valid=True, young=True))

    assert str(found[Item.YOUNG_PERSONS_NEEDS].shared_by) == "681/2023 § 86(3)"


@pytest.mark.parametrize("change", [Change.CASE_CLOSED, Change.THREE_YEARS_OVER])
def test_guidance_of_section_10_goes_on_after_the_end(change):
    found = listed(change)

    assert str(found[Item.ONWARD_GUIDANCE].section) == "681/2023 § 14(7)"
    assert str(found[Item.GUIDANCE_GOES_ON].section) == "681/2023 § 10(1)"
    assert Item.ONWARD_GUIDANCE not in listed(change, HandOverFacts())


def test_a_closed_case_is_deleted_after_the_time_of_section_77():
    assert str(listed(Change.CASE_CLOSED)[Item.DELETION].section) == "681/2023 § 77"


def test_after_a_plan_section_23_6_leads_to_the_employment_services():
    found = listed(Change.PLAN_ENDED)

    assert str(found[Item.EMPLOYMENT_SERVICES].section) == "681/2023 § 23(6)"
    assert found[Item.EMPLOYMENT_SERVICES].sharing is Sharing.CONSENT
    assert Item.EMPLOYMENT_PLAN not in found
    studying = listed(Change.PLAN_ENDED, HandOverFacts(studies=True))
    assert str(studying[Item.EMPLOYMENT_PLAN].section) == "681/2023 § 31(3)"
    assert str(found[Item.ONWARD_GUIDANCE_KEPT].section) == "681/2023 § 73(1) point 7"


def test_the_birthdays_of_who_came_alone():
    grown = listed(Change.TURNED_18)
    assert str(grown[Item.REPRESENTATIVE_ENDS].section) == "681/2023 § 38(5)"
    assert str(grown[Item.SUPPORT_GOES_ON].section) == "681/2023 § 34(1)"
    assert str(grown[Item.SUPPORT_GOES_ON].shared_by) == "681/2023 § 86(3)"
    alone = listed(Change.TURNED_18, HandOverFacts())[Item.SUPPORT_GOES_ON]
    assert alone.sharing is Sharing.CONSENT
    ended = listed(Change.TURNED_23)
    assert str(ended[Item.SUPPORT_ENDS].section) == "681/2023 § 34(2)"


def test_what_is_told_despite_secrecy_always_names_its_section():
    every = itertools.product([False, True], repeat=6)
    for change, given in itertools.product(Change, every):
        for line in hand_over_lines(change, HandOverFacts(*given)):
            told = line.sharing in (Sharing.DESPITE_SECRECY, Sharing.CONSENT_OF_ACT)
            assert (line.shared_by is not None) is told

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.referrals import (
    GROUNDS,
    UNANSWERED,
    Ground,
    PlaceGround,
    Receiver,
    ReferralFacts,
    ReferralFault,
    ReferralState,
    fault_section,
    ground_section,
    next_states,
    referral_faults,
    tells_place,
)

DAY = date(2026, 11, 24)
TO_SCHOOL = ReferralFacts(Receiver.SCHOOL, Ground.PRODUCER, DAY, plan_valid=True, in_plan=True)
MOVING = ReferralFacts(Receiver.MUNICIPALITY, Ground.MOVE, DAY, plan_valid=True, consented_on=DAY)


def test_a_school_of_the_plan_needs_no_consent():
    assert referral_faults(TO_SCHOOL) == []
    assert ground_section(Ground.PRODUCER).code == "94.1"


@pytest.mark.parametrize(
    ("facts", "fault", "section"),
    [
        (replace(TO_SCHOOL, plan_valid=False), ReferralFault.NO_PLAN, "94.1"),
        (replace(TO_SCHOOL, in_plan=False), ReferralFault.NOT_IN_PLAN, "94.1"),
        (replace(MOVING, consented_on=None), ReferralFault.NO_CONSENT, "85"),
        (replace(MOVING, consented_on=date(2026, 11, 25)), ReferralFault.NO_CONSENT, "85"),
        (replace(MOVING, plan_valid=False), ReferralFault.NO_PLAN, "85"),
        (replace(TO_SCHOOL, ground=Ground.CONSENT), ReferralFault.NO_CONSENT, "26.1"),
        (replace(MOVING, ground=Ground.PRODUCER, in_plan=True), ReferralFault.WRONG_GROUND, "94.1"),
        (
            ReferralFacts(Receiver.COUNTY, Ground.COUNTY_TAKES_PART, DAY),
            ReferralFault.COUNTY_NOT_IN,
            "86.1",
        ),
        (
            ReferralFacts(Receiver.COUNTY, Ground.UNACCOMPANIED, DAY),
            ReferralFault.NOT_UNACCOMPANIED,
            "87.1",
        ),
    ],
)
def test_what_the_ground_asks_for_is_missed_by_its_section(facts, fault, section):
    assert referral_faults(facts) == [fault]
    assert fault_section(fault, facts).code == section


@pytest.mark.parametrize(
    ("facts", "allowed"),
    [
        (ReferralFacts(Receiver.COUNTY, Ground.COUNTY_TAKES_PART, DAY, county_takes_part=True), 1),
        (ReferralFacts(Receiver.COUNTY, Ground.CONSENT, DAY, consented_on=DAY), 1),
        (
            ReferralFacts(
                Receiver.COUNTY,
                Ground.UNACCOMPANIED,
                DAY,
                came_unaccompanied=True,
                born=date(2004, 1, 1),
            ),
            1,
        ),
        (
            ReferralFacts(
                Receiver.COUNTY,
                Ground.UNACCOMPANIED,
                DAY,
                came_unaccompanied=True,
                born=date(2003, 11, 24),
            ),
            0,
        ),
    ],
)
def test_the_county_gets_data_by_sections_86_and_87_or_by_consent(facts, allowed):
    assert bool(allowed) is (referral_faults(facts) == [])


def test_guiding_alone_needs_no_ground_and_tells_nobody_anything():
    for receiver in Receiver:
        facts = ReferralFacts(receiver, Ground.CLIENT_ONLY, DAY)

        assert Ground.CLIENT_ONLY in GROUNDS[receiver]
        assert referral_faults(facts) == []
        assert not tells_place(facts)


def test_the_place_of_somebody_restricted_is_told_only_on_a_ground_of_the_law():
    hidden = replace(TO_SCHOOL, hides_place=True)
    by_list = replace(hidden, place=PlaceGround.PRODUCER)
    under_order = replace(by_list, non_disclosure=True)
    to_authority = replace(under_order, place=PlaceGround.AUTHORITY)

    assert tells_place(TO_SCHOOL)
    assert not tells_place(hidden)
    assert tells_place(by_list)
    assert referral_faults(under_order) == [ReferralFault.PLACE_WITHOUT_GROUND]
    assert not tells_place(under_order)
    assert fault_section(ReferralFault.PLACE_WITHOUT_GROUND, under_order).act == "661/2009"
    assert fault_section(ReferralFault.PLACE_WITHOUT_GROUND, by_list).code == "94.1"
    assert tells_place(to_authority)


def test_an_association_is_no_authority_and_consent_is_no_ground_for_a_place():
    club = ReferralFacts(
        Receiver.ASSOCIATION,
        Ground.CONSENT,
        DAY,
        consented_on=DAY,
        hides_place=True,
        place=PlaceGround.AUTHORITY,
    )

    assert referral_faults(club) == [ReferralFault.PLACE_WITHOUT_GROUND]
    assert referral_faults(replace(club, place=PlaceGround.PRODUCER)) == [
        ReferralFault.PLACE_WITHOUT_GROUND
    ]


@given(
    st.builds(
        ReferralFacts,
        receiver=st.sampled_from(Receiver),
        ground=st.sampled_from(Ground),
        on=st.just(DAY),
        plan_valid=st.booleans(),
        in_plan=st.booleans(),
        consented_on=st.none() | st.just(DAY),
        hides_place=st.just(True),
        non_disclosure=st.just(True),
        place=st.none() | st.sampled_from(PlaceGround),
    )
)
def test_a_place_under_an_order_goes_only_to_an_authority_that_was_named_so(facts):
    if tells_place(facts):
        assert facts.place is PlaceGround.AUTHORITY
        assert facts.receiver is not Receiver.ASSOCIATION


def test_every_state_is_reached_and_what_is_done_stays_done():
    reached = {after for state in (None, *ReferralState) for after in next_states(state)}

    assert reached == set(ReferralState)
    assert next_states(None) == (ReferralState.SENT,)
    assert next_states(ReferralState.DONE) == ()
    assert all(ReferralState.REFUSED in next_states(state) for state in UNANSWERED)

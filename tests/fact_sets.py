"""Random facts about people, plans and cases, for properties of the rules."""

from datetime import date, timedelta

from hypothesis import strategies as st

from kotoutus_desktop.rules.due import CaseStanding, Targets
from kotoutus_desktop.rules.facts import (
    AgreedPlan,
    AgreedService,
    Extension,
    Jobseeker,
    Obstacle,
    Person,
    Prolongation,
    Protection,
    RightOfResidence,
)

DAYS = st.dates(date(2022, 1, 1), date(2032, 12, 31))
BORN = st.none() | st.dates(date(1950, 1, 1), date(2021, 12, 31))
MAYBE = st.none() | DAYS
FEW_DAYS = st.none() | st.integers(0, 60)


@st.composite
def people(draw):
    return Person(
        born=draw(BORN),
        right_of_residence=draw(st.sampled_from(RightOfResidence)),
        first_granted=draw(MAYBE),
        jobseeker=draw(st.none() | st.sampled_from(Jobseeker)),
        protection=draw(st.none() | st.sampled_from(Protection)),
        home_care_allowance=draw(st.booleans()),
        social_assistance_not_temporary=draw(st.booleans()),
        came_unaccompanied=draw(st.booleans()),
        trafficking_victim=draw(st.booleans()),
        reached_on=draw(MAYBE),
        asked_or_contacted=draw(st.booleans()),
        judged_to_need=draw(st.none() | st.booleans()),
        first_home_municipality=draw(MAYBE),
    )


@st.composite
def agreed_plans(draw):
    made = draw(DAYS)
    ends = made + timedelta(days=draw(st.integers(0, 500)))
    after = st.integers(0, 400).map(lambda days: made + timedelta(days=days))
    services = tuple(
        AgreedService(f"palvelu {number}", draw(st.none() | after))
        for number in range(draw(st.integers(0, 2)))
    )
    reviewed = tuple(sorted(draw(st.lists(after, max_size=3))))
    return AgreedPlan(made, ends, reviewed, services)


@st.composite
def prolongations(draw):
    obstacles = [
        Obstacle(first, first + timedelta(days=draw(st.integers(0, 200))))
        for first in draw(st.lists(DAYS, max_size=3))
    ]
    extension = draw(st.none() | st.sampled_from(Extension))
    return Prolongation(extension, tuple(obstacles), draw(st.booleans()))


@st.composite
def standings(draw):
    learned, contact = draw(MAYBE), draw(MAYBE)
    return CaseStanding(
        person=draw(people()),
        learned_on=learned,
        contact_on=contact,
        assessment_started=draw(MAYBE),
        assessed_on=draw(MAYBE),
        left_out=draw(st.booleans()),
        plan_needed=draw(st.none() | st.booleans()),
        planned_plan_date=draw(MAYBE),
        draft_plan=draw(st.booleans()),
        plans=tuple(draw(st.lists(agreed_plans(), max_size=3))),
        prolongation=draw(prolongations()),
        review_wanted=draw(st.booleans()),
        plan_closed=draw(st.booleans()),
        guidance_given=draw(st.booleans()),
        targets=Targets(draw(FEW_DAYS), draw(FEW_DAYS)),
    )

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from kotoutus_desktop.casework import reckon
from kotoutus_desktop.casework.due import due_rows
from kotoutus_desktop.casework.overview import case_standing
from kotoutus_desktop.casework.reckon import keep_reckoned, to_reckon
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.assessment import Assessment, Outcome
from kotoutus_desktop.models.circumstances import BenefitKind, BenefitPeriod, JobseekerPeriod
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.due_step import DueStep, Reckoning
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.plan import Goal, Measure, Plan, PlanState, Review
from kotoutus_desktop.rules.coming import coming_items
from kotoutus_desktop.rules.due import due_items
from kotoutus_desktop.rules.facts import Protection, RightOfResidence
from tests.bench.stopwatch import listening

OFFICE = Office(municipality="889", name_fi="Utajärven kunta")
DAY = timedelta(days=1)


def kept(database):
    with database.reading() as session:
        return session.scalars(select(DueStep)).all()


def test_an_open_case_is_reckoned_once(database, client, today):
    assert keep_reckoned(database, today) == 1
    assert keep_reckoned(database, today) == 0
    assert [step.client_id for step in kept(database)][:1] == [client.id]


def test_what_was_kept_and_what_is_reckoned_now_are_the_same(database, planned, today):
    on = today + timedelta(days=175)
    with database.reading() as session:
        fresh = due_rows(session, on)
    keep_reckoned(database, on)
    with database.reading() as session:
        assert due_rows(session, on) == fresh
        assert len(fresh) > 1


def test_a_changed_case_is_reckoned_anew(database, client, today):
    keep_reckoned(database, today)
    with database.transaction() as session:
        get_client(session, client.id).first_granted = date(2020, 1, 1)

    assert keep_reckoned(database, today) == 1
    assert len([step for step in kept(database) if step.client_id == client.id]) <= 1


def test_another_version_of_the_program_reckons_anew(database, client, today, monkeypatch):
    keep_reckoned(database, today)
    monkeypatch.setattr(reckon, "__version__", "another")

    with database.reading() as session:
        assert to_reckon(session, today) == [client.id]


def test_an_earlier_day_is_reckoned_anew(database, client, today):
    keep_reckoned(database, today)

    with database.reading() as session:
        assert to_reckon(session, today - DAY) == [client.id]


def test_a_closed_case_is_not_reckoned(database, client, today):
    with database.transaction() as session:
        get_client(session, client.id).closed_on = today

    assert keep_reckoned(database, today) == 0


def test_all_that_is_read_is_watched_by_the_file(database, planned, today):
    with listening() as sent, database.transaction() as session:
        reckon.reckon(session, [planned.id], today)
    asked = " ".join(sql for sql, _values in sent if sql.startswith("SELECT"))
    with database.reading() as session:
        found = session.execute(text("SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger'"))
        watched = {name for (name,) in found}

    read = set(re.findall(r'(?:FROM|JOIN) "?(\w+)', asked))
    assert {"client", "plan", "measure", "review", "office"} <= read
    assert read <= watched


@pytest.mark.parametrize("age", [18, 23])
def test_a_reckoning_holds_until_a_birthday_that_changes_something(database, client, today, age):
    with database.transaction() as session:
        stored = get_client(session, client.id)
        stored.came_unaccompanied = True
        stored.born = date(today.year - age, 12, 1)
        stored.first_granted = stored.first_home_municipality_on = today
    keep_reckoned(database, today)

    with database.reading() as session:
        assert session.scalars(select(Reckoning)).one().until == date(today.year, 12, 1)


DAYS = st.dates(date(2023, 6, 1), date(2028, 6, 1))
SPANS = st.integers(0, 700).map(timedelta)


@st.composite
def cases(draw):
    """A case with whatever an answer can depend on."""
    client = Client(
        born=draw(st.none() | st.dates(date(1999, 1, 1), date(2010, 1, 1))),
        right_of_residence=draw(st.sampled_from(RightOfResidence)),
        first_granted=draw(st.none() | DAYS),
        protection=draw(st.none() | st.sampled_from(Protection)),
        came_unaccompanied=draw(st.booleans()),
        trafficking_victim=draw(st.booleans()),
        reached_on=draw(st.none() | DAYS),
        asked_for_assessment=draw(st.booleans()),
        judged_to_need=draw(st.none() | st.booleans()),
        first_home_municipality_on=draw(st.none() | DAYS),
    )
    for start in draw(st.lists(DAYS, max_size=2)):
        end = draw(st.none() | SPANS.map(start.__add__))
        client.jobseeker_periods.append(
            JobseekerPeriod(client_id=client.id, starts_on=start, ends_on=end)
        )
    for start in draw(st.lists(DAYS, max_size=2)):
        end = draw(st.none() | SPANS.map(start.__add__))
        client.benefit_periods.append(
            BenefitPeriod(
                client_id=client.id,
                kind=draw(st.sampled_from(BenefitKind)),
                starts_on=start,
                ends_on=end,
                not_temporary=True,
            )
        )
    if started := draw(st.none() | DAYS):
        done = draw(st.none() | st.just(started))
        outcome = draw(st.sampled_from(Outcome)) if done else None
        client.assessments.append(
            Assessment(client_id=client.id, started_on=started, completed_on=done, outcome=outcome)
        )
    for number, made in enumerate(sorted(draw(st.lists(DAYS, max_size=3))), 1):
        client.plans.append(draw(plans(client.id, number, made)))
    return client


@st.composite
def plans(draw, client_id, number, made):
    """An agreed plan with services and reviews, or a draft."""
    if draw(st.integers(0, 4)) == 0:
        return Plan(client_id=client_id, number=number)
    plan = Plan(
        client_id=client_id,
        number=number,
        state=PlanState.AGREED,
        made_on=made,
        ends_on=made + draw(SPANS),
        unfinished_studies=draw(st.booleans()),
    )
    goal = Goal(client_id=client_id)
    goal.measures.append(Measure(client_id=client_id, referred_on=draw(st.none() | DAYS)))
    plan.goals.append(goal)
    for reviewed in draw(st.lists(SPANS, max_size=2)):
        plan.reviews.append(
            Review(client_id=client_id, reviewed_on=made + reviewed, completed=True)
        )
    return plan


def answers(client, on):
    """What is due on a day, save what every day makes of it by itself: overdue or not."""
    standing = case_standing(client, OFFICE, on)
    items = [*due_items(standing, on), *coming_items(standing, on)]
    return {replace(item, overdue=False) for item in items}


@settings(max_examples=150, deadline=None)
@given(client=cases(), on=DAYS, later=st.integers(0, 900))
def test_no_answer_changes_before_the_day_that_was_reckoned(client, on, later):
    until = reckon._next_turn(client, case_standing(client, OFFICE, on), on)
    day = min(on + timedelta(days=later), until - DAY)

    assert answers(client, day) == answers(client, on)

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import select

from kotoutus_desktop.casework.programme.documents import (
    BY_GOALS,
    LONGEST_PASSAGE,
    find_goal,
    find_partner,
    follow_up,
    open_document,
    planning_gaps_of,
    store_document,
    store_goal,
    store_partner,
    unfinished_goals,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.programme import (
    DocumentKind,
    GoalFollowUp,
    GoalState,
    ProgrammeDocument,
    ProgrammeGoal,
    ProgrammePartner,
)
from kotoutus_desktop.rules.programme_gaps import GoalArea, PlanningPoint

DAY = date(2026, 11, 24)
HEADS = [point for point in PlanningPoint if point not in BY_GOALS]


def strategy(**fields):
    return ProgrammeDocument(kind=DocumentKind.STRATEGY, titles={"fi": "Suunnitelma"}, **fields)


def test_a_document_is_begun_once(database):
    with database.transaction() as session:
        first = open_document(session, DocumentKind.PROGRAMME).id
    with database.transaction() as session:
        assert open_document(session, DocumentKind.PROGRAMME).id == first
        assert open_document(session, DocumentKind.STRATEGY).id != first
        assert len(session.scalars(select(ProgrammeDocument)).all()) == 2


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"titles": {"en": "Programme"}}, "title_fi"),
        ({"titles": {"fi": "x" * 121}}, "title_fi"),
        ({"heads": {"about": {"sv": "x" * (LONGEST_PASSAGE + 1)}}}, "head_about_sv"),
        ({"groups": {"home_care": {"fi": "x" * (LONGEST_PASSAGE + 1)}}}, "group_home_care_fi"),
        ({"starts_on": DAY, "ends_on": DAY - timedelta(1)}, "ends_on"),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(database, fields, field):
    document = strategy()
    for name, value in fields.items():
        setattr(document, name, value)
    with pytest.raises(InvalidInput) as refused, database.transaction() as session:
        store_document(session, document)
    assert refused.value.field == field


def test_only_what_is_written_and_known_is_kept_with_its_lines(database):
    document = strategy(heads={"budget": {"fi": " a\nb ", "sv": " "}, "later": {"fi": "x"}})
    with database.transaction() as session:
        store_document(session, document)
    assert document.heads == {"budget": {"fi": "a\nb"}}


@given(some.frozensets(some.sampled_from(HEADS)))
def test_each_head_that_is_taken_away_is_found_and_no_other(taken):
    heads = {point.value: {"fi": "Kirjoitettu."} for point in HEADS if point not in taken}
    goals = [ProgrammeGoal(area=area) for area in (GoalArea.HOUSING, GoalArea.GOOD_RELATIONS)]
    assert set(planning_gaps_of(strategy(heads=heads, goals=goals))) == taken


def test_without_goals_integration_and_good_relations_are_not_dealt_with():
    heads = {point.value: {"fi": "Kirjoitettu."} for point in HEADS}
    assert set(planning_gaps_of(strategy(heads=heads))) == set(BY_GOALS)


def test_a_programme_is_not_checked_against_the_planning():
    assert planning_gaps_of(ProgrammeDocument(kind=DocumentKind.PROGRAMME)) == {}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"goal": {"en": "Work"}}, "goal_fi"),
        ({"indicator": {"sv": "x" * 601}}, "indicator_sv"),
        ({"starts_on": DAY, "ends_on": DAY - timedelta(1)}, "ends_on"),
    ],
)
def test_a_goal_that_cannot_be_right_is_refused_at_its_field(database, fields, field):
    goal = ProgrammeGoal(**({"goal": {"fi": "Työllisyys kasvaa."}} | fields))
    with pytest.raises(InvalidInput) as refused, database.transaction() as session:
        store_goal(session, open_document(session, DocumentKind.STRATEGY), goal)
    assert refused.value.field == field


def test_goals_and_partners_stand_in_the_order_they_were_added(database):
    with database.transaction() as session:
        document = open_document(session, DocumentKind.STRATEGY)
        for text in ("Toinen", "Eka"):
            store_goal(session, document, ProgrammeGoal(goal={"fi": text}))
            store_partner(session, document, ProgrammePartner(name=text))
        goal, partner = document.goals[1], document.partners[0]
        assert find_goal(document, goal.id) is goal
        assert find_partner(document, partner.id) is partner
    with database.reading() as session:
        document = open_document(session, DocumentKind.STRATEGY)
        assert [each.goal["fi"] for each in document.goals] == ["Toinen", "Eka"]
        assert [each.name for each in document.partners] == ["Toinen", "Eka"]


def test_a_partner_has_a_name(database):
    with database.transaction() as session:
        document = open_document(session, DocumentKind.PROGRAMME)
        with pytest.raises(InvalidInput, match="name"):
            store_partner(session, document, ProgrammePartner(name=" "))


def test_a_goal_is_followed_up_and_stands_where_the_last_one_says():
    goal = ProgrammeGoal()
    later = GoalFollowUp(followed_on=DAY, state=GoalState.REACHED)
    follow_up(goal, later, DAY)
    follow_up(goal, GoalFollowUp(followed_on=date(2026, 5, 1), state=GoalState.RUNNING), DAY)
    assert goal.state is GoalState.REACHED


@pytest.mark.parametrize(
    ("found", "field"),
    [
        (GoalFollowUp(followed_on=DAY + timedelta(1), state=GoalState.RUNNING), "followed_on"),
        (GoalFollowUp(followed_on=DAY, state=GoalState.LATE, found=" "), "found"),
        (GoalFollowUp(followed_on=DAY, state=GoalState.GIVEN_UP), "found"),
    ],
)
def test_a_follow_up_that_cannot_be_is_refused(found, field):
    goal = ProgrammeGoal()
    with pytest.raises(InvalidInput) as refused:
        follow_up(goal, found, DAY)
    assert refused.value.field == field
    assert goal.follow_ups == []


def test_a_goal_that_nobody_could_follow_up_is_named():
    whole = ProgrammeGoal(
        indicator={"fi": "%"}, measures={"fi": "Kurssi"}, responsible="kunta", ends_on=DAY
    )
    bare = ProgrammeGoal(indicator={"fi": "%"}, measures={"fi": "Kurssi"}, responsible="kunta")
    assert unfinished_goals(strategy(goals=[whole, bare])) == [bare]

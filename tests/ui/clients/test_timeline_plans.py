"""The plans of a client as bars: series, older Act, reviews, obstacles, drafts."""

from datetime import date

import pytest

from kotoutus_desktop.casework.overview import overview
from kotoutus_desktop.casework.plans import draw_up
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.circumstances import ObstacleKind, ObstaclePeriod
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Plan, PlanState, Review
from kotoutus_desktop.ui.clients.timeline_content import timeline_of
from kotoutus_desktop.ui.clients.timeline_plans import days_of, obstacle_spans, whole_months
from kotoutus_desktop.ui.components.timeline_data import LaneKind, Look, Mark
from tests import casebook

TODAY = date(2026, 11, 24)


@pytest.fixture
def lanes(database):
    """Return what reads the lanes of a client's time line by their kind."""

    def read(client, on=TODAY):
        with database.reading() as session:
            data = timeline_of(overview(session, client.id, on), on)
        return {lane.kind: lane.spans for lane in data.lanes}

    return read


@pytest.fixture
def older(database, register):
    """A client whose first plan was made under the older Act, and the second after it."""
    client = register(first_granted=date(2024, 3, 1))
    with database.transaction() as session:
        kept = get_client(session, client.id)
        for number, (made, ends) in enumerate(
            [(date(2024, 5, 10), date(2025, 5, 10)), (date(2025, 5, 12), date(2026, 12, 10))], 1
        ):
            kept.plans.append(
                Plan(
                    client_id=client.id,
                    number=number,
                    state=PlanState.AGREED,
                    made_on=made,
                    starts_on=made,
                    ends_on=ends,
                )
            )
    return client


def obstacle(client, first, last, kind=ObstacleKind.ILLNESS):
    return ObstaclePeriod(client_id=client.id, starts_on=first, ends_on=last, kind=kind)


def test_a_plan_of_the_older_act_has_a_lane_of_its_own_above_the_series(lanes, older):
    shown = lanes(older)

    assert [s.text for s in shown[LaneKind.OLDER_PLAN]] == ["Plan 1"]
    assert [s.text for s in shown[LaneKind.PLAN]] == ["Plan 2", "room for 5 months more"]
    assert list(shown).index(LaneKind.OLDER_PLAN) < list(shown).index(LaneKind.PLAN)


def test_a_series_begun_under_the_older_act_keeps_its_three_years(lanes, older):
    room = lanes(older)[LaneKind.PLAN][-1]

    assert (room.last, room.look) == (date(2027, 5, 10), Look.DASHED)


def test_held_reviews_are_full_marks_and_the_next_one_is_hollow(lanes, register, agree, database):
    client = register()
    agree(client, date(2026, 5, 1))
    with database.transaction() as session:
        plan = get_client(session, client.id).plans[0]
        plan.reviews.append(
            Review(
                client_id=client.id,
                reviewed_on=date(2026, 10, 20),
                next_review_on=date(2027, 4, 20),
                completed=True,
            )
        )

    span = lanes(client)[LaneKind.PLAN][0]

    assert span.marks == (Mark(date(2026, 10, 20)), Mark(date(2027, 4, 20), done=False))
    assert span.spoken == (
        "Plan 1, 1.5.2026–1.5.2027, reviewed on 20.10.2026, next review planned for 20.4.2027"
    )


def test_a_draft_is_dashed_and_has_no_marks(lanes, register, assess, database, officer):
    client = register()
    assess(client)
    with database.transaction() as session:
        draw_up(session, get_client(session, client.id), officer.id, TODAY, casebook.NOW)

    span = lanes(client)[LaneKind.PLAN][0]

    assert (span.text, span.look, span.marks) == ("Plan 1, draft", Look.DASHED, ())


def test_obstacles_that_touch_or_overlap_are_one_hatched_bar(lanes, register, agree, database):
    client = register()
    agree(client)
    with database.transaction() as session:
        get_client(session, client.id).obstacle_periods = [
            obstacle(client, date(2027, 1, 1), date(2027, 2, 10)),
            obstacle(client, date(2027, 2, 1), date(2027, 3, 1), ObstacleKind.PARENTAL),
            obstacle(client, date(2027, 6, 1), date(2027, 6, 1)),
        ]

    spans = lanes(client)[LaneKind.OBSTACLE]

    assert [(s.first, s.last, s.look) for s in spans] == [
        (date(2027, 1, 1), date(2027, 3, 1), Look.HATCHED),
        (date(2027, 6, 1), date(2027, 6, 1), Look.HATCHED),
    ]
    assert spans[0].spoken == (
        "illness, pregnancy or parental allowance, 1.1.2027–1.3.2027, 60 days"
    )


def test_an_obstacle_before_the_first_plan_says_that_it_gives_no_time(register, agree, database):
    client = register()
    agree(client)
    with database.transaction() as session:
        kept = get_client(session, client.id)
        kept.obstacle_periods = [obstacle(client, date(2026, 5, 1), date(2026, 6, 1))]
        spoken = [span.spoken for span in obstacle_spans(kept)]

    assert spoken == ["illness, 1.5.2026–1.6.2026, 32 days, gives the plans no more time"]


def test_obstacles_are_shown_also_before_there_is_a_plan():
    client = Client()
    client.obstacle_periods = [obstacle(client, date(2026, 5, 1), date(2026, 6, 1))]

    assert [s.spoken for s in obstacle_spans(client)] == ["illness, 1.5.2026–1.6.2026, 32 days"]


def test_a_plan_whose_days_cannot_be_is_not_drawn():
    backwards = Plan(client_id=Client().id, made_on=TODAY, ends_on=date(2026, 1, 1))

    assert days_of(backwards) is None


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2027, 11, 25), date(2028, 11, 24), 12),
        (date(2027, 11, 25), date(2027, 12, 23), 0),
        (date(2027, 1, 31), date(2027, 2, 28), 1),
    ],
)
def test_whole_months_count_both_days(first, last, months):
    assert whole_months(first, last) == months

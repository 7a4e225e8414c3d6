"""The times that the Act gives, as bars (681/2023 §§ 14, 20, 23, 31, 102(2))."""

from datetime import date

import pytest

from kotoutus_desktop.models.circumstances import ObstacleKind, ObstaclePeriod
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.rules.facts import Extension
from kotoutus_desktop.ui.clients.timeline_limits import maximum_spans
from kotoutus_desktop.ui.components.timeline_data import Look

MADE = date(2026, 11, 24)


@pytest.fixture
def client(plain_clothes):
    """Return a maker of clients with one agreed plan."""

    def make(made=MADE, born=date(1988, 3, 14), **plan):
        client = Client(born=born)
        client.plans.append(Plan(client_id=client.id, made_on=made, ends_on=made, **plan))
        return client

    return make


def shown(client):
    return [(s.first, s.last, s.text, s.look) for s in maximum_spans(client)]


def test_first_plan_and_all_plans_lie_end_to_end(client):
    assert shown(client()) == [
        (date(2026, 11, 24), date(2027, 11, 24), "first plan 1 year", Look.FILLED),
        (date(2027, 11, 25), date(2028, 11, 24), "all plans 2 years", Look.FILLED),
    ]


def test_every_extension_is_a_lighter_part_of_its_own(client):
    long = client(
        born=date(2006, 1, 1), extension=Extension.SPECIAL_MEASURES, unfinished_studies=True
    )
    long.obstacle_periods = [
        ObstaclePeriod(
            client_id=long.id,
            starts_on=date(2027, 3, 1),
            ends_on=date(2027, 4, 30),
            kind=ObstacleKind.ILLNESS,
        )
    ]

    assert shown(long)[2:] == [
        (date(2028, 11, 25), date(2030, 11, 24), "special measures needed + 2 years", Look.LIGHT),
        (date(2030, 11, 25), date(2031, 1, 24), "obstacles + 61 days", Look.LIGHT),
    ]
    long.born = date(2008, 1, 1)
    assert shown(long)[-1] == (
        date(2031, 1, 25),
        date(2032, 1, 24),
        "unfinished studies + 1 year",
        Look.LIGHT,
    )


def test_the_older_act_gives_three_years_and_home_care_nothing(client):
    old = client(date(2024, 5, 10), extension=Extension.HOME_CARE_PART_TIME)

    assert [text for _first, _last, text, _look in shown(old)] == [
        "first plan 1 year",
        "all plans 3 years",
    ]
    assert list(maximum_spans(old))[1].spoken == (
        "all plans 3 years, until 10.5.2027, counted from 10.5.2024, 1386/2010\u00a0§\u00a012"
    )


def test_from_25_on_studies_keep_the_plan_valid_after_the_maximum(client):
    spoken = [span.spoken for span in maximum_spans(client(unfinished_studies=True))]

    assert "valid for the studies after it, §\u00a031\u00a0subs.\u00a02" in spoken[-1]
    assert "valid for the studies" not in spoken[0]


def test_an_unknown_birthday_adds_no_year_for_studies(client):
    assert len(shown(client(born=None, unfinished_studies=True))) == 2


def test_there_is_no_maximum_before_a_plan_and_after_the_end(client):
    closed = client()
    closed.closed_on = MADE

    assert shown(Client()) == shown(closed) == []

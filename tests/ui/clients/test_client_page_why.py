from datetime import date

import pytest

from kotoutus_desktop.casework.overview import overview
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.circumstances import ObstacleKind, ObstaclePeriod
from kotoutus_desktop.ui.clients.client_page_why import all_limits, why_step

TODAY = date(2026, 11, 24)


@pytest.fixture
def look(database):
    """Return what reads the standing of a client on a day."""

    def look_at(client, on=TODAY):
        with database.reading() as session:
            return overview(session, client.id, on)

    return look_at


def plain(text):
    return text.replace("\u00a0", " ")


def test_three_years_are_counted_from_the_first_permit(register, look):
    (limit,) = all_limits(look(register()))

    assert plain(limit.sentence()) == (
        "First permit, card or registration 12.3.2026 + 3 years = 12.3.2029, § 14 subs. 1"
    )


def test_the_maximum_of_all_plans_adds_up_to_the_limit_of_the_rules(
    database, register, agree, look
):
    client = register()
    agree(client)
    with database.transaction() as session:
        known = get_client(session, client.id)
        known.obstacle_periods.append(
            ObstaclePeriod(
                client_id=client.id,
                starts_on=date(2026, 12, 1),
                ends_on=date(2026, 12, 10),
                kind=ObstacleKind.ILLNESS,
            )
        )

    limit = all_limits(look(client))[-1]

    assert limit.terms == (
        ("First plan agreed", "24.11.2026"),
        ("all plans", "2 years"),
        ("obstacles", "10 days"),
    )
    assert limit.result == date(2028, 12, 4)


def test_the_offices_target_says_that_the_act_sets_no_days(register, look):
    seen = look(register())
    why = why_step(seen, seen.next_step)

    assert why.terms == (
        ("The municipality learned of the person", "24.11.2026"),
        ("own target", "14 days"),
    )
    assert why.result == date(2026, 12, 8)
    assert "without delay" in why.note


def test_a_referral_is_due_a_month_from_the_plan(register, agree, look):
    client = register()
    agree(client)
    seen = look(client)

    assert plain(why_step(seen, seen.next_step).sentence()) == (
        "Plan 1 agreed 24.11.2026 + 1 month = 24.12.2026, § 20 subs. 5"
    )


def test_nobody_without_a_permit_has_a_limit(register, look):
    unknown = register(right_of_residence=None, first_granted=None, protection=None)

    assert all_limits(look(unknown)) == []

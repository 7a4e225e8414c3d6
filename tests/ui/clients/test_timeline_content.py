from datetime import date

import pytest

from kotoutus_desktop.casework.overview import overview
from kotoutus_desktop.casework.register import close_client, get_client
from kotoutus_desktop.models.client import ClosingReason
from kotoutus_desktop.ui.clients.timeline_content import destination_of, timeline_of
from kotoutus_desktop.ui.components.timeline_data import Look
from kotoutus_desktop.ui.page import Destination, PageName

TODAY = date(2026, 11, 24)


@pytest.fixture
def line(database):
    """Return what makes the time line of a client as of a day."""

    def make(client, on=TODAY):
        with database.reading() as session:
            return timeline_of(overview(session, client.id, on), on)

    return make


def spans(data):
    return {
        lane.label: [(s.first, s.last, s.text, s.look) for s in lane.spans] for lane in data.lanes
    }


def test_before_anything_there_is_the_permit_and_the_three_years(register, line):
    data = line(register())

    assert spans(data) == {
        "Residence": [
            (
                date(2026, 3, 12),
                date(2029, 3, 12),
                "Residence permit 12.3.2026, international protection",
                Look.FILLED,
            )
        ],
        "Entitlement": [
            (
                date(2026, 3, 12),
                date(2029, 3, 12),
                "assessment and first plan within 3 years",
                Look.FILLED,
            )
        ],
    }
    assert ("3 years from the permit", "12.3.2029, §\u00a014") in [
        (f.text, f.note) for f in data.flags
    ]


def test_the_room_that_is_left_is_dashed_behind_the_plan(register, agree, line):
    client = register()
    agree(client)

    plans = spans(line(client))["Plan"]

    assert plans == [
        (date(2026, 11, 24), date(2027, 11, 24), "Plan 1", Look.FILLED),
        (date(2027, 11, 25), date(2028, 11, 24), "room for 1 year more", Look.DASHED),
    ]


def test_an_overdue_review_is_red_and_says_how_late(register, agree, line, database):
    client = register()
    plan = agree(client)
    with database.transaction() as session:
        get_client(session, client.id).plans[0].measures[0].referred_on = plan.made_on

    flags = line(client, date(2027, 5, 28)).flags

    late = [flag for flag in flags if flag.overdue]
    assert [(flag.text, flag.note) for flag in late] == [
        ("Review 24.5.2027", "§\u00a022, 4 days late")
    ]


def test_flags_stand_in_the_order_of_their_days(register, agree, line):
    client = register()
    agree(client)

    days = [flag.day for flag in line(client).flags]

    assert days == sorted(days)
    assert len(days) == 5


def test_the_offices_own_target_is_not_the_law(register, line):
    flags = [flag for flag in line(register()).flags if "own target" in flag.note]

    assert [(flag.text, flag.day) for flag in flags] == [("Assessment", date(2026, 12, 8))]


def test_nothing_is_due_in_a_closed_case(register, line, database):
    client = register()
    with database.transaction() as session:
        close_client(session, get_client(session, client.id), TODAY, ClosingReason.NO_NEED)

    assert line(client).flags == ()


def test_a_person_of_whom_nothing_is_known_has_an_empty_line(register, line):
    data = line(register(right_of_residence=None, first_granted=None, protection=None))

    assert (data.lanes, data.flags) == ((), ())


def test_every_bar_but_the_room_that_is_left_opens_something(register, agree, line):
    client = register()
    plan = agree(client)

    keys = {span.text: span.key for lane in line(client).lanes for span in lane.spans}

    assert keys.pop("room for 1 year more") == ""
    assert destination_of(keys["Plan 1"], client.id) == Destination(
        PageName.PLAN, client.id, plan.id
    )
    assert all(keys.values())


def test_residence_and_obstacles_lead_to_their_fields_and_limits_to_why(register):
    client = register().id

    assert [destination_of(key, client) for key in ("residence", "obstacles", "limits")] == [
        Destination(PageName.INTAKE, client, focus="first_granted"),
        Destination(PageName.INTAKE, client, focus="obstacle_periods"),
        None,
    ]

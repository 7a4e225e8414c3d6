from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.course_calendar import (
    Booking,
    Clash,
    Slot,
    Subject,
    TimeProblem,
    clashes,
    clock_changes,
    meeting_days,
    planned_meetings,
    time_problem,
)
from kotoutus_desktop.rules.orientation import Topic

MONDAY = date(2027, 1, 11)
TUESDAY_MORNING = Slot(weekday=1, starts=9 * 60, minutes=165, break_minutes=15)
THURSDAY_EVENING = Slot(weekday=3, starts=17 * 60, minutes=165)
SLOTS = st.builds(
    Slot, st.integers(0, 6), st.integers(6 * 60, 18 * 60), st.integers(15, 300), st.integers(0, 60)
)
SUBJECTS = st.lists(
    st.builds(
        Subject,
        st.text("abc", min_size=1, max_size=3),
        st.integers(15, 1080),
        st.frozensets(st.sampled_from(Topic)),
    ),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize(
    ("day", "slot", "problem"),
    [
        (MONDAY, TUESDAY_MORNING, None),
        (MONDAY, Slot(0, 540, 0), TimeProblem.NO_LENGTH),
        (MONDAY, Slot(0, 540, 60, -15), TimeProblem.NO_LENGTH),
        (MONDAY, Slot(0, 480, 705, 15), TimeProblem.TOO_LONG),
        (MONDAY, Slot(0, 480, 704, 15), None),
        (MONDAY, Slot(0, 22 * 60, 121), TimeProblem.PAST_MIDNIGHT),
        (MONDAY, Slot(0, 22 * 60, 120), None),
        (MONDAY, Slot(0, -1, 60), TimeProblem.PAST_MIDNIGHT),
        (date(2027, 3, 28), Slot(6, 150, 60), TimeProblem.CLOCK_CHANGES),
        (date(2027, 10, 31), Slot(6, 200, 60), TimeProblem.CLOCK_CHANGES),
        (date(2027, 3, 28), Slot(6, 120, 60), None),
        (date(2027, 3, 28), Slot(6, 240, 60), None),
        (date(2027, 3, 21), Slot(6, 150, 60), None),
    ],
)
def test_a_meeting_is_at_a_time_that_there_is(day, slot, problem):
    assert time_problem(day, slot) == problem


@given(st.integers(2025, 2100), st.sampled_from([3, 10]))
def test_the_clock_changes_on_the_last_sunday_of_march_and_october(year, month):
    days = [date(year, month, day) for day in range(1, 32)]

    assert [day for day in days if clock_changes(day)] == [
        max(day for day in days if day.isoweekday() == 7)
    ]


def test_meetings_are_on_the_days_of_the_rule_and_not_on_free_days():
    days = meeting_days(MONDAY, [THURSDAY_EVENING, TUESDAY_MORNING], {date(2027, 1, 14)})

    assert [(next(days)) for _ in range(3)] == [
        (date(2027, 1, 12), TUESDAY_MORNING),
        (date(2027, 1, 19), TUESDAY_MORNING),
        (date(2027, 1, 21), THURSDAY_EVENING),
    ]


def test_a_rule_that_never_meets_comes_to_an_end():
    every_day = {MONDAY + timedelta(days=number) for number in range(4000)}

    assert list(meeting_days(MONDAY, [TUESDAY_MORNING], every_day)) == []
    subjects = [Subject("Johdanto", 60, frozenset())]
    assert planned_meetings(MONDAY, [TUESDAY_MORNING], subjects, every_day) == ()


def test_a_meeting_is_named_after_what_takes_most_of_it():
    subjects = [
        Subject("Johdanto", 60, frozenset()),
        Subject("Asuminen", 180, frozenset({Topic.LIVING_IN_FINLAND})),
        Subject("Työ", 90, frozenset({Topic.WORK_ENTERPRISE})),
    ]

    meetings = planned_meetings(MONDAY, [TUESDAY_MORNING], subjects)

    assert [meeting.title for meeting in meetings] == ["Asuminen", "Työ"]
    assert meetings[0].topics == {Topic.LIVING_IN_FINLAND}
    assert meetings[1].topics == {Topic.LIVING_IN_FINLAND, Topic.WORK_ENTERPRISE}


def test_without_times_or_with_times_of_no_length_nothing_is_planned():
    subjects = [Subject("Johdanto", 60, frozenset())]

    assert planned_meetings(MONDAY, [], subjects) == ()
    assert planned_meetings(MONDAY, [replace(TUESDAY_MORNING, minutes=0)], subjects) == ()
    assert planned_meetings(MONDAY, [TUESDAY_MORNING], []) == ()


@given(st.lists(SLOTS, min_size=1, max_size=4), SUBJECTS)
def test_every_topic_of_the_frame_is_taught_and_the_time_suffices(slots, subjects):
    meetings = planned_meetings(MONDAY, slots, subjects)
    total = sum(subject.minutes for subject in subjects)
    taught = {topic for meeting in meetings for topic in meeting.topics}

    if sum(meeting.slot.minutes for meeting in meetings) >= total:  # else years do not suffice
        assert taught == {topic for subject in subjects for topic in subject.topics}
        assert sum(meeting.slot.minutes for meeting in meetings[:-1]) < total
    assert all(one.held_on <= other.held_on for one, other in pairwise(meetings))


def booking(key, starts, ends, *needs, day=MONDAY):
    return Booking(key, day, starts, ends, frozenset(("trainer", need) for need in needs))


def test_who_is_needed_twice_at_a_time_is_told():
    bookings = [
        booking("a", 540, 720, "Aisha", "Sali 2"),
        booking("b", 700, 800, "Aisha"),
        booking("c", 720, 800, "Sali 2"),
        booking("d", 540, 720, "Aisha", day=MONDAY + timedelta(days=1)),
    ]

    assert clashes(bookings) == (Clash("a", "b", frozenset({("trainer", "Aisha")})),)


@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 10), st.integers(1, 5), st.sampled_from("xy")),
        max_size=12,
    )
)
def test_clashes_are_those_that_comparing_all_pairs_finds(rows):
    bookings = [
        booking(str(number), start, start + length, need, day=MONDAY + timedelta(days=day))
        for number, (day, start, length, need) in enumerate(rows)
    ]
    pairs = {
        frozenset({one.key, other.key})
        for one in bookings
        for other in bookings
        if one.key != other.key
        and one.held_on == other.held_on
        and one.starts < other.ends
        and other.starts < one.ends
        and one.needs & other.needs
    }

    assert {frozenset({each.first, each.second}) for each in clashes(bookings)} == pairs

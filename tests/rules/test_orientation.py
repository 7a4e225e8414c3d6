from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.orientation import (
    Meeting,
    OrientationProblem,
    OrientationRecord,
    Presence,
    SelfStudy,
    Topic,
    counted_minutes,
    group_language_suits,
    group_too_large,
    minutes_done,
    minutes_missing,
    orientation_complete,
    orientation_problems,
    problem_section,
    topic_section,
    topics_missing,
)

EVERYTHING = frozenset(Topic)
SEVENTY_HOURS = Meeting(4200, EVERYTHING, present=True)
WHOLE = OrientationRecord([SEVENTY_HOURS])


def test_seventy_hours_on_every_topic_are_complete():
    assert orientation_complete(WHOLE)


@pytest.mark.rule(49, "576/2024 § 2(1)")
def test_a_minute_less_is_not():
    short = OrientationRecord([Meeting(4199, EVERYTHING, present=True)])

    assert minutes_missing(short) == 1
    assert not orientation_complete(short)


def test_only_attended_meetings_count():
    record = OrientationRecord([replace(SEVENTY_HOURS, present=False, remote=True)])

    assert minutes_done(record) == 0
    assert len(topics_missing(record)) == 12
    assert orientation_problems(record) == ()


@pytest.mark.rule(51, "576/2024 § 2(2)")
@pytest.mark.rule(52, "576/2024 § 2(3)")
@pytest.mark.rule(53, "576/2024 § 3(1)")
@pytest.mark.parametrize(
    ("record", "problems"),
    [
        (WHOLE, []),
        (replace(WHOLE, self_study=[SelfStudy(60, frozenset())]), ["self_study_without_ground"]),
        (
            replace(WHOLE, self_study=[SelfStudy(60, frozenset())], self_study_ground=True),
            [],
        ),
        (replace(WHOLE, self_study=[SelfStudy(0, frozenset())]), []),
        (OrientationRecord([replace(SEVENTY_HOURS, remote=True)]), []),
        (
            OrientationRecord([replace(SEVENTY_HOURS, remote=True)], remote_unsuitable=True),
            ["remote_unsuitable"],
        ),
        (
            OrientationRecord([replace(SEVENTY_HOURS, interpreted=True)]),
            ["interpreted_without_ground"],
        ),
        (
            OrientationRecord([replace(SEVENTY_HOURS, interpreted=True)], interpreted_ground=True),
            [],
        ),
    ],
)
def test_a_way_of_teaching_needs_its_ground(record, problems):
    assert list(orientation_problems(record)) == problems
    assert orientation_complete(record) is not bool(problems)


@given(st.lists(st.integers(0, 600), max_size=30))
def test_hours_done_and_missing_make_seventy_or_more(minutes):
    record = OrientationRecord([Meeting(each, frozenset(), present=True) for each in minutes])

    assert minutes_done(record) + minutes_missing(record) == max(4200, sum(minutes))


def test_independent_study_counts_for_topics():
    record = OrientationRecord(self_study=[SelfStudy(60, frozenset({Topic.STUDYING}))])

    assert Topic.STUDYING not in topics_missing(record)


@pytest.mark.rule(50, "681/2023 § 25(2)", "576/2024 § 1(1)")
def test_nine_topics_come_from_the_decree_and_three_from_the_act():
    acts = [topic_section(topic).act for topic in Topic]

    assert (acts.count("576/2024"), acts.count("681/2023")) == (9, 3)


@pytest.mark.parametrize("problem", OrientationProblem)
def test_every_problem_has_its_section(problem):
    assert problem_section(problem).act == "576/2024"


@pytest.mark.rule(54, "681/2023 § 25(1)")
@pytest.mark.rule(56)
def test_a_group_should_suit_the_client_and_not_be_too_large():
    assert group_language_suits("ar", ["ku", "ar"])
    assert not group_language_suits("ru", ["ku", "ar"])
    assert group_too_large(21)
    assert not group_too_large(20)


@pytest.mark.parametrize(
    ("presence", "missed", "counted"),
    [
        (Presence.PRESENT, 0, 165),
        (Presence.LATE, 20, 145),
        (Presence.LEFT_EARLY, 165, 0),
        (Presence.ABSENT, 0, 0),
        (Presence.EXCUSED, 0, 0),
    ],
)
def test_hours_count_for_the_time_someone_was_there(presence, missed, counted):
    assert counted_minutes(presence, 165, missed) == counted


@given(st.sampled_from(Presence), st.integers(1, 720), st.integers(0, 2000))
def test_nobody_is_at_a_meeting_longer_than_it_lasts_or_less_than_not_at_all(
    presence, minutes, missed
):
    assert 0 <= counted_minutes(presence, minutes, missed) <= minutes

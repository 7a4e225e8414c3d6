from hypothesis import given
from hypothesis import strategies as some

from kotoutus_desktop.rules.orientation import Meeting, SelfStudy, Topic
from kotoutus_desktop.rules.orientation_topics import TopicHours, hours_by_topic

TOPICS = some.frozensets(some.sampled_from(Topic), max_size=12)


def test_the_minutes_of_a_meeting_are_shared_evenly_and_none_is_lost() -> None:
    topics = frozenset({Topic.STUDYING, Topic.SOCIETY, Topic.VALUES_NORMS_LAW})

    found = hours_by_topic([Meeting(100, topics, True)], [])

    assert [each.teaching for each in found] == [34, 33, 33]


def test_what_names_no_topic_is_told_last() -> None:
    found = hours_by_topic([Meeting(60, frozenset(), True)], [SelfStudy(30, frozenset())])

    assert found == (TopicHours(None, 60, 30),)


@given(
    meetings=some.lists(some.builds(Meeting, some.integers(0, 720), TOPICS, some.just(True))),
    studies=some.lists(some.builds(SelfStudy, some.integers(0, 4200), TOPICS)),
)
def test_the_sums_are_all_that_counts(meetings: list[Meeting], studies: list[SelfStudy]) -> None:
    found = hours_by_topic(meetings, studies)

    assert sum(each.teaching for each in found) == sum(each.minutes for each in meetings)
    assert sum(each.self_study for each in found) == sum(each.minutes for each in studies)
    assert len({each.topic for each in found}) == len(found)

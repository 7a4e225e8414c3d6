"""The seventy-hour frame."""

from kotoutus_desktop.reference.orientation_frame import SEVENTY_HOURS
from kotoutus_desktop.rules.orientation import Topic


def test_the_frame_has_seventy_hours_and_all_twelve_topics() -> None:
    assert sum(part.hours for part in SEVENTY_HOURS) == 70
    assert {topic for part in SEVENTY_HOURS for topic in part.topics} == set(Topic)


def test_a_title_is_in_the_language_asked_for_or_in_english() -> None:
    assert [SEVENTY_HOURS[2].title(language) for language in ("fi", "sv", "so")] == [
        "Yhteiskunta",
        "Samhället",
        "Society",
    ]

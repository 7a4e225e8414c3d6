from kotoutus_desktop.demo.people import PEOPLE
from kotoutus_desktop.demo.story import Learned
from kotoutus_desktop.models.circumstances import ContactChannel


def test_what_an_authority_told_came_with_consent() -> None:
    assert Learned.from_migri(3).consented
    assert Learned.from_quota_selection(3).consented
    assert Learned.from_employment_authority(3).channel is ContactChannel.EMPLOYMENT_AUTHORITY


def test_the_parts_of_a_story_follow_each_other() -> None:
    for person in PEOPLE:
        story = person.story
        interviewed = [story.interviewed.started] if story.interviewed else []
        done = [story.interviewed.done] if story.interviewed and story.interviewed.done else []
        days = [story.learned.days, *interviewed, *done]
        days += [plan.made for plan in story.plans if plan.made is not None]

        assert days == sorted(days, reverse=True), person.given

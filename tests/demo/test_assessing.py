from sqlalchemy import select

from kotoutus_desktop.casework import assess
from kotoutus_desktop.models.assessment import Assessment, Outcome
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Officer


def test_a_half_done_interview_has_as_many_heads_as_its_story(filled: Database) -> None:
    with filled.reading() as session:
        open_ones = session.scalars(select(Assessment).where(Assessment.completed_on.is_(None)))
        answered = sorted(len(assess.answered_heads(assessment)) for assessment in open_ones)

    assert answered == [1, 2, 5, 7]


def test_nothing_is_missing_from_a_completed_interview(filled: Database) -> None:
    with filled.reading() as session:
        done = session.scalars(select(Assessment).where(Assessment.completed_on.is_not(None))).all()
        missing = [assess.missing(each, session.get(Officer, each.officer_id)) for each in done]

    assert missing == [[]] * len(done)
    assert {each.outcome for each in done} == set(Outcome)

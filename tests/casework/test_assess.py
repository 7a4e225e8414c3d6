from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework import assess
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.assessment import Interpretation, Outcome, Place
from kotoutus_desktop.models.circumstances import Contact, ContactChannel, SourceKind
from kotoutus_desktop.rules.facts import InterviewHead, ToldItem
from tests.casebook import NOW, answer_everything, text


@pytest.fixture
def assessment(database, client, officer, today):
    """A new assessment, loaded."""
    with database.transaction() as session:
        person = get_client(session, client.id)
        person.contacts.append(
            Contact(client_id=person.id, learned_on=date(2026, 11, 5), channel=ContactChannel.KELA)
        )
        return assess.open_assessment(session, person, officer.id, today, NOW)


def keys(assessment, officer):
    return [missing.key for missing in assess.missing(assessment, officer)]


def test_an_assessment_starts_with_all_heads_and_all_that_must_be_told(assessment):
    assert [entry.head for entry in assessment.heads] == list(InterviewHead)
    assert [told.item for told in assessment.told] == list(ToldItem)
    assert (assessment.learned_on, assessment.language) == (date(2026, 11, 5), "ar")


def test_a_half_done_assessment_is_gone_on_with(database, assessment, client, officer, today):
    with database.transaction() as session:
        again = assess.open_assessment(
            session, get_client(session, client.id), officer.id, today, NOW
        )

    assert again.id == assessment.id


def test_it_says_what_is_missing_in_the_order_of_the_form(assessment, officer):
    found = keys(assessment, officer)

    assert [key for key in found if "." in key] == [
        *(f"heads.{head}" for head in InterviewHead),
        *(f"told.{item}" for item in ToldItem),
    ]
    assert {"interviewed_on", "on_premises", "plan_needed", "outcome_reason"} <= set(found)


def test_nothing_is_missing_once_everything_is_answered(assessment, officer, today):
    answer_everything(assessment, today)

    assert keys(assessment, officer) == []
    assert assess.answered_heads(assessment) == list(InterviewHead)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"place": Place.PHONE}, "weighty_reason"),
        ({"interpreter": ""}, "interpreter"),
        ({"plan_planned_on": None}, "planned_plan_date"),
        ({"outcome": Outcome.GUIDANCE_ELSEWHERE}, "guided_to"),
    ],
)
def test_an_answer_may_ask_for_another(assessment, officer, today, change, key):
    answer_everything(assessment, today)
    for field, value in change.items():
        setattr(assessment, field, value)

    assert keys(assessment, officer) == [key]


def test_who_speaks_the_language_needs_no_interpreter(assessment, officer, today):
    answer_everything(assessment, today)
    assessment.interpretation, assessment.interpreter = Interpretation.NOT_NEEDED, ""

    assert keys(assessment, officer) == []


def test_what_others_said_needs_its_source(assessment, officer, today):
    answer_everything(assessment, today)
    assessment.heads[0].source = SourceKind.AUTHORITY

    assert keys(assessment, officer) == ["sources"]


def test_only_an_official_can_hold_the_interview(assessment, officer, today):
    answer_everything(assessment, today)
    officer.official = False

    assert keys(assessment, officer) == ["interviewer"]


def test_a_complete_assessment_is_closed_and_can_be_corrected(database, assessed, officer, today):
    with database.transaction() as session:
        done = assess.completed_assessment(get_client(session, assessed.id))
        assert done is not None
        assert done.completed_on == today
        assess.reopen(session, done)

    with database.reading() as session:
        assert assess.completed_assessment(get_client(session, assessed.id)) is None


def test_an_incomplete_assessment_stays_open(database, assessment, officer, today):
    with database.transaction() as session:
        assert assess.complete(session, session.merge(assessment), officer, today)

    assert assessment.completed_on is None


@pytest.mark.parametrize(
    ("field", "days"), [("interviewed_on", 1), ("started_on", -20), ("plan_planned_on", -1)]
)
def test_impossible_days_are_refused_by_field(assessment, today, field, days):
    answer_everything(assessment, today)
    setattr(assessment, field, today + timedelta(days=days))

    with pytest.raises(InvalidInput) as refused:
        assess.check_dates(assessment, today)

    assert refused.value.field == field


def test_a_need_alone_answers_a_head(assessment):
    entry = assessment.heads[0]
    assert not assess.is_answered(entry)

    entry.need = text("Tarvitsee lukutaitokoulutusta.")

    assert assess.is_answered(entry)

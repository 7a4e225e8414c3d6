import hashlib
from datetime import date, timedelta

import pytest

from kotoutus_desktop.casefile import read_case
from kotoutus_desktop.casework import agreement, plans
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.circumstances import JobseekerPeriod
from kotoutus_desktop.models.plan import PlanState, Term
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.departures import DepartureKey
from kotoutus_desktop.rules.facts import Extension, GoalKind, MeasureKind
from kotoutus_desktop.rules.plan_limits import PlanFault
from tests.casebook import NOW, fill_plan, text, with_plan


@pytest.fixture
def draft(database, assessed, officer, today):
    """A client, loaded, with a drafted plan that lacks nothing."""
    with database.transaction() as session:
        client = get_client(session, assessed.id)
        plan = plans.draw_up(session, client, officer.id, today, NOW)
        fill_plan(plan, today)
    with database.reading() as session:
        client = get_client(session, assessed.id)
    return client, client.plans[0]


def missing(client, plan, today):
    return [each.key for each in agreement.readiness(client, plan, today).missing]


def test_a_full_draft_is_ready(draft, today):
    assert agreement.readiness(*draft, today).is_ready


def test_an_empty_draft_says_all_that_is_missing(database, assessed, officer, today):
    with database.transaction() as session:
        client = get_client(session, assessed.id)
        plan = plans.draw_up(session, client, officer.id, today, NOW)

        assert missing(client, plan, today) == [
            "long_term_goal",
            "services",
            "language_studies",
            "guidance",
            "follow_up",
            "rights_explained",
            "accepted_on",
        ]


def test_a_reason_stands_for_language_studies(draft, today):
    client, plan = draft
    plan.measures[0].kind = MeasureKind.EMPLOYMENT_SERVICE
    before = missing(client, plan, today)
    plan.language_reason = text("Osaa suomea jo.")

    assert (before, missing(client, plan, today)) == (["language_studies"], [])


def test_a_jobseeker_needs_work_as_a_goal_and_the_duty_to_seek_it(draft, today):
    client, plan = draft
    client.jobseeker_periods = [JobseekerPeriod(client_id=client.id, starts_on=today)]
    for goal in plan.goals:
        goal.kind = GoalKind.LANGUAGE

    assert missing(client, plan, today) == ["work_goal", "job_search"]


def test_a_departure_from_the_rule_asks_for_its_reason(draft, today):
    client, plan = draft
    for goal in plan.goals:
        goal.kind = GoalKind.LANGUAGE
    found = [each.key for each in agreement.readiness(client, plan, today).departures]
    plan.goal_reason = text("Hoitaa pientä lasta.")

    assert found == [DepartureKey.NO_WORKING_LIFE_SKILLS, DepartureKey.NO_WORK_GOAL]
    assert agreement.readiness(client, plan, today).is_ready


def test_under_25_another_goal_than_education_asks_for_its_reason(draft, today):
    client, plan = draft
    client.born = date(2005, 1, 2)
    found = [each.key for each in agreement.readiness(client, plan, today).departures]
    plan.education_reason = text("On jo käynyt lukion.")

    assert found == [DepartureKey.NO_UPPER_SECONDARY_EDUCATION]
    assert agreement.readiness(client, plan, today).is_ready


@pytest.mark.parametrize(
    ("field", "days", "kind"),
    [
        ("ends_on", -1, PlanFault.ENDS_BEFORE_IT_BEGINS),
        ("ends_on", 366, PlanFault.FIRST_PLAN_TOO_LONG),
        ("starts_on", -1, PlanFault.MADE_BEFORE_ASSESSMENT),
        ("next_review_on", -1, PlanFault.REVIEW_BEFORE_PLAN),
        ("next_review_on", 182, PlanFault.REVIEW_TOO_LATE),
    ],
)
def test_unlawful_days_are_faults_and_cannot_be_agreed(
    database, draft, office, officer, today, field, days, kind
):
    client, plan = draft
    setattr(plan, field, today + timedelta(days=days))

    assert kind in [fault.kind for fault in agreement.date_faults(client, plan, today)]
    with pytest.raises(InvalidInput), database.transaction() as session:
        agreement.agree(session, client, plan, office, officer, today)
    assert plan.state is PlanState.DRAFT


def test_a_phrase_with_an_empty_slot_cannot_be_agreed(draft, today):
    client, plan = draft
    plan.goals[1].goal = Wording.of("L-012")
    before = missing(client, plan, today)
    plan.goals[1].goal = Wording.of("L-012", level="B1.1")

    assert (before, missing(client, plan, today)) == (["unfilled.L-012"], [])


def test_every_fault_has_words_and_a_field(today):
    assert set(agreement.FAULTS) == set(PlanFault)


def test_agreeing_freezes_the_case_as_it_was(database, planned):
    with database.reading() as session:
        plan = get_client(session, planned.id).plans[0]

    assert plan.state is PlanState.AGREED
    assert plan.frozen_digest == hashlib.sha256(plan.frozen_case.encode()).hexdigest()
    assert "Työ keittiössä." in plan.frozen_case


def test_agreeing_freezes_the_words_of_the_phrases(database, draft, office, officer, today):
    client, plan = draft
    plan.goals[1].goal = Wording.of("L-012", level="B1.1")

    with database.transaction() as session:
        agreement.agree(session, client, plan, office, officer, today)

    kept = {phrase.code: phrase for phrase in read_case(plan.frozen_case, frozen=True).phrases}
    assert kept.keys() >= {"L-012", *plan.rights}
    assert kept["L-012"].frozen.texts["fi"] == library().get("L-012").pattern("fi")


def test_an_incomplete_draft_stays_a_draft(database, draft, office, officer, today):
    client, plan = draft
    plan.follow_up = text("")

    with database.transaction() as session:
        found = agreement.agree(session, client, plan, office, officer, today)

    assert [each.key for each in found.missing] == ["follow_up"]
    assert plan.state is PlanState.DRAFT


def test_only_the_copy_is_missing_once_agreed(database, planned, today):
    with database.reading() as session:
        client = get_client(session, planned.id)
        found = agreement.still_missing(client, client.plans[0], today)

    assert [each.key for each in found] == ["copy_given"]


def test_the_next_plan_ends_the_one_before(database, planned, officer):
    later = date(2027, 6, 1)
    with database.transaction() as session:
        client = get_client(session, planned.id)
        second = plans.draw_up(session, client, officer.id, later, NOW)
        second.rights_explained_on, second.rights_language = later, "ar"
        second.accepted_on = later
        second.guidance = second.follow_up = text("Kuten ennen.")
        for kind in (GoalKind.EMPLOYMENT, GoalKind.WORKING_LIFE_SKILLS):
            goal = plans.new_goal(second, Term.PERIOD)
            goal.kind, goal.goal = kind, text("Työhön.")
        ready = agreement.agree(session, client, second, the_office(session), officer, later)

        assert ready.is_ready, ready
        first = client.plans[0]
        assert (first.state, first.ended_on) == (PlanState.ENDED, date(2027, 5, 31))


def test_an_extension_moves_the_maximum(database, planned, officer):
    with database.transaction() as session:
        client = get_client(session, planned.id)
        second = plans.draw_up(session, client, officer.id, date(2027, 6, 1), NOW)
        second.ends_on = date(2028, 11, 25)
        before = [fault.kind for fault in agreement.date_faults(client, second, NOW.date())]
        second.extension = Extension.SPECIAL_MEASURES

        assert before == [PlanFault.BEYOND_MAXIMUM]
        assert agreement.date_faults(client, second, NOW.date()) == []


def test_a_plan_can_be_agreed_from_a_case_that_was_only_just_assessed(
    database, assessed, officer, today
):
    with database.transaction() as session:
        assert with_plan(session, assessed.id, officer, today).made_on == today

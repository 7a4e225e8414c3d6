from datetime import date

from kotoutus_desktop.casework import plans
from kotoutus_desktop.casework.assess import open_assessment
from kotoutus_desktop.casework.county_aside import set_aside
from kotoutus_desktop.casework.overview import Form, Stage, overview
from kotoutus_desktop.casework.register import close_client, get_client
from kotoutus_desktop.casework.reviews import open_review
from kotoutus_desktop.models.client import ClosingReason
from kotoutus_desktop.models.plan import ReviewTrigger
from kotoutus_desktop.rules.county_prompts import CountyPrompt
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.facts import AssessmentDuty, Authority, Protection
from tests.casebook import NOW


def look(database, client, on):
    with database.reading() as session:
        return overview(session, client.id, on)


def test_a_registered_refugee_is_to_be_assessed(database, client, today):
    seen = look(database, client, today)

    assert (seen.stage, seen.duty) == (Stage.REGISTERED, AssessmentDuty.MUST)
    assert seen.next_step.kind is StepKind.START_ASSESSMENT
    assert seen.authority is Authority.MUNICIPALITY


def test_a_half_done_assessment_is_gone_on_with_and_says_what_is_missing(
    database, client, officer, today
):
    with database.transaction() as session:
        open_assessment(session, get_client(session, client.id), officer.id, today, NOW)

    seen = look(database, client, today)
    assert (seen.stage, seen.next_step.kind) == (Stage.ASSESSING, StepKind.CONTINUE_ASSESSMENT)
    assert {line.form for line in seen.missing} == {Form.ASSESSMENT}
    assert seen.answered_heads == 0


def test_after_the_assessment_comes_the_plan(database, assessed, today):
    seen = look(database, assessed, today)

    assert (seen.stage, seen.next_step.kind) == (Stage.ASSESSED, StepKind.MAKE_PLAN)


def test_a_draft_waits_to_be_agreed(database, assessed, officer, today):
    with database.transaction() as session:
        plans.draw_up(session, get_client(session, assessed.id), officer.id, today, NOW)

    seen = look(database, assessed, today)
    assert (seen.stage, seen.next_step.kind) == (Stage.PLAN_DRAFTED, StepKind.AGREE_PLAN)
    assert {line.form for line in seen.missing} == {Form.PLAN}


def test_an_agreed_plan_leads_to_referral_then_review(database, planned, today):
    before = look(database, planned, today)
    with database.transaction() as session:
        plan = get_client(session, planned.id).plans[0]
        plans.refer(session, plan, plan.measures[0].id, today)

    after = look(database, planned, today)
    assert (before.stage, before.plan_number) == (Stage.PLAN_IN_FORCE, 1)
    assert before.next_step.kind is StepKind.REFER_TO_SERVICE
    assert (after.next_step.kind, after.next_step.due) == (
        StepKind.REVIEW_PLAN,
        date(2027, 5, 24),
    )


def test_a_plan_that_has_run_out_is_renewed_or_closed(database, planned):
    seen = look(database, planned, date(2027, 11, 25))

    assert seen.stage is Stage.PLAN_ENDED
    assert seen.next_step.kind is StepKind.RENEW_OR_CLOSE_PLAN


def test_a_closed_case_rests(database, client, today):
    with database.transaction() as session:
        close_client(session, get_client(session, client.id), today, ClosingReason.MOVED_AWAY)

    seen = look(database, client, today)
    assert (seen.stage, seen.next_step.kind) == (Stage.CLOSED, StepKind.NONE)


def test_the_county_is_asked_about_until_that_was_set_aside(database, client, officer, today):
    with database.transaction() as session:
        stored = get_client(session, client.id)
        stored.protection = Protection.QUOTA_REFUGEE
        assessment = open_assessment(session, stored, officer.id, today, NOW)
    assert look(database, client, today).county == [CountyPrompt.QUOTA_REFUGEE]

    with database.transaction() as session:
        set_aside(session, client.id, assessment.id, "Alue on jo mukana.", officer.id, today)

    assert look(database, client, today).county == []


def test_a_review_without_the_county_lacks_it_until_a_reason_is_kept(
    database, planned, officer, today
):
    with database.transaction() as session:
        plan = get_client(session, planned.id).plans[-1]
        plan.county_joined = True
        review = open_review(session, plan, officer.id, ReviewTrigger.CHANGE)
        review.county_joined = False

    def lacks():
        lines = look(database, planned, today).missing
        return [each.missing.key for each in lines if each.form is Form.REVIEW]

    assert "county" in lacks()
    with database.transaction() as session:
        set_aside(session, planned.id, review.id, "Kutsuttiin, ei tullut.", officer.id, today)
    assert "county" not in lacks()

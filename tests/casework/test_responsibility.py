from datetime import date

from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.casework.responsibility import (
    client_guide,
    client_situation,
    done_steps,
    guide,
    nobody,
)
from kotoutus_desktop.models.circumstances import Guardian, GuardianKind, JobseekerPeriod
from kotoutus_desktop.models.plan import MeasureState
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.rules.guide_steps import GuideStep
from kotoutus_desktop.rules.responsibility import Body, Task


def test_the_guide_of_a_client_follows_the_records(database, client, office, today):
    with database.transaction() as session:
        stored = get_client(session, client.id)
        stored.jobseeker_periods = [JobseekerPeriod(client_id=client.id, starts_on=today)]
        found = client_guide(stored, office, today)

    by_task = {each.task: each for each in found.responsible}
    assert by_task[Task.ASSESSMENT].bodies == (Body.EMPLOYMENT_AUTHORITY,)
    assert by_task[Task.GUIDANCE].bodies == (Body.MUNICIPALITY,)
    assert found.done == frozenset()
    assert found.county == []


def test_guardian_representative_and_age_are_read_from_the_records(database, client, office, today):
    with database.transaction() as session:
        stored = get_client(session, client.id)
        stored.born, stored.came_unaccompanied = date(2012, 5, 1), True
        applied = Guardian(client_id=client.id, kind=GuardianKind.REPRESENTATIVE, name="Eeva")
        stored.guardians = [applied]
        before = client_situation(stored, office, today)
        applied.appointed_on = today
        after = client_situation(stored, office, today)
        applied.kind = GuardianKind.GUARDIAN
        at_home = client_situation(stored, office, today)

    assert before.compulsory_education
    assert (before.representative, after.representative) == (False, True)
    assert (after.guardian, at_home.guardian) == (False, True)


def test_steps_that_were_taken_are_known(database, planned, today):
    with database.transaction() as session:
        client = get_client(session, planned.id)
        assert done_steps(client, today) == {GuideStep.ASSESS, GuideStep.MAKE_PLAN}

        client.assessments[0].county_needed = False
        client.judged_to_need = True
        course = next(
            m for m in client.plans[0].measures if m.kind is MeasureKind.INTEGRATION_TRAINING
        )
        for measure in client.plans[0].measures:
            measure.referred_on = today
        course.state = MeasureState.STARTED
        assert done_steps(client, today) == {
            GuideStep.JUDGE_NEED,
            GuideStep.ASSESS,
            GuideStep.ASK_COUNTY,
            GuideStep.MAKE_PLAN,
            GuideStep.REFER,
            GuideStep.TRAINING,
        }
        assert client_situation(client, the_office(session), today).plan_valid


def test_supposed_facts_begin_with_a_permit_and_the_offices_own_arrangement(office, today):
    office.delegates_to_employment_authority = True
    asked = nobody(office, today)

    assert asked.delegates
    found = guide(asked)
    assert [step.kind for step in found.steps] == [GuideStep.GIVE_GUIDANCE]

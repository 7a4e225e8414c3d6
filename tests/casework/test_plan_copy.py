import json
from datetime import date

import pytest

from kotoutus_desktop.casework import plans, register
from kotoutus_desktop.casework.plan_copy import copy_plan, plan_state, show_plan_state
from kotoutus_desktop.models.assessment import ParticipantRole
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.plan import Acceptance, Plan, PlanParticipant
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import MeasureKind
from tests.casebook import NOW, fill_plan, text


@pytest.fixture
def drafted(database: Database, assessed: Client, officer: Officer, today: date) -> Plan:
    """A plan that is being drawn up, as read for a form."""
    with database.transaction() as session:
        client = register.get_client(session, assessed.id)
        fill_plan(plans.draw_up(session, client, officer.id, today, NOW), today)
    return read(database, assessed)


def read(database: Database, client: Client) -> Plan:
    with database.reading() as session:
        return register.get_client(session, client.id).plans[-1]


def store(database: Database, client: Client, form: Plan) -> None:
    with database.transaction("plan") as session:
        copy_plan(form, register.get_client(session, client.id).plans[-1])


def test_what_is_changed_in_the_form_is_stored(
    database: Database, assessed: Client, drafted: Plan
) -> None:
    drafted.goals[0].goal = text("Opin lukemaan.")
    drafted.ends_on = date(2027, 5, 1)
    store(database, assessed, drafted)

    stored = read(database, assessed)
    assert stored.ends_on == date(2027, 5, 1)
    assert plan_state(stored) == plan_state(drafted)


def test_rows_keep_their_ids_when_they_move(
    database: Database, assessed: Client, drafted: Plan
) -> None:
    drafted.goals.reverse()
    before = [goal.id for goal in drafted.goals]
    store(database, assessed, drafted)

    assert [goal.id for goal in read(database, assessed).goals] == before


def test_new_rows_are_added_and_removed_ones_go(
    database: Database, assessed: Client, drafted: Plan
) -> None:
    goal = next(goal for goal in drafted.goals if goal.measures)
    removed = goal.measures.pop()
    added = plans.new_measure(goal, Wording.of("P-001"))
    drafted.participants.append(
        PlanParticipant(client_id=assessed.id, role=ParticipantRole.INTERPRETER, name="Tulkki")
    )
    store(database, assessed, drafted)

    stored = read(database, assessed)
    assert removed.id not in {measure.id for measure in stored.measures}
    assert [measure.what for measure in stored.measures if measure.id == added.id] == [added.what]
    assert [person.name for person in stored.participants] == ["Tulkki"]


def test_storing_what_did_not_change_leaves_nothing_to_undo(
    database: Database, assessed: Client, drafted: Plan
) -> None:
    store(database, assessed, drafted)

    assert database.undo_label is None


def test_a_draft_survives_json(database: Database, assessed: Client, drafted: Plan) -> None:
    measure = drafted.measures[0]
    measure.kind, measure.starts_on = MeasureKind.BASIC_EDUCATION, date(2027, 1, 11)
    measure.carried_from = drafted.measures[0].id
    drafted.acceptance = Acceptance.ORAL
    kept = json.loads(json.dumps(plan_state(drafted)))

    fresh = read(database, assessed)
    show_plan_state(fresh, kept)

    assert plan_state(fresh) == plan_state(drafted)
    assert fresh.measures[0].kind is MeasureKind.BASIC_EDUCATION
    assert fresh.acceptance is Acceptance.ORAL
    assert fresh.measures[0].carried_from == measure.carried_from

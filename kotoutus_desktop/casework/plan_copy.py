"""A plan that is being written: copied between the form and the file, and kept as a draft.

The form works on a copy outside any session; ids stay, so that the paper, referrals and
measures carried over keep pointing at the same rows.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.plan import Goal, Measure, Plan, PlanParticipant
from kotoutus_desktop.phrases.wording import Wording

PLAN_FIELDS = (
    "starts_on",
    "ends_on",
    "extension",
    "extension_reason",
    "unfinished_studies",
    "county_joined",
    "next_review_on",
    "target_occupation",
    "goal_reason",
    "education_reason",
    "language_reason",
    "job_search_reason",
    "guidance",
    "follow_up",
    "rights",
    "rights_explained_on",
    "rights_language",
    "rights_interpreted",
    "acceptance",
    "accepted_on",
)
"""What the counsellor may change of a plan until it is agreed."""

GOAL_FIELDS = ("term", "kind", "need", "goal", "head")
MEASURE_FIELDS = (
    "kind",
    "what",
    "provider",
    "starts_on",
    "ends_on",
    "extent",
    "language",
    "responsible",
    "suitability",
    "follow_up",
    "referred_on",
    "state",
    "carried_from",
    "service_id",
)
PARTICIPANT_FIELDS = ("role", "name", "organisation")

Record = TypeVar("Record", Goal, Measure, PlanParticipant)


def copy_plan(source: Plan, target: Plan) -> None:
    """Write what stands in one copy of a plan into another; rows are matched by their ids."""
    _copy(source, target, PLAN_FIELDS)
    target.goals = [_copied_goal(goal, target, at) for at, goal in enumerate(source.goals)]
    target.participants = [
        _copied(row, target.participants, PARTICIPANT_FIELDS) for row in source.participants
    ]


def plan_state(plan: Plan) -> dict[str, Any]:
    """Return what the counsellor wrote as plain values that JSON can keep."""
    return _plain(plan, PLAN_FIELDS) | {
        "goals": [
            _plain(goal, ("id", *GOAL_FIELDS))
            | {"measures": [_plain(row, ("id", *MEASURE_FIELDS)) for row in goal.measures]}
            for goal in plan.goals
        ],
        "participants": [_plain(row, ("id", *PARTICIPANT_FIELDS)) for row in plan.participants],
    }


def show_plan_state(plan: Plan, state: dict[str, Any]) -> None:
    """Put what `plan_state` returned into a copy of the plan."""
    _fill(plan, state, PLAN_FIELDS)
    goals = {goal.id: goal for goal in plan.goals}
    shown = []
    for position, values in enumerate(state.get("goals", ())):
        goal = goals.get(UUID(values["id"])) or Goal(
            id=UUID(values["id"]), client_id=plan.client_id
        )
        _fill(goal, values, GOAL_FIELDS)
        goal.position = position
        goal.measures = [_measure(goal, row, at) for at, row in enumerate(values["measures"])]
        shown.append(goal)
    plan.goals = shown
    plan.participants = [_participant(plan, row) for row in state.get("participants", ())]


def _copied_goal(source: Goal, plan: Plan, position: int) -> Goal:
    target = _copied(source, plan.goals, GOAL_FIELDS)
    target.position = position
    measures = [_copied(row, target.measures, MEASURE_FIELDS) for row in source.measures]
    for place, measure in enumerate(measures):
        measure.position = place
    target.measures = measures
    return target


def _copied(source: Record, kept: Sequence[Record], names: Sequence[str]) -> Record:
    """Return the row of the same id with the values of `source`; a new one if there is none."""
    target = next((row for row in kept if row.id == source.id), None)
    if target is None:
        target = type(source)(id=source.id, client_id=source.client_id, **_needed(source))
    _copy(source, target, names)
    return target


def _needed(source: Model) -> dict[str, Any]:
    return {"role": source.role} if isinstance(source, PlanParticipant) else {}


def _copy(source: Model, target: Model, names: Sequence[str]) -> None:
    """Copy values; an unchanged one is left alone, so that nothing is stored for it."""
    for name in names:
        value = getattr(source, name)
        if getattr(target, name) != value:
            setattr(target, name, list(value) if isinstance(value, list) else value)


def _plain(record: Model, names: Sequence[str]) -> dict[str, Any]:
    return {name: _plain_value(getattr(record, name)) for name in names}


def _plain_value(value: Any) -> Any:
    if isinstance(value, Wording):
        return value.to_json()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return str(value) if isinstance(value, UUID) else value


def _measure(goal: Goal, values: dict[str, Any], position: int) -> Measure:
    key = UUID(values["id"])
    measure = next((row for row in goal.measures if row.id == key), None)
    measure = measure or Measure(id=key, client_id=goal.client_id)
    _fill(measure, values, MEASURE_FIELDS)
    measure.position = position
    return measure


def _participant(plan: Plan, values: dict[str, Any]) -> PlanParticipant:
    key = UUID(values["id"])
    row = next((row for row in plan.participants if row.id == key), None)
    row = row or PlanParticipant(id=key, client_id=plan.client_id, role=values["role"])
    _fill(row, values, PARTICIPANT_FIELDS)
    return row


def _fill(record: Model, values: dict[str, Any], names: Sequence[str]) -> None:
    for name in names:
        if name in values:
            setattr(record, name, _typed(record, name, values[name]))


def _typed(record: Model, name: str, value: Any) -> Any:
    """Return a plain value as the column of that name keeps it."""
    if value is None:
        return None
    if isinstance(value, dict):
        return Wording.from_json(value)
    if name in ("carried_from", "service_id"):
        return UUID(value)
    kind = record.__table__.columns[name].type.python_type
    if kind is date:
        return date.fromisoformat(value)
    return kind(value) if issubclass(kind, StrEnum) else value

"""Which fields of the models a case file has, and how each value is written.

The columns of the models decide, so that no field can be forgotten when one is added.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Enum
from sqlalchemy.types import TypeEngine

from kotoutus_desktop.models.assessment import (
    Assessment,
    AssessmentParticipant,
    ClarifyingMeasure,
    HeadEntry,
    Told,
)
from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.circumstances import (
    BenefitPeriod,
    Contact,
    DatumSource,
    Guardian,
    JobseekerPeriod,
    ObstaclePeriod,
)
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.columns import Id, Utc, WordingColumn
from kotoutus_desktop.models.issued import OwnPhrase
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Goal, Measure, Plan, PlanParticipant, Review
from kotoutus_desktop.phrases.wording import Wording

Plain = Any  # what JSON can hold
Codec = tuple[Callable[[Any], Plain], Callable[[Plain], Any]]

CHILDREN: dict[type[Model], dict[str, type[Model]]] = {
    Client: {
        "contacts": Contact,
        "jobseeker_periods": JobseekerPeriod,
        "benefit_periods": BenefitPeriod,
        "obstacle_periods": ObstaclePeriod,
        "guardians": Guardian,
        "sources": DatumSource,
    },
    Assessment: {
        "heads": HeadEntry,
        "told": Told,
        "clarifying": ClarifyingMeasure,
        "participants": AssessmentParticipant,
    },
    Plan: {"goals": Goal, "participants": PlanParticipant, "reviews": Review},
    Goal: {"measures": Measure},
}

PARTS: dict[str, type[Model]] = {
    "office": Office,
    "officer": Officer,
    "client": Client,
    "assessment": Assessment,
    "plan": Plan,
}

# client_id and the keys of the parents follow from where a thing stands in the file;
# sort_name is derived; a frozen case is itself a case file; the office's texts of statutes are
# files of its own computer; who is a relative of whom, what the office sets for itself and which
# service of its catalogue a measure came from stay in the office
INTERNAL: dict[type[Model], frozenset[str]] = {
    Client: frozenset({"sort_name", "restricted", "assessments", "plans", "referrals"}),
    Assessment: frozenset({"client_id", "client"}),
    Plan: frozenset({"client_id", "client", "frozen_case", "frozen_digest"}),
    HeadEntry: frozenset({"client_id", "assessment_id"}),
    Told: frozenset({"client_id", "assessment_id"}),
    ClarifyingMeasure: frozenset({"client_id", "assessment_id"}),
    AssessmentParticipant: frozenset({"client_id", "assessment_id"}),
    Goal: frozenset({"client_id", "plan_id"}),
    Measure: frozenset({"client_id", "goal_id", "service_id"}),
    PlanParticipant: frozenset({"client_id", "plan_id"}),
    Review: frozenset({"client_id", "plan_id"}),
    Contact: frozenset({"client_id"}),
    JobseekerPeriod: frozenset({"client_id"}),
    BenefitPeriod: frozenset({"client_id"}),
    ObstaclePeriod: frozenset({"client_id"}),
    Guardian: frozenset({"client_id"}),
    DatumSource: frozenset({"client_id"}),
    OwnPhrase: frozenset(),
    Office: frozenset({"statute_files", "orientation_behind_percent", "retention_years"}),
    Officer: frozenset(),
}


@dataclass(frozen=True)
class Field:
    """One value of a model. None is written as null and read back without the codec."""

    name: str
    write: Callable[[Any], Plain]
    read: Callable[[Plain], Any]


def _same(value: Any) -> Any:
    return value


def _copy(value: Any) -> Any:
    return dict(value) if isinstance(value, dict) else list(value)


def _iso(value: date | datetime) -> str:
    return value.isoformat()


def _codec(kind: TypeEngine[Any]) -> Codec:
    if isinstance(kind, Enum):
        return (lambda member: member.value), kind.enum_class or _same
    codecs: list[tuple[type[Any], Codec]] = [
        (Id, (str, UUID)),
        (Utc, (_iso, datetime.fromisoformat)),
        (Date, (_iso, date.fromisoformat)),
        (WordingColumn, (Wording.to_json, Wording.from_json)),
    ]
    for known, codec in codecs:
        if isinstance(kind, known):
            return codec
    holds_plain_values = type(kind).__name__ == "JSON"
    return (_copy, _copy) if holds_plain_values else (_same, _same)


@cache
def fields_of(model: type[Model]) -> tuple[Field, ...]:
    """Return the values of a model that a case file has, in the order of the columns."""
    return tuple(
        Field(column.name, *_codec(column.type))
        for column in model.__table__.columns
        if column.name not in INTERNAL[model]
    )

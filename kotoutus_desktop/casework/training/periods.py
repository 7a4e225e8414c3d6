"""Training of a client, stored by its rules; what a finished one still lacks (§§ 26-27)."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Measure, MeasureState
from kotoutus_desktop.models.training import (
    LanguageLevel,
    LevelOccasion,
    Skill,
    Training,
    TrainingKind,
)
from kotoutus_desktop.rules.coming import OF_AGE
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.rules.months import is_under
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.rules.training import (
    LARGEST_EXTENT,
    TrainingRecord,
    training_barred,
    training_missing,
    training_too_long,
)

KIND_OF_MEASURE = MappingProxyType(
    {
        MeasureKind.INTEGRATION_TRAINING: TrainingKind.INTEGRATION,
        MeasureKind.LITERACY_TRAINING: TrainingKind.LITERACY,
        MeasureKind.BASIC_EDUCATION: TrainingKind.BASIC_EDUCATION,
        MeasureKind.SELF_MOTIVATED_STUDIES: TrainingKind.SELF_MOTIVATED,
    }
)
"""Measures of a plan that are studies followed here."""

Levels = Mapping[tuple[LevelOccasion, Skill], str]
_NOT_YET = N_("This day has not come yet.")
_DONE_DAYS = ("entry_tested_on", "tested_on", "prior_learning_on", "certificate_on", "onward_on")


def trainings_of(session: Session, client_id: UUID) -> list[Training]:
    """Return a client's studies with their levels, the latest first."""
    query = select(Training).where(Training.client_id == client_id)
    found = session.scalars(query.options(selectinload(Training.levels)))
    return sorted(found, key=lambda each: (each.starts_on, each.id), reverse=True)


def get_training(session: Session, training_id: UUID) -> Training:
    """Return studies with their levels."""
    query = select(Training).where(Training.id == training_id)
    return session.scalars(query.options(selectinload(Training.levels))).one()


def new_training(client: Client, officer_id: UUID | None, today: date) -> Training:
    """Return studies that begin today; not stored."""
    return Training(
        client_id=client.id,
        officer_id=officer_id,
        starts_on=today,
        language=client.integration_language or "fi",
    )


def training_from_measure(
    client: Client, measure_id: UUID, officer_id: UUID | None, today: date
) -> Training:
    """Return studies as they were agreed in a plan; not stored."""
    measure = next(m for plan in client.plans for m in plan.measures if m.id == measure_id)
    training = new_training(client, officer_id, measure.starts_on or today)
    training.measure_id, training.provider = measure.id, measure.provider
    training.kind = KIND_OF_MEASURE.get(measure.kind, TrainingKind.INTEGRATION)
    training.ends_on = measure.ends_on
    return training


def store_training(session: Session, training: Training, levels: Levels, today: date) -> None:
    """Store studies with the levels found in them; their measure in the plan follows.

    Raises InvalidInput, naming the field, when something cannot be right.
    """
    for fault in (*faults_of(training, today), *_faults_of_levels(training, levels)):
        raise fault
    session.add(training)
    _store_levels(training, levels)
    session.flush()
    measure = session.get(Measure, training.measure_id) if training.measure_id else None
    if measure is not None:
        measure.state = _state(training, today)


def faults_of(training: Training, today: date) -> Iterator[InvalidInput]:
    """Yield what cannot be right about studies, field by field."""
    begins, ends = training.starts_on, training.ends_on
    if ends is not None and ends < begins:
        yield InvalidInput(
            "ends_on", N_("The training would end before it begins. Check the two days.")
        )
    if training.broken_off and ends is None:
        yield InvalidInput("ends_on", N_("Write the day on which it was broken off."))
    if training.broken_off and not training.broken_off_reason.strip():
        yield InvalidInput("broken_off_reason", N_("Write in a few words why."))
    if training_too_long(training.credits or 0):
        yield InvalidInput(
            "credits",
            N_("Integration training has at most {most} credits by the core curriculum."),
            most=LARGEST_EXTENT,
        )
    if (training.hours_attended or 0) > (training.hours_offered or training.hours_attended or 0):
        yield InvalidInput("hours_attended", N_("More hours were attended than there were."))
    yield from _faults_of_work(training)
    yield from _faults_of_days(training, today)


def missing_of(training: Training, today: date) -> dict[str, Section]:
    """Return what finished integration training lacks, by key; nothing of other studies.

    Source: 681/2023 § 26(2)-(3).
    """
    over = training.ends_on is not None and training.ends_on < today
    if training.kind is not TrainingKind.INTEGRATION or training.broken_off or not over:
        return {}
    record = TrainingRecord(
        work_period=training.work_starts_on is not None,
        prior_learning=bool(training.prior_learning.strip()),
        final_test=training.tested_on is not None,
        credits=training.credits or 0,
    )
    return training_missing(record)


def may_be_barred(client: Client, training: Training) -> Section | None:
    """Return § 26(1) for somebody who may still be of compulsory school age, else None.

    Until when somebody is (1214/2020) was not verified: under 18 the counsellor has to look.
    """
    minor = client.born is not None and bool(is_under(client.born, OF_AGE, training.starts_on))
    integration = training.kind is TrainingKind.INTEGRATION
    return training_barred(compulsory_education=minor and integration)


def _faults_of_work(training: Training) -> Iterator[InvalidInput]:
    begins, ends = training.work_starts_on, training.work_ends_on
    if ends is not None and begins is None:
        yield InvalidInput("work_starts_on", N_("Write when the period at work begins."))
    elif ends is not None and begins is not None and ends < begins:
        yield InvalidInput(
            "work_ends_on", N_("The period would end before it begins. Check the two days.")
        )
    last = training.ends_on or date.max
    for name, day in (("work_starts_on", begins), ("work_ends_on", ends)):
        if day is not None and not training.starts_on <= day <= last:
            yield InvalidInput(name, N_("This day is outside the training."))


def _faults_of_days(training: Training, today: date) -> Iterator[InvalidInput]:
    for name in _DONE_DAYS:
        day = getattr(training, name)
        if day is not None and day > today:
            yield InvalidInput(name, _NOT_YET)
    for name in ("tested_on", "certificate_on"):
        day = getattr(training, name)
        if day is not None and day < training.starts_on:
            yield InvalidInput(name, N_("This is before the training begins."))


def _faults_of_levels(training: Training, levels: Levels) -> Iterator[InvalidInput]:
    days = {
        LevelOccasion.ENTRY: ("entry_tested_on", training.entry_tested_on),
        LevelOccasion.FINAL_TEST: ("tested_on", training.tested_on),
    }
    for occasion, (name, day) in days.items():
        told = any(level and of is occasion for (of, _skill), level in levels.items())
        if told and day is None:
            yield InvalidInput(name, N_("Write the day of the test."))


def _store_levels(training: Training, levels: Levels) -> None:
    """Change the rows whose level changed, so that the log names only those."""
    rows = {(each.occasion, each.skill): each for each in training.levels}
    for (occasion, skill), level in levels.items():
        row = rows.get((occasion, skill))
        if row is not None and not level:
            training.levels.remove(row)
        elif row is not None:
            row.level = level
        elif level:
            made = LanguageLevel(
                client_id=training.client_id, occasion=occasion, skill=skill, level=level
            )
            training.levels.append(made)


def _state(training: Training, today: date) -> MeasureState:
    if training.broken_off:
        return MeasureState.INTERRUPTED
    if training.ends_on is not None and training.ends_on < today:
        return MeasureState.DONE
    return MeasureState.STARTED if training.starts_on <= today else MeasureState.AGREED

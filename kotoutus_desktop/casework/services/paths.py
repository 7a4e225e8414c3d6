"""Paths through the services: boxes in order, kept by the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from kotoutus_desktop.casework.services.catalogue import LONGEST_NAME, NOT_BETWEEN, NOT_OVER
from kotoutus_desktop.casework.services.texts import kept_texts, text_in
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.service import PathStep, Service, ServicePath

MOST_STEPS = 20
LONGEST_WEEKS = 520


@dataclass(frozen=True)
class Box:
    """A step of a path as it is drawn: its text and whose it is; None where it is no service.

    `is_offered` is False for a service that has ended or not begun.
    """

    text: str
    after_weeks: int | None
    service: Service | None
    is_offered: bool = True


def list_paths(session: Session, language: str) -> list[ServicePath]:
    """Return the paths by their names, with their steps loaded."""
    found = session.scalars(select(ServicePath).options(selectinload(ServicePath.steps)))
    return sorted(found, key=lambda path: text_in(path.names, language)[0].casefold())


def get_path(session: Session, path_id: UUID) -> ServicePath:
    """Return a path with its steps loaded."""
    return session.scalars(
        select(ServicePath)
        .where(ServicePath.id == path_id)
        .options(selectinload(ServicePath.steps))
    ).one()


def boxes_of(session: Session, path: ServicePath, language: str, day: date) -> list[Box]:
    """Return the boxes of a path in their order, in a language."""
    ids = [step.service_id for step in path.steps if step.service_id]
    found = session.scalars(select(Service).where(Service.id.in_(ids)))
    services = {service.id: service for service in found}
    return [_box(step, services, language, day) for step in path.steps]


def store_path(session: Session, path: ServicePath, steps: Sequence[PathStep]) -> None:
    """Store a path, new or changed, with these steps in this order.

    Raises InvalidInput, naming the field, when something cannot be right.
    """
    path.names, path.sentences = kept_texts(path.names), kept_texts(path.sentences)
    _check(path, steps)
    for position, step in enumerate(steps):
        step.position = position
        step.texts = kept_texts(step.texts)
    path.steps = list(steps)
    session.add(path)
    session.flush()


def remove_path(session: Session, path: ServicePath) -> None:
    """Delete a path; its services stay."""
    session.delete(path)


def _check(path: ServicePath, steps: Sequence[PathStep]) -> None:
    if not path.names.keys() & {"fi", "sv"}:
        raise InvalidInput("name_fi", N_("Write the name in Finnish or Swedish at least."))
    for language, text in path.names.items():
        if len(text) > LONGEST_NAME:
            raise InvalidInput(f"name_{language}", NOT_OVER, most=LONGEST_NAME)
    if not steps:
        raise InvalidInput("steps", N_("Put at least one service on the path."))
    if len(steps) > MOST_STEPS:
        raise InvalidInput("steps", N_("A path has at most {most} steps."), most=MOST_STEPS)
    weeks = [step.after_weeks for step in steps if step.after_weeks is not None]
    if weeks != sorted(weeks):
        raise InvalidInput(
            "steps", N_("A step would come before the one it follows. Check the weeks.")
        )
    if any(not 0 <= each <= LONGEST_WEEKS for each in weeks):
        raise InvalidInput("steps", NOT_BETWEEN, lowest=0, highest=LONGEST_WEEKS)


def _box(step: PathStep, services: dict[UUID, Service], language: str, day: date) -> Box:
    service = services.get(step.service_id) if step.service_id else None
    texts = service.names if service else step.texts
    text, _code = text_in(texts, language)
    return Box(text, step.after_weeks, service, service is None or service.is_offered(day))

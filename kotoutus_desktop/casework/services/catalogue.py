"""The catalogue of services: stored by its rules, listed, ended, removed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.services.texts import kept_texts, text_in
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.service import (
    Organiser,
    PathStep,
    Service,
    known_aims,
    known_points,
)
from kotoutus_desktop.rules.programme import ProgrammePoint, TargetGroup
from kotoutus_desktop.rules.programme_gaps import Offered

LONGEST_NAME, LONGEST_TEXT = 120, 600
HIGHEST_PRICE = 1_000_000  # cents: ten thousand euros
MOST_PLACES, MOST_WEEKS = 10_000, 260
NOT_OVER = N_("Write at most {most} characters.")
NOT_BETWEEN = N_("Write a whole number from {lowest} to {highest}.")


@dataclass(frozen=True)
class ServiceFilter:
    """Which services a list shows; None and an empty text mean all.

    `ended` shows also those whose last day is over. `typed` is looked for in every text.
    """

    organiser: Organiser | None = None
    group: TargetGroup | None = None
    statutory: bool | None = None
    ended: bool = False
    typed: str = ""


def get_service(session: Session, service_id: UUID) -> Service:
    """Return a service."""
    return session.scalars(select(Service).where(Service.id == service_id)).one()


def list_services(
    session: Session, today: date, language: str, chosen: ServiceFilter | None = None
) -> list[Service]:
    """Return the services: those of the law first, in its order, then by their names."""
    chosen = chosen or ServiceFilter()
    shown = [each for each in session.scalars(select(Service)) if _is_shown(each, today, chosen)]
    return sorted(shown, key=lambda each: _order(each, language))


def offered_services(session: Session, day: date, language: str) -> list[Service]:
    """Return what a plan may be made with on a day: nothing that has ended or not begun."""
    found = list_services(session, day, language)
    return [service for service in found if service.is_offered(day)]


def store_service(session: Session, service: Service) -> None:
    """Store a service, new or changed.

    Raises InvalidInput, naming the field, when something cannot be right.
    """
    service.names, service.sentences = kept_texts(service.names), kept_texts(service.sentences)
    if ProgrammePoint.TRAINING not in known_points(service.points):
        service.aims = []
    for fault in faults_of(service):
        raise fault
    session.add(service)
    session.flush()


def faults_of(service: Service) -> Iterator[InvalidInput]:
    """Yield everything that cannot be right about a service, field by field."""
    if not service.names.keys() & {"fi", "sv"}:
        yield InvalidInput("name_fi", N_("Write the name in Finnish or Swedish at least."))
    yield from _too_long(service)
    begins, ends = service.valid_from, service.valid_to
    if begins and ends and ends < begins:
        yield InvalidInput(
            "valid_to", N_("The service would end before it begins. Check the two days.")
        )
    if not 0 <= (service.price or 0) <= HIGHEST_PRICE:
        yield InvalidInput(
            "price", N_("The price is between 0 and {most} euros."), most=HIGHEST_PRICE // 100
        )
    for field, most in (("places", MOST_PLACES), ("waiting_weeks", MOST_WEEKS)):
        if not 0 <= (getattr(service, field) or 0) <= most:
            yield InvalidInput(field, NOT_BETWEEN, lowest=0, highest=most)
    if service.email and "@" not in service.email:
        yield InvalidInput("email", N_("An e-mail address has an @ in it."))


def end_service(session: Session, service: Service, last_day: date) -> None:
    """Stop offering a service after a day; plans that name it stay as they are.

    Raises InvalidInput when that is before it begins.
    """
    service.valid_to = last_day
    store_service(session, service)


def revive_service(session: Session, service: Service) -> None:
    """Offer a service again, without an end."""
    service.valid_to = None
    store_service(session, service)


def remove_service(session: Session, service: Service) -> None:
    """Delete a service; the boxes of paths that named it keep its name."""
    for step in session.scalars(select(PathStep).where(PathStep.service_id == service.id)):
        step.texts, step.service_id = dict(service.names), None
    session.flush()
    session.delete(service)


def as_offered(service: Service) -> Offered:
    """Return a service as the check of § 13 sees it."""
    return Offered(
        known_points(service.points),
        known_aims(service.aims),
        service.valid_from,
        service.valid_to,
    )


def yesterday(today: date) -> date:
    """Return the last day of a service that is not offered from today on."""
    return today - timedelta(days=1)


def _too_long(service: Service) -> Iterator[InvalidInput]:
    for name, texts, most in (
        ("name", service.names, LONGEST_NAME),
        ("sentence", service.sentences, LONGEST_TEXT),
    ):
        for language, text in texts.items():
            if len(text) > most:
                yield InvalidInput(f"{name}_{language}", NOT_OVER, most=most)
    for field in ("organiser_name", "place", "times", "contact", "phone", "email", "note"):
        if len(getattr(service, field)) > LONGEST_TEXT:
            yield InvalidInput(field, NOT_OVER, most=LONGEST_TEXT)


def _is_shown(service: Service, today: date, chosen: ServiceFilter) -> bool:
    over = service.valid_to is not None and service.valid_to < today
    if over and not chosen.ended:
        return False
    if chosen.organiser not in (None, service.organiser):
        return False
    if chosen.statutory not in (None, service.statutory):
        return False
    if chosen.group is not None and service.groups and chosen.group not in service.groups:
        return False
    return _holds(service, chosen.typed)


def _holds(service: Service, typed: str) -> bool:
    """Tell whether all the words typed stand somewhere in the service."""
    texts = (*service.names.values(), *service.sentences.values(), service.organiser_name)
    searched = " ".join((*texts, service.place)).casefold()
    return all(word in searched for word in typed.casefold().split())


def _order(service: Service, language: str) -> tuple[bool, int, int, str]:
    points = known_points(service.points)
    first = min((number for number, p in enumerate(ProgrammePoint) if p in points), default=99)
    by_whom = list(Organiser).index(service.organiser)
    return (
        not service.statutory,
        first,
        by_whom,
        text_in(service.names, language)[0].casefold(),
    )

"""Everybody on a course, and how many places are taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.due import DueClient, find_clients
from kotoutus_desktop.casework.orientation.needs import languages_of
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.orientation import Course, Enrolment
from kotoutus_desktop.models.orientation import EnrolmentState as State
from kotoutus_desktop.rules.orientation import group_language_suits

TAKES_PLACE = (State.INVITED, State.ACCEPTED, State.COMPLETED)
"""Who has a place, or is being offered one."""
ON_LIST = (*TAKES_PLACE, State.RESERVE)
"""Who cannot be enrolled on the same course again."""


class Participant(NamedTuple):
    """A row of a course: the enrolment with its client, None for a guest or a lost one."""

    enrolment: Enrolment
    client: DueClient | None

    @property
    def name(self) -> str:
        """The name as lists of a course show it, which tell its place: the number of whoever
        must not be found.
        """
        if self.client is None:
            return self.enrolment.guest_name
        if self.client.hides_place:
            return self.client.number
        return self.client.full_name or self.client.own_script_name

    @property
    def is_guest(self) -> bool:
        """Whether the person is no client of the office."""
        return self.enrolment.client_id is None


@dataclass(frozen=True)
class Places:
    """How many places a course has, are taken (invited ones too), and wait on the reserve list."""

    places: int
    taken: int
    reserve: int

    @property
    def free(self) -> int:
        """How many places are free, never below 0."""
        return max(0, self.places - self.taken)


def participants(session: Session, course_id: UUID) -> list[Participant]:
    """Return everybody who was ever enrolled on a course, in the order of enrolment."""
    rows = session.scalars(
        select(Enrolment).where(Enrolment.course_id == course_id).order_by(Enrolment.id)
    ).all()
    clients = find_clients(session, {row.client_id for row in rows if row.client_id})
    return [Participant(row, clients.get(row.client_id) if row.client_id else None) for row in rows]


def places_of(session: Session, course: Course) -> Places:
    """Return how many places of a course are taken."""
    states = _states(session, course.id)
    taken = sum(state in TAKES_PLACE for state in states)
    return Places(course.places, taken, states.count(State.RESERVE))


def next_in_reserve(session: Session, course: Course) -> Participant | None:
    """Return the first of the reserve list while a place is free, else None."""
    if not places_of(session, course).free:
        return None
    waiting = (
        each for each in participants(session, course.id) if each.enrolment.state is State.RESERVE
    )
    return next(waiting, None)


def families(session: Session, clients: Sequence[UUID], course: Course) -> list[DueClient]:
    """Return who else of the households of these could come: same home, language known well."""
    homes = select(Client.household).where(Client.id.in_(clients), Client.household.is_not(None))
    there = select(Enrolment.client_id).where(
        Enrolment.course_id == course.id,
        Enrolment.state.in_(ON_LIST),
        Enrolment.client_id.is_not(None),
    )
    found = session.execute(
        select(Client.id, Client.mother_tongue, Client.other_languages).where(
            Client.household.in_(homes),
            Client.id.not_in(clients),
            Client.id.not_in(there),
            Client.closed_on.is_(None),
        )
    )
    suited = [
        key
        for key, tongue, others in found
        if group_language_suits(course.language, languages_of(tongue, others))
    ]
    return sorted(
        find_clients(session, suited).values(), key=lambda each: (each.sort_name, each.id)
    )


def _states(session: Session, course_id: UUID) -> list[State]:
    return list(session.scalars(select(Enrolment.state).where(Enrolment.course_id == course_id)))

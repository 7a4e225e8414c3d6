"""What of all clients is still to be entered in Koto-AJ or A-TMT.

A case that somebody may not open is left out, as if it were not there.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select, union
from sqlalchemy.orm import Session, selectinload

from kotoutus_desktop.casework.due import DueClient, find_clients
from kotoutus_desktop.casework.national.pack import Pack, PackMaker, PackSection, entered_of
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.casework.restricted import may_open
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Goal, Plan, PlanState, Review
from kotoutus_desktop.models.stored_field import EnteredField
from kotoutus_desktop.models.visit import visit_of
from kotoutus_desktop.progress import Report, ignore
from kotoutus_desktop.rules.registers import STORAGE_FROM, Register

AT_ONCE = 100  # cases that are read together


@dataclass(frozen=True)
class Waiting:
    """A client of whom something is still to be entered, in `sections`."""

    client: DueClient
    register: Register
    sections: tuple[PackSection, ...]

    @property
    def is_duty(self) -> bool:
        """Whether the Act orders something of it to be stored."""
        return any(section.is_duty for section in self.sections)

    @property
    def since(self) -> date:
        """The day of the oldest of them; where the Act orders some, of the oldest of these."""
        duty = [each.made_on for each in self.sections if each.is_duty]
        return min(duty or [each.made_on for each in self.sections])

    @property
    def fields(self) -> int:
        """How many fields are to be entered."""
        return sum(len(section.open_fields) for section in self.sections)

    @property
    def changed(self) -> int:
        """How many of them were entered and changed since."""
        return sum(each.is_changed for section in self.sections for each in section.open_fields)


def still_to_enter(session: Session, today: date, report: Report = ignore) -> list[Waiting]:
    """Return the clients of whom something is to be entered, duties first, the oldest first."""
    officer = visit_of(session).officer
    restricted = session.scalars(select(Client.id).where(Client.hides_place)).all()
    closed = {each for each in restricted if not may_open(session, each, officer)}
    cases = sorted(_stored(session, date.min) - closed)
    clients = find_clients(session, cases)
    found = []
    for done, (case, pack) in enumerate(_packs(session, cases, today), start=1):
        sections = tuple(each for each in pack.sections if each.open_fields)
        if sections and case in clients:
            found.append(Waiting(clients[case], pack.register, sections))
        report(done, len(cases))
    return sorted(found, key=lambda each: (not each.is_duty, each.since, each.client.sort_name))


def not_entered(session: Session, cases: Collection[UUID], today: date) -> set[UUID]:
    """Return of some cases those of which the Act orders something that was not entered."""
    asked = sorted(_stored(session, STORAGE_FROM) & set(cases))
    return {case for case, pack in _packs(session, asked, today) if pack.is_duty_open}


def count_untouched(session: Session) -> int:
    """Return of how many cases a record of 2027 or later was not entered at all.

    A quick count for Today; cases that may not be opened do not count.
    """
    officer = visit_of(session).officer
    entered = select(EnteredField.subject)
    found: set[UUID] = set()
    for model, day in _RECORDS:
        query = select(model.client_id).where(day >= STORAGE_FROM, model.id.not_in(entered))
        found |= set(session.scalars(query))
    restricted = session.scalars(select(Client.id).where(Client.hides_place)).all()
    closed = {each for each in restricted if each in found}
    return len(found - {each for each in closed if not may_open(session, each, officer)})


_RECORDS = (
    (Assessment, Assessment.completed_on),
    (Plan, Plan.made_on),
    (Review, Review.reviewed_on),
)


def _stored(session: Session, since: date) -> set[UUID]:
    """Return the cases with something to be stored that was made on a day or later."""
    drafts = Plan.state != PlanState.DRAFT
    made = union(
        select(Assessment.client_id).where(Assessment.completed_on >= since),
        select(Plan.client_id).where(Plan.made_on >= since, drafts),
        select(Review.client_id).where(Review.reviewed_on >= since, Review.completed),
    )
    return set(session.scalars(made))


def _packs(session: Session, cases: Sequence[UUID], today: date) -> Iterator[tuple[UUID, Pack]]:
    if not cases:
        return
    maker = PackMaker.read(session, the_office(session), today)
    for start in range(0, len(cases), AT_ONCE):
        part = cases[start : start + AT_ONCE]
        entered = entered_of(session, part)
        for client in session.scalars(select(Client).where(Client.id.in_(part)).options(*_WHOLE)):
            yield client.id, maker.pack(client, entered.get(client.id, ()))


_WHOLE = (
    selectinload(Client.contacts),
    selectinload(Client.jobseeker_periods),
    selectinload(Client.benefit_periods),
    selectinload(Client.assessments).options(
        selectinload(Assessment.heads),
        selectinload(Assessment.clarifying),
        selectinload(Assessment.participants),
    ),
    selectinload(Client.plans).options(
        selectinload(Plan.goals).selectinload(Goal.measures),
        selectinload(Plan.participants),
        selectinload(Plan.reviews),
    ),
)

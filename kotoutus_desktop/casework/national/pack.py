"""The pack of a client for Koto-AJ or A-TMT: what is typed there, and what was entered.

Every function works in the caller's transaction.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.facts import person_facts
from kotoutus_desktop.casework.national.teller import Teller
from kotoutus_desktop.casework.national.values import (
    Values,
    assessment_values,
    plan_values,
    review_values,
)
from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import PlanState
from kotoutus_desktop.models.stored_field import EnteredField
from kotoutus_desktop.rules.registers import (
    Register,
    must_be_stored_nationally,
    register_of,
)
from kotoutus_desktop.rules.stored_fields import StoredField, StoredRecord


@dataclass(frozen=True)
class Entered:
    """That a field was entered: when, where, as what, and by whom ("" where not known)."""

    on: date
    by: str
    register: Register
    value: str


@dataclass(frozen=True)
class PackField:
    """A heading with the text that is typed under it, "" for nothing to type."""

    field: StoredField
    value: str
    entered: Entered | None = None

    @property
    def is_changed(self) -> bool:
        """Whether the case says something else than what was entered."""
        return self.entered is not None and self.entered.value != self.value

    @property
    def is_open(self) -> bool:
        """Whether it is still to be entered, or to be entered anew."""
        return self.is_changed or (self.entered is None and bool(self.value))


@dataclass(frozen=True)
class PackSection:
    """An assessment, plan or review, as it is stored. `is_duty`: it must be stored there."""

    record: StoredRecord
    subject: UUID
    made_on: date
    fields: tuple[PackField, ...]

    @property
    def is_duty(self) -> bool:
        """Whether the Act orders it to be stored (§ 76(1), from 2027 on § 102(4))."""
        return must_be_stored_nationally(self.made_on)

    @property
    def open_fields(self) -> tuple[PackField, ...]:
        """The fields that are still to be entered."""
        return tuple(each for each in self.fields if each.is_open)


@dataclass(frozen=True)
class Pack:
    """Everything of a client that goes into a register, the oldest first."""

    register: Register
    sections: tuple[PackSection, ...]

    @property
    def is_entered(self) -> bool:
        """Whether nothing is still to be entered."""
        return not any(section.open_fields for section in self.sections)

    @property
    def is_duty_open(self) -> bool:
        """Whether something is to be entered that the Act orders to be stored."""
        return any(section.is_duty and section.open_fields for section in self.sections)


@dataclass(frozen=True)
class PackMaker:
    """What the packs of an office are made with, read once for many clients."""

    office: Office
    teller: Teller
    today: date

    @classmethod
    def read(cls, session: Session, office: Office, today: date) -> "PackMaker":
        """Return the maker of today's packs."""
        officers = {each.id: each for each in session.scalars(select(Officer))}
        return cls(office, Teller(office, officers, office_library(session), False), today)

    def pack(self, client: Client, entered: Sequence[EnteredField]) -> Pack:
        """Return the pack of a client who was loaded whole, with what was entered of it."""
        teller = Teller(self.office, self.teller.officers, self.teller.library, client.hides_place)
        known = {(each.subject, each.field): self._entered(each) for each in entered}
        found = sorted(_sections(teller, client, known), key=_order)
        return Pack(register_of(person_facts(client, self.today)), tuple(found))

    def _entered(self, row: EnteredField) -> Entered:
        officer = self.teller.officers.get(row.officer_id) if row.officer_id else None
        name = officer.name if officer else ""
        return Entered(row.entered_on, name, row.register, row.value)


def pack_of(session: Session, client: Client, office: Office, today: date) -> Pack:
    """Return the pack of one client, who must be loaded whole (`register.get_client`)."""
    maker = PackMaker.read(session, office, today)
    return maker.pack(client, entered_of(session, [client.id]).get(client.id, ()))


def entered_of(session: Session, clients: Sequence[UUID]) -> Mapping[UUID, list[EnteredField]]:
    """Return what was entered of some clients, of each the latest last."""
    found: dict[UUID, list[EnteredField]] = {}
    query = select(EnteredField).where(EnteredField.client_id.in_(clients))
    order = (EnteredField.entered_on, EnteredField.id)
    for each in session.scalars(query.order_by(*order)):
        found.setdefault(each.client_id, []).append(each)
    return found


@dataclass(frozen=True)
class Stamp:
    """Where something was entered, when and by whom."""

    register: Register
    on: date
    officer_id: UUID | None = None


def enter(
    session: Session, client_id: UUID, subject: UUID, fields: Sequence[PackField], stamp: Stamp
) -> None:
    """Record that fields were entered as they stand; what was entered before is replaced.

    A field that is empty now, and was entered with a value, is recorded as emptied.
    """
    for each in fields:
        take_back(session, subject, each.field)
        if each.value or each.entered:
            session.add(
                EnteredField(
                    client_id=client_id,
                    subject=subject,
                    field=each.field,
                    register=stamp.register,
                    value=each.value,
                    entered_on=stamp.on,
                    officer_id=stamp.officer_id,
                )
            )


def take_back(session: Session, subject: UUID, field: StoredField) -> None:
    """Take back that a field was entered; nothing happens where it was not."""
    query = select(EnteredField).where(EnteredField.subject == subject, EnteredField.field == field)
    for each in session.scalars(query).all():
        session.delete(each)


Known = Mapping[tuple[UUID, StoredField], Entered]


def _sections(teller: Teller, client: Client, known: Known) -> Iterator[PackSection]:
    assessments = {each.id: each for each in client.assessments}
    for assessment in client.assessments:
        if assessment.completed_on is not None:
            values = assessment_values(teller, assessment)
            where = (StoredRecord.ASSESSMENT, assessment.id, assessment.completed_on)
            yield _section(*where, values, known)
    for plan in client.plans:
        if plan.made_on is None or plan.state is PlanState.DRAFT:
            continue
        made_from = assessments.get(plan.assessment_id) if plan.assessment_id else None
        values = plan_values(teller, plan, made_from)
        yield _section(StoredRecord.PLAN, plan.id, plan.made_on, values, known)
        for review in plan.reviews:
            if review.completed and review.reviewed_on is not None:
                values = review_values(teller, review)
                yield _section(StoredRecord.REVIEW, review.id, review.reviewed_on, values, known)


def _section(
    record: StoredRecord, subject: UUID, made_on: date, values: Values, known: Known
) -> PackSection:
    fields = (
        PackField(field, value, known.get((subject, field))) for field, value in values.items()
    )
    return PackSection(record, subject, made_on, tuple(fields))


def _order(section: PackSection) -> tuple[date, int, UUID]:
    return section.made_on, list(StoredRecord).index(section.record), section.subject

"""What a counsellor does when a person becomes known to the office.

Every function works in the caller's transaction, and none of them ends it.
"""

import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from itertools import count
from uuid import UUID

from sqlalchemy import func, or_, select, union
from sqlalchemy.orm import Session, selectinload

from kotoutus_desktop.casework.name_index import index_client
from kotoutus_desktop.casework.restricted import keep_open, require_open
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.client import Client, ClosingReason, Precision
from kotoutus_desktop.models.joining import JoinedClient
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Goal, Plan
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.rules.identity_code import InvalidIdentityCode, identity_code

LONGEST_NAME = 300
EARLIEST_BIRTH = date(1900, 1, 1)
NAME_FIELDS = ("family_names", "given_names", "call_name", "own_script_name", "earlier_names")


def the_office(session: Session) -> Office:
    """Return the office of this file; there is one from the first start on."""
    return session.scalars(select(Office).order_by(Office.id).limit(1)).one()


def is_empty_office(session: Session) -> bool:
    """Tell whether nobody has been registered yet."""
    return session.scalars(select(Client.id).limit(1)).first() is None


def get_officer(session: Session, officer_id: UUID) -> Officer:
    """Return the counsellor with this id, who must exist."""
    return session.get_one(Officer, officer_id)


def officers(session: Session, including: UUID | None = None) -> list[Officer]:
    """Return who may be named on a form: those at work, and the one named before."""
    named = or_(Officer.active.is_(True), Officer.id == including)
    return list(session.scalars(select(Officer).where(named).order_by(Officer.name, Officer.id)))


def new_client(officer_id: UUID | None, now: datetime) -> Client:
    """Return a client of whom nothing is known yet, in the care of a counsellor."""
    return Client(officer_id=officer_id, created_at=now)


def get_client(session: Session, client_id: UUID) -> Client:
    """Return the client with the whole case loaded, so that it can be shown afterwards.

    Raises NotLetIn or ReasonNeeded at the door of a restricted case.
    """
    require_open(session, client_id)
    return session.scalars(
        select(Client)
        .where(Client.id == client_id)
        .options(
            selectinload(Client.contacts),
            selectinload(Client.jobseeker_periods),
            selectinload(Client.benefit_periods),
            selectinload(Client.obstacle_periods),
            selectinload(Client.guardians),
            selectinload(Client.sources),
            selectinload(Client.assessments).options(
                selectinload(Assessment.heads),
                selectinload(Assessment.told),
                selectinload(Assessment.clarifying),
                selectinload(Assessment.participants),
            ),
            selectinload(Client.referrals).selectinload(Referral.steps),
            selectinload(Client.plans).options(
                selectinload(Plan.goals).selectinload(Goal.measures),
                selectinload(Plan.participants),
                selectinload(Plan.reviews),
            ),
        )
    ).one()


def store_client(session: Session, client: Client, today: date) -> None:
    """Store the client, new or corrected, with a case number and the keys of the search.

    Raises InvalidInput, naming the field, when something cannot be right.
    """
    for fault in faults_of(client, today):
        raise fault
    if not client.number:
        client.number = next(next_numbers(session))
    session.add(client)
    session.flush()
    index_client(session, client)
    keep_open(session, client, today)


def faults_of(client: Client, today: date) -> Iterator[InvalidInput]:
    """Yield everything that cannot be right about a client, field by field."""
    yield from _faulty_names(client)
    yield from _faulty_birth(client, today)
    yield from _faulty_residence(client, today)
    yield from _faulty_periods(client)
    if client.email and "@" not in client.email:
        yield InvalidInput("email", N_("An e-mail address has an @ sign. Check the address."))


def close_client(
    session: Session, client: Client, on: date, reason: ClosingReason, note: str = ""
) -> None:
    """End the client relationship; the case stays and can be opened again.

    Raises KotoutusError while a plan is in force: it is ended first, with onward guidance.
    """
    if any(plan.made_on and plan.ended_on is None for plan in client.plans):
        raise KotoutusError(N_("A plan is still in force. End the plan first, then the case."))
    client.closed_on, client.closing_reason, client.closing_note = on, reason, note
    session.add(client)


def reopen_client(session: Session, client: Client) -> None:
    """Take up a closed case again."""
    client.closed_on, client.closing_reason, client.closing_note = None, None, ""
    session.add(client)


def next_numbers(session: Session) -> Iterator[str]:
    """Yield the next case numbers of this file: prefix and a running number of four digits."""
    prefix = f"{the_office(session).case_prefix}-"
    taken = session.scalars(
        union(
            *(
                select(func.substr(number, len(prefix) + 1)).where(number.startswith(prefix))
                for number in (Client.number, JoinedClient.number)
            )
        )
    )
    highest = max((int(number) for number in taken if number.isdigit()), default=0)
    return (f"{prefix}{number:04d}" for number in count(highest + 1))


def _faulty_names(client: Client) -> Iterator[InvalidInput]:
    if not client.full_name.strip():
        yield InvalidInput("family_names", N_("Write at least one name, as in the passport."))
    for field in NAME_FIELDS:
        name = getattr(client, field)
        if len(name) > LONGEST_NAME:
            yield InvalidInput(
                field,
                N_("The name is {length} characters long; {longest} fit. Shorten it."),
                length=len(name),
                longest=LONGEST_NAME,
            )
        if any(unicodedata.category(character) in ("So", "Sk", "Cc", "Cs") for character in name):
            yield InvalidInput(
                field, N_("A name is written with letters. Remove the emoji or other signs.")
            )


def _faulty_birth(client: Client, today: date) -> Iterator[InvalidInput]:
    if client.born and client.born > today:
        yield InvalidInput("born", N_("The date of birth is in the future. Check the date."))
    if client.born and client.born < EARLIEST_BIRTH:
        yield InvalidInput("born", N_("The date of birth is before 1900. Check the year."))
    if client.identity_code:
        try:
            identity_code(client.identity_code, today)
        except InvalidIdentityCode as error:
            yield InvalidInput("identity_code", IDENTITY_CODE_FAULTS[error.fault.value])


IDENTITY_CODE_FAULTS = {
    "form": N_("An identity code has 11 characters, for example 131052-308T. Check the code."),
    "separator": N_("The seventh character of the identity code is not in use. Check the code."),
    "date": N_("The first six digits of the identity code are not a date. Check the code."),
    "check": N_("The last character does not fit the identity code. Check each character."),
    "future": N_("The identity code has a date of birth in the future. Check the code."),
}


def disagreement(client: Client, today: date) -> date | None:
    """Return the birth date of the identity code when the recorded one says otherwise.

    It is said aloud, not refused: which of the two is right, the counsellor finds out.
    """
    if not client.identity_code or client.born_precision is not Precision.DAY:
        return None
    try:
        born = identity_code(client.identity_code, today).born
    except InvalidIdentityCode:
        return None
    return None if born == client.born else born


def _faulty_residence(client: Client, today: date) -> Iterator[InvalidInput]:
    granted = client.first_granted
    if granted and granted > today:
        yield InvalidInput(
            "first_granted", N_("The first permit cannot have been granted in the future.")
        )
    if granted and client.born and granted < client.born:
        yield InvalidInput(
            "first_granted", N_("The first permit is dated before the birth. Check both dates.")
        )
    if granted and client.permit_valid_until and client.permit_valid_until < granted:
        yield InvalidInput(
            "permit_valid_until", N_("The permit ends before it was granted. Check both dates.")
        )
    if client.arrived_on and client.arrived_on > today:
        yield InvalidInput("arrived_on", N_("The day of arrival is in the future. Check the date."))


def _faulty_periods(client: Client) -> Iterator[InvalidInput]:
    for field in ("jobseeker_periods", "benefit_periods", "obstacle_periods"):
        for period in getattr(client, field):
            if period.ends_on and period.ends_on < period.starts_on:
                yield InvalidInput(field, N_("A period ends before it begins. Check the dates."))

"""A case out of the database, for a case file."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casefile.case import Case
from kotoutus_desktop.casefile.reader import read_case
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.issued import OwnPhrase
from kotoutus_desktop.models.joining import numbered
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.phrases.library import Phrase

_NO_OFFICE = N_("The file holds no office and no counsellor yet. Finish the first start.")


def stored_case(session: Session, number: str, plan_number: int | None = None) -> Case:
    """Return the case of a client by case number, with the plan of a number or the latest.

    The assessment is the one that the plan rests on, else the latest; an agreed plan comes with
    the words of its phrases. Raises InvalidInput when there is not exactly one such client, or
    no such plan.
    """
    client = _client(session, number)
    plan = _plan(client, plan_number)
    office = session.scalars(select(Office)).first()
    if office is None:
        raise InvalidInput("office", _NO_OFFICE)
    owner = (plan.officer_id if plan else None) or client.officer_id
    assessments = {assessment.id: assessment for assessment in client.assessments}
    latest = max(assessments, default=None)
    rests_on = plan.assessment_id if plan else None
    chosen = rests_on if rests_on in assessments else latest
    return Case(
        office=office,
        officer=_officer(session, owner),
        client=client,
        assessment=assessments[chosen] if chosen else None,
        plan=plan,
        own_phrases=tuple(session.scalars(select(OwnPhrase))),
        phrases=_frozen_phrases(plan),
    )


def _frozen_phrases(plan: Plan | None) -> tuple[Phrase, ...]:
    if plan is None or plan.frozen_case is None:
        return ()
    return read_case(plan.frozen_case, frozen=True).phrases


def _client(session: Session, number: str) -> Client:
    found = session.scalars(select(Client).where(numbered(number.strip()))).all()
    if not found:
        raise InvalidInput("client", N_("No client has the number {number}."), number=number)
    if len(found) > 1:
        raise InvalidInput("client", N_("Several clients have the number {number}."), number=number)
    return found[0]


def _plan(client: Client, number: int | None) -> Plan | None:
    if number is None:
        return max(client.plans, key=lambda plan: plan.number, default=None)
    for plan in client.plans:
        if plan.number == number:
            return plan
    raise InvalidInput("plan", N_("The client has no plan {number}."), number=number)


def _officer(session: Session, owner: UUID | None) -> Officer:
    officer = session.get(Officer, owner) if owner else None
    officer = officer or session.scalars(select(Officer).order_by(Officer.id)).first()
    if officer is None:
        raise InvalidInput("office", _NO_OFFICE)
    return officer

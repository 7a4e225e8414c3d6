"""Setting aside the prompt to ask about the wellbeing services county, with a reason.

The Act obliges the county, and leaves the judgement to the counsellor: a prompt that is set
aside bars nothing (§§ 14(4), 20(2), 22(2)). Every function works in the caller's transaction.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.hand_over import CountySetAside

LONGEST_REASON = 500


def set_aside(
    session: Session, client_id: UUID, subject: UUID, reason: str, officer_id: UUID, today: date
) -> CountySetAside:
    """Set the prompt of an assessment, plan or review aside; an earlier reason gives way.

    Raises InvalidInput for `reason` when there is none or it is too long.
    """
    written = reason.strip()
    if not written:
        raise InvalidInput("reason", N_("Write the reason: it is kept with the case."))
    if len(written) > LONGEST_REASON:
        raise InvalidInput("reason", N_("Write at most 500 letters."))
    ask_again(session, subject)
    kept = CountySetAside(
        client_id=client_id,
        subject=subject,
        reason=written,
        set_on=today,
        officer_id=officer_id,
    )
    session.add(kept)
    return kept


def ask_again(session: Session, subject: UUID) -> None:
    """Show the prompt again; nothing happens where it was not set aside."""
    for kept in session.scalars(select(CountySetAside).where(CountySetAside.subject == subject)):
        session.delete(kept)


def asides_of(session: Session, client_id: UUID) -> frozenset[UUID]:
    """Return the assessments, plans and reviews of a client whose prompt was set aside."""
    kept = select(CountySetAside.subject).where(CountySetAside.client_id == client_id)
    return frozenset(session.scalars(kept))


def set_aside_of(session: Session, subject: UUID) -> CountySetAside | None:
    """Return why the prompt was set aside, None where it was not."""
    return session.scalars(
        select(CountySetAside)
        .where(CountySetAside.subject == subject)
        .order_by(CountySetAside.id.desc())
        .limit(1)
    ).one_or_none()

"""What left the program on paper, and what the client was given."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.models.issued import IssuedPaper, IssuedWay
from kotoutus_desktop.models.plan import Plan


def record_issued(
    session: Session,
    plan: Plan,
    content: bytes,
    languages: Sequence[str],
    way: IssuedWay,
    now: datetime,
) -> IssuedPaper:
    """Record that a paper was printed or saved, with the digest of its bytes."""
    paper = IssuedPaper(
        client_id=plan.client_id,
        plan_id=plan.id,
        languages=list(languages),
        way=way,
        issued_at=now,
        officer_id=plan.officer_id,
        digest=hashlib.sha256(content).hexdigest(),
    )
    session.add(paper)
    return paper


def papers_of(session: Session, client_id: UUID) -> Sequence[IssuedPaper]:
    """Return the papers that were made for a client, the oldest first."""
    return session.scalars(
        select(IssuedPaper)
        .where(IssuedPaper.client_id == client_id)
        .order_by(IssuedPaper.issued_at, IssuedPaper.id)
    ).all()


def mark_given(session: Session, plan: Plan, on: date, language: str) -> None:
    """Record that the client was given a copy of the plan, and in which language."""
    plan.copy_given_on, plan.copy_language = on, language
    session.add(plan)
    last = session.scalars(
        select(IssuedPaper)
        .where(IssuedPaper.plan_id == plan.id)
        .order_by(IssuedPaper.issued_at.desc())
        .limit(1)
    ).one_or_none()
    if last is not None:
        last.given_on = on

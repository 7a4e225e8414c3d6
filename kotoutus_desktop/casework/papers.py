"""What left the program on paper, and what the client was given."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.issued import IssuedPaper, IssuedWay
from kotoutus_desktop.models.plan import Plan


@dataclass(frozen=True)
class PaperOrigin:
    """Whose paper it is and which: `kind` names the document, of a notice with its version."""

    client_id: UUID
    kind: str = "plan"
    plan_id: UUID | None = None
    officer_id: UUID | None = None

    @classmethod
    def of_plan(cls, plan: Plan) -> "PaperOrigin":
        """Return the origin of the paper of a plan."""
        return cls(plan.client_id, "plan", plan.id, plan.officer_id)


def record_issued(
    session: Session,
    origin: PaperOrigin,
    content: bytes,
    languages: Sequence[str],
    way: IssuedWay,
    now: datetime,
) -> IssuedPaper:
    """Record that a paper was printed or saved, with the digest of its bytes; the log too."""
    paper = IssuedPaper(
        client_id=origin.client_id,
        plan_id=origin.plan_id,
        kind=origin.kind,
        languages=list(languages),
        way=way,
        issued_at=now,
        officer_id=origin.officer_id,
        digest=hashlib.sha256(content).hexdigest(),
    )
    session.add(paper)
    act = Act.PRINT if way is IssuedWay.PRINTED else Act.SAVE
    note(session.connection(), Note(act, origin.client_id, origin.kind, paper.id))
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
        .where(IssuedPaper.plan_id == plan.id, IssuedPaper.kind == "plan")
        .order_by(IssuedPaper.issued_at.desc())
        .limit(1)
    ).one_or_none()
    if last is not None:
        last.given_on = on

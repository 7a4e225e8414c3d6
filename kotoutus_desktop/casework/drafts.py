"""What is being typed, kept while it is typed, so that nothing is lost with the power.

It is its writer's: nobody else is shown a colleague's half-typed form.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

from kotoutus_desktop.models.draft import Draft
from kotoutus_desktop.models.visit import visit_of


def keep_draft(
    session: Session, form: str, subject: UUID | None, content: dict[str, Any], now: datetime
) -> Draft:
    """Keep what stands in a form in place of what was kept of it before.

    `subject` is the record that the form is about, None for a new one; `content` holds plain
    values as typed, also wrong ones.
    """
    draft = draft_of(session, form, subject)
    if draft is None:
        draft = Draft(form=form, subject=subject, content=content, saved_at=now)
        session.add(draft)
    draft.content = content
    draft.saved_at = now
    draft.officer_id = visit_of(session).officer
    return draft


def draft_of(session: Session, form: str, subject: UUID | None) -> Draft | None:
    """Return what was kept of a form; None when it was saved or closed properly."""
    query = select(Draft).where(Draft.form == form, Draft.subject == subject, _own(session))
    return session.scalars(query.order_by(Draft.saved_at.desc())).first()


def drafts(session: Session) -> list[Draft]:
    """Return everything that was left unfinished, the latest first."""
    query = select(Draft).where(_own(session)).order_by(Draft.saved_at.desc(), Draft.id)
    return list(session.scalars(query))


def discard_draft(session: Session, form: str, subject: UUID | None) -> None:
    """Forget what was kept of a form; nothing happens when there is nothing."""
    session.execute(
        delete(Draft).where(Draft.form == form, Draft.subject == subject, _own(session))
    )


def _own(session: Session) -> ColumnElement[bool]:
    return or_(Draft.officer_id == visit_of(session).officer, Draft.officer_id.is_(None))

"""What is being typed, kept while it is typed, so that nothing is lost with the power."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kotoutus_desktop.models.draft import Draft


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
    return draft


def draft_of(session: Session, form: str, subject: UUID | None) -> Draft | None:
    """Return what was kept of a form; None when it was saved or closed properly."""
    query = select(Draft).where(Draft.form == form, Draft.subject == subject)
    return session.scalars(query.order_by(Draft.saved_at.desc())).first()


def drafts(session: Session) -> list[Draft]:
    """Return everything that was left unfinished, the latest first."""
    return list(session.scalars(select(Draft).order_by(Draft.saved_at.desc(), Draft.id)))


def discard_draft(session: Session, form: str, subject: UUID | None) -> None:
    """Forget what was kept of a form; nothing happens when there is nothing."""
    session.execute(delete(Draft).where(Draft.form == form, Draft.subject == subject))

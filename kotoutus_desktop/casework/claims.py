"""Costs of which the State's reimbursement has to be applied for before the year ends (§ 70)."""

from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.work_list import OwnTask
from kotoutus_desktop.rules.reimbursement import CLAIM_YEARS, claim_latest

KNOWN_BEFORE = timedelta(days=90)  # a suggestion
MARKS = ("§ 70", "70 §")  # how a task about it is known, whichever language it is written in


def claim_to_plan(session: Session, today: date) -> int | None:
    """Return the year whose costs can be applied for until the end of this year.

    None earlier than ninety days before, while no client can have caused such costs, and once
    there is a task about it, open or done. Which costs there are is not known here.

    Source: 681/2023 § 70(1).
    """
    year = today.year - CLAIM_YEARS
    latest = claim_latest(year)
    if today < latest - KNOWN_BEFORE or not _may_have_caused_costs(session):
        return None
    texts = session.scalars(
        select(OwnTask.text).where(OwnTask.client_id.is_(None), OwnTask.due_on == latest)
    )
    planned = any(mark in text for text in texts for mark in MARKS)
    return None if planned else year


def _may_have_caused_costs(session: Session) -> bool:
    """Tell whether anybody is known for whom §§ 63-69 reimburse costs on application."""
    grounds = or_(
        Client.protection.is_not(None),
        Client.trafficking_victim,
        Client.came_unaccompanied,
    )
    return session.scalars(select(Client.id).where(grounds).limit(1)).first() is not None

"""Tasks that a counsellor sets themselves, with a client or without one.

Every function works in the caller's transaction.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.due import EVERYBODY, DueClient, find_clients, shown_clients
from kotoutus_desktop.casework.search import Filters
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.work_list import OwnTask

SOON = timedelta(days=30)
LONGEST_TASK = 300


class TaskRow(NamedTuple):
    """A task, and the client it concerns, if any."""

    task: OwnTask
    client: DueClient | None = None

    @property
    def text(self) -> str:
        """What a list shows of it: "" of a restricted case, for such words often name a place."""
        hidden = self.client is not None and self.client.hides_place
        return "" if hidden else self.task.text


def open_tasks(session: Session, today: date, filters: Filters = EVERYBODY) -> list[TaskRow]:
    """Return the tasks that are overdue or come due within thirty days, the soonest first.

    A filter by counsellor asks whose task it is, not whose client; the other filters leave
    out tasks that concern no client.
    """
    chosen = select(OwnTask).where(OwnTask.done_on.is_(None), OwnTask.due_on <= today + SOON)
    if filters.officer_id is not None:
        nobodys = OwnTask.officer_id.is_(None)
        chosen = chosen.where(or_(OwnTask.officer_id == filters.officer_id, nobodys))
    if filters.language or filters.municipality:
        theirs = select(Client.id).where(*shown_clients(replace(filters, officer_id=None)))
        chosen = chosen.where(OwnTask.client_id.in_(theirs))
    tasks = session.scalars(chosen.order_by(OwnTask.due_on, OwnTask.id)).all()
    clients = find_clients(session, {task.client_id for task in tasks if task.client_id})
    return [
        TaskRow(task, clients.get(task.client_id) if task.client_id else None) for task in tasks
    ]


def tasks_of(session: Session, client_id: UUID) -> list[OwnTask]:
    """Return the open tasks that concern a client, the soonest first."""
    return list(
        session.scalars(
            select(OwnTask)
            .where(OwnTask.client_id == client_id, OwnTask.done_on.is_(None))
            .order_by(OwnTask.due_on, OwnTask.id)
        )
    )


def add_task(
    session: Session,
    text: str,
    due_on: date | None,
    officer_id: UUID,
    today: date,
    client_id: UUID | None = None,
) -> OwnTask:
    """Set a task for a day; raises InvalidInput for `text` or `due_on`."""
    task = OwnTask(
        client_id=client_id,
        text=_text(text),
        due_on=_day(due_on),
        officer_id=officer_id,
        made_on=today,
    )
    session.add(task)
    return task


def change_task(session: Session, task_id: UUID, text: str, due_on: date | None) -> OwnTask:
    """Correct a task; raises InvalidInput for `text` or `due_on`."""
    task = session.get_one(OwnTask, task_id)
    task.text, task.due_on = _text(text), _day(due_on)
    return task


def tick(session: Session, task_id: UUID, today: date) -> OwnTask:
    """Mark a task as done."""
    task = session.get_one(OwnTask, task_id)
    task.done_on = today
    return task


def remove_task(session: Session, task_id: UUID) -> None:
    """Delete a task that was never to be."""
    session.delete(session.get_one(OwnTask, task_id))


def _text(text: str) -> str:
    written = " ".join(text.split())
    if not written:
        raise InvalidInput("text", N_("Write what is to be done."))
    if len(written) > LONGEST_TASK:
        raise InvalidInput("text", N_("Write at most {most} characters."), most=LONGEST_TASK)
    return written


def _day(day: date | None) -> date:
    if day is None:
        raise InvalidInput("due_on", N_("Write the day by which it is to be done."))
    return day

"""A case that leaves the program as a case file: through the door, and noted."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casefile.case import Case
from kotoutus_desktop.casefile.stored import stored_case
from kotoutus_desktop.casework.restricted import is_restricted, open_restricted
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.joining import numbered
from kotoutus_desktop.models.visit import visit_of

CASE_FILE = "case_file"


def case_to_export(
    session: Session, number: str, plan_number: int | None = None, reason: str = ""
) -> Case:
    """Return the case of a client by number, and note that it was exported.

    A restricted case needs a `reason`. Raises InvalidInput or NotLetIn.
    """
    for client_id in session.scalars(select(Client.id).where(numbered(number.strip()))):
        if is_restricted(session, client_id):
            open_restricted(session, client_id, reason)
    case = stored_case(session, number, plan_number)
    _note_export(session, case.client.id)
    return case


def _note_export(session: Session, client_id: UUID) -> None:
    actor = visit_of(session).officer
    note(session.connection(), Note(Act.EXPORT, client_id, CASE_FILE, client_id, actor=actor))

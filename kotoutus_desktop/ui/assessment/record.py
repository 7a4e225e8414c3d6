"""The assessment that a page shows, read from the file and written back to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kotoutus_desktop.casework import assess, register
from kotoutus_desktop.casework.facts import person_facts
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.rules.completeness import Missing
from kotoutus_desktop.rules.facts import Person
from kotoutus_desktop.ui.workspace import Workspace


@dataclass
class Case:
    """One assessment with whom it is about.

    What is typed may be written into `assessment` to see what is still missing: it is a copy
    outside of any session, and never stored.
    """

    client: Client
    assessment: Assessment
    office: Office
    officers: list[Officer]
    person: Person

    def officer(self) -> Officer | None:
        """Return the counsellor of the assessment, None while nobody is named."""
        return next((o for o in self.officers if o.id == self.assessment.officer_id), None)

    def missing(self) -> list[Missing]:
        """Return what is still missing from what stands in the copy."""
        return assess.missing(self.assessment, self.officer())


def begin(workspace: Workspace, client_id: UUID, *, anew: bool = False) -> UUID:
    """Return the assessment to work on: the open one, else the completed one, else a new one.

    Coming back to the page must not begin another assessment by itself; `anew` does.
    """
    with workspace.database.transaction() as session:
        client = register.get_client(session, client_id)
        kept = assess.unfinished_assessment(client) or assess.completed_assessment(client)
        if kept is not None and not (anew and kept.completed_on):
            return kept.id
        opened = assess.open_assessment(
            session, client, workspace.officer_id, workspace.today(), workspace.now()
        )
        return opened.id


def read(workspace: Workspace, client_id: UUID, record: UUID) -> Case:
    """Read the assessment and the client as they are kept now."""
    with workspace.database.reading() as session:
        client = register.get_client(session, client_id)
        assessment = of_client(client, record)
        return Case(
            client,
            assessment,
            register.the_office(session),
            register.officers(session, including=assessment.officer_id),
            person_facts(client, workspace.today()),
        )


def write(
    session: Any, client_id: UUID, record: UUID, change: Callable[[Assessment], None]
) -> Assessment:
    """Let `change` write to the kept assessment and return it, in the caller's transaction."""
    assessment = of_client(register.get_client(session, client_id), record)
    change(assessment)
    return assessment


def of_client(client: Client, record: UUID) -> Assessment:
    """Return the client's assessment with an id, which must exist."""
    return next(assessment for assessment in client.assessments if assessment.id == record)

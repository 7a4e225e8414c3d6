"""The integration plan as a sheet (§§ 18-24)."""

from typing import Unpack

from kotoutus_desktop.documents import plan_frame
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.plan_rows import plan_parts
from kotoutus_desktop.documents.plan_source import PlanSource
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.words import HEAD
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.phrases.library import library


def plan_sheet(
    office: Office,
    officer: Officer,
    client: Client,
    plan: Plan,
    **edition: Unpack[Edition],
) -> Sheet:
    """Copy what is printed from the records; they are not needed any more afterwards."""
    phrases = edition.get("library") or library()
    source = PlanSource(office, officer, client, edition["official"], phrases, plan)
    content = Content(
        title=HEAD.title,
        facts=plan_frame.facts(source, with_identity_code=edition.get("with_identity_code", False)),
        parts=plan_parts(source),
        statements=plan_frame.statements(source),
        signatures=plan_frame.signatures(source),
        runs_as=(plan_frame.which_plan(plan),),
    )
    return client_sheet(source, content, edition)

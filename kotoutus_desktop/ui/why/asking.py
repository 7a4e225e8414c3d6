"""From "why?" anywhere in the program to what the one side panel says."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from kotoutus_desktop.casework.overview import case_standing
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.casework.statutes import statute_files
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.due import DueItem
from kotoutus_desktop.rules.next_step import next_step
from kotoutus_desktop.rules.reason import Reason
from kotoutus_desktop.rules.reasons import about, asked, of_case, of_due
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.why.case import why_step
from kotoutus_desktop.ui.why.fields import forms_of
from kotoutus_desktop.ui.why.why import Why, of_reason
from kotoutus_desktop.ui.why.why_view import Around, WhyView
from kotoutus_desktop.ui.workspace import Workspace


def why_section(
    workspace: Workspace, section: Section, client_id: UUID | None, here: Sequence[Reason] = ()
) -> list[Why]:
    """Return the dates of a client that rest on a section, or what the section is about.

    `here` are the sums of what is typed on the page and not recorded yet: they go before what
    is recorded.
    """
    found = about(section, here)
    if client_id is not None and not found:
        with workspace.database.reading() as session:
            client, office = get_client(session, client_id), the_office(session)
            today = workspace.today()
            found = about(section, of_case(case_standing(client, office, today), today))
    return [of_reason(reason) for reason in found] or [Why("", asked(section))]


def why_due(workspace: Workspace, client_id: UUID, item: DueItem) -> Why:
    """Return why a row of a work list is due when it is, for the client of the row."""
    today = workspace.today()
    with workspace.database.reading() as session:
        standing = case_standing(get_client(session, client_id), the_office(session), today)
    return replace(of_reason(of_due(standing, item, today)), client=client_id)


def why_next(workspace: Workspace, client_id: UUID) -> Why:
    """Return why the next step of a client is due when it is."""
    today = workspace.today()
    with workspace.database.reading() as session:
        standing = case_standing(get_client(session, client_id), the_office(session), today)
    return replace(why_step(standing, next_step(standing, today), today), client=client_id)


def panel_title(whys: Sequence[Why]) -> str:
    """Return the title of the panel for these."""
    dated = sum(why.reason.result is not None for why in whys)
    if dated > 1:
        return _("Why these dates?")
    return _("Why this date?") if dated else _("Why?")


def panel_content(workspace: Workspace, whys: Sequence[Why], client_id: UUID | None) -> WhyView:
    """Return what the panel shows; the fields lead into the forms of this client."""
    today = workspace.today()
    with workspace.database.reading() as session:
        forms = forms_of(get_client(session, client_id), today) if client_id else {}
        around = Around(today, forms, statute_files(session))
    return WhyView(whys, around)

"""Why a row of Today is there when it is."""

from kotoutus_desktop.casework.due import DueRow
from kotoutus_desktop.casework.overview import case_standing
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.rules.due import due_items
from kotoutus_desktop.rules.reasons import asked, of_due
from kotoutus_desktop.ui.why.why import Why, of_reason
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace


def why_row(workspace: Workspace, row: DueRow) -> Why:
    """Return the reason of the case as it stands; the section alone for a day to come."""
    today = workspace.today()
    with workspace.database.reading() as session:
        client = get_client(session, row.client.id)
        standing = case_standing(client, the_office(session), today)
    if row.item in due_items(standing, today):
        return of_reason(of_due(standing, row.item, today))
    return Why(enum_text(row.item.kind), asked(row.item.section))

"""The client's sheet of services, from the catalogue to the sheet."""

from typing import TYPE_CHECKING
from uuid import UUID

from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.casework.register import get_client, get_officer, the_office
from kotoutus_desktop.casework.services.suiting import services_for
from kotoutus_desktop.documents.service_sheet import service_sheet
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_

if TYPE_CHECKING:
    from datetime import date

    from kotoutus_desktop.models.database import Database

NONE_TO_TELL = N_("No service of the catalogue is offered to this client. Look at Services.")


def sheet_of_services(
    database: "Database", client_id: UUID, officer_id: UUID, edition: Edition, today: "date"
) -> Sheet:
    """Return the sheet of what the plan names and of what else is offered and suits.

    Raises KotoutusError when there is nothing to tell.
    """
    with database.reading() as session:
        client, office = get_client(session, client_id), the_office(session)
        officer = get_officer(session, client.officer_id or officer_id)
        found = services_for(session, client, today, edition["official"])
        edition["library"] = office_library(session)
    if not found.planned and not found.others:
        raise KotoutusError(NONE_TO_TELL)
    return service_sheet(office, officer, client, (found.planned, found.others), **edition)

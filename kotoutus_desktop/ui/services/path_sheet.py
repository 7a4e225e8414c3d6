"""From a path of the file to the sheet that is drawn, in a language."""

from uuid import UUID

from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.casework.services.paths import boxes_of, get_path
from kotoutus_desktop.casework.services.texts import text_in
from kotoutus_desktop.documents.path_pdf import PathSheet, Step
from kotoutus_desktop.documents.programme_words import GROUPS, ORGANISERS, capital
from kotoutus_desktop.documents.source import official_text
from kotoutus_desktop.i18n import interface_catalog
from kotoutus_desktop.models.service import Service, known_groups
from kotoutus_desktop.ui.workspace import Workspace


def path_sheet(workspace: Workspace, path_id: UUID, language: str) -> PathSheet:
    """Return a path as it is drawn."""
    said = interface_catalog(language).gettext
    with workspace.database.reading() as session:
        path, office = get_path(session, path_id), the_office(session)
        boxes = boxes_of(session, path, language, workspace.today())
    groups = ", ".join(said(GROUPS[group]) for group in known_groups(path.groups))
    steps = [
        Step(
            box.text,
            organiser_in(box.service, language) if box.service else "",
            box.after_weeks,
            box.is_offered,
        )
        for box in boxes
    ]
    return PathSheet(
        office=official_text(language, office.name_fi, office.name_sv),
        title=text_in(path.names, language)[0],
        sentence=text_in(path.sentences, language)[0],
        groups=capital(groups),
        steps=steps,
        language=language,
    )


def organiser_in(service: Service, language: str) -> str:
    """Return who arranges a service, in a language."""
    kind = interface_catalog(language).gettext(ORGANISERS[service.organiser])
    return service.organiser_name or kind

"""A service as a row of a list, and in words."""

from datetime import date

from kotoutus_desktop.casework.services.texts import text_in
from kotoutus_desktop.i18n import _, interface_language, ngettext
from kotoutus_desktop.models.service import Service, known_groups
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.words import date_text, enum_text, language_name

COLUMNS = (
    ListColumn(share=7),
    ListColumn(share=3),
    ListColumn(share=3, folds=True),
    ListColumn(width=150),
)
FEW = 3


def service_name(service: Service) -> str:
    """Return what a service is called in the interface's language, or in another that it has."""
    return text_in(service.names, interface_language())[0]


def service_face(service: Service, today: date) -> RowFace:
    """Return the row: name and sentence, whose it is and where, how soon, whether offered."""
    sentence, _code = text_in(service.sentences, interface_language())
    state, tone = offered_text(service, today)
    cells = (
        Cell(service_name(service), sentence, strong=True, small_note=True),
        Cell(organiser_text(service), _middle_dots(service.place, service.times)),
        Cell(_for_whom(service), _middle_dots(_languages(service), *room_texts(service))),
        Cell(state, tone=tone, kind=CellKind.CHIP),
    )
    said = ", ".join(text for cell in cells for text in (cell.text, cell.note) if text)
    return RowFace(cells, said.replace(" · ", ", "))


def organiser_text(service: Service) -> str:
    """Return who arranges a service: by name where it is written."""
    kind = enum_text(service.organiser)
    return f"{service.organiser_name} ({kind})" if service.organiser_name else kind


def offered_text(service: Service, today: date) -> tuple[str, str]:
    """Return whether a service is offered, with its tone."""
    if service.valid_to is not None and service.valid_to < today:
        return _("ended {date}").format(date=date_text(service.valid_to)), "warning"
    if service.valid_from is not None and service.valid_from > today:
        return _("from {date}").format(date=date_text(service.valid_from)), "info"
    if service.valid_to is not None:
        return _("until {date}").format(date=date_text(service.valid_to)), "success"
    return (_("statutory"), "accent") if service.statutory else (_("offered"), "success")


def room_texts(service: Service) -> list[str]:
    """Return how many it takes and how long one waits, as far as it is known."""
    texts = []
    if service.places is not None:
        many = ngettext("{n} place", "{n} places", service.places)
        texts.append(many.format(n=service.places))
    if service.waiting_weeks == 0:
        texts.append(_("no waiting"))
    elif service.waiting_weeks:
        many = ngettext("waiting {n} week", "waiting {n} weeks", service.waiting_weeks)
        texts.append(many.format(n=service.waiting_weeks))
    return texts


def _for_whom(service: Service) -> str:
    groups = [enum_text(group) for group in known_groups(service.groups)]
    return ", ".join(groups) or _("for everybody")


def _languages(service: Service) -> str:
    names = [language_name(code) for code in service.languages]
    more = [f"+{len(names) - FEW}"] if len(names) > FEW else []
    return ", ".join([*names[:FEW], *more])


def _middle_dots(*texts: str) -> str:
    return " · ".join(text for text in texts if text)

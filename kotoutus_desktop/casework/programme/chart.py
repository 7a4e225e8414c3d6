"""The programme as a chart: who arranges what, from the catalogue of a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.services.catalogue import as_offered, offered_services
from kotoutus_desktop.casework.services.texts import text_in
from kotoutus_desktop.models.programme import DocumentKind, ProgrammeDocument
from kotoutus_desktop.models.service import Organiser, Service
from kotoutus_desktop.rules.programme_gaps import ProgrammeGap, programme_gaps

PARTIES = (Organiser.MUNICIPALITY, Organiser.EMPLOYMENT_AREA, Organiser.COUNTY)
"""Those who have a part of their own in the programme."""


@dataclass(frozen=True)
class Chart:
    """What the chart shows: the planning document above, the parts, other services below.

    `strategy` is the strategic document, None where none is written. `parts` holds the
    statutory services of each party, `others` the names of what is not statutory.
    """

    strategy: ProgrammeDocument | None
    parts: Mapping[Organiser, Sequence[str]]
    others: Sequence[str]


def chart_of(session: Session, day: date, language: str) -> Chart:
    """Return the chart of the services that are offered on a day, named in a language.

    A statutory service that is arranged jointly or by an association stands among the
    municipality's: the municipality is responsible for the programme (§ 46).
    """
    offered = offered_services(session, day, language)
    parts: dict[Organiser, list[str]] = {party: [] for party in PARTIES}
    for service in offered:
        if service.statutory:
            party = service.organiser if service.organiser in PARTIES else PARTIES[0]
            parts[party].append(_name(service, language))
    others = [_name(service, language) for service in offered if not service.statutory]
    return Chart(the_document(session, DocumentKind.STRATEGY), parts, others)


def gaps_of(session: Session, day: date, language: str) -> list[ProgrammeGap]:
    """Return what the catalogue of a day leaves out of § 13(1)."""
    offered = offered_services(session, day, language)
    return programme_gaps([as_offered(service) for service in offered], day)


def the_document(session: Session, kind: DocumentKind) -> ProgrammeDocument | None:
    """Return the document of a kind that is in use, None where none is written yet."""
    found = select(ProgrammeDocument).where(ProgrammeDocument.kind == kind)
    return session.scalars(found.order_by(ProgrammeDocument.id)).first()


def _name(service: Service, language: str) -> str:
    return text_in(service.names, language)[0]

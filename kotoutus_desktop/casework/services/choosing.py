"""A service of the catalogue in a plan: its words stay there when the service changes."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.models.issued import OwnPhrase
from kotoutus_desktop.models.plan import Measure
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.phrases.wording import Wording


def wording_of(session: Session, service: Service) -> Wording:
    """Return the name of a service as a plan says it, in every language that it has.

    It is a phrase of the office that is not offered among the others. Another name makes
    another phrase: what earlier plans say does not change.
    """
    kind = PhraseKind.MEASURE.value
    known = session.scalars(select(OwnPhrase).where(OwnPhrase.kind == kind))
    row = next((each for each in known if each.texts == service.names), None)
    if row is None:
        code = office_library(session).next_own_code()
        row = OwnPhrase(code=code, kind=kind, texts=dict(service.names), active=False)
        session.add(row)
        session.flush()
    return Wording.of(row.code)


def fill_measure(measure: Measure, service: Service, provider: str) -> None:
    """Write what the catalogue knows of a service into a measure of a plan.

    `provider` is the name of who arranges it where the service names nobody.
    """
    measure.service_id = service.id
    measure.kind = service.kind
    measure.provider = service.organiser_name or provider
    measure.extent = service.times
    measure.language = service.languages[0] if len(service.languages) == 1 else ""

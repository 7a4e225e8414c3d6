"""The client's sheet of services: what each is, where, when, and whom to ask."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Unpack

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.orientation_words import SCHEDULE
from kotoutus_desktop.documents.rows import Line, Lines, numbered
from kotoutus_desktop.documents.said import Amount, Plain, Tongue, Words
from kotoutus_desktop.documents.service_words import SERVICES
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.source import Source, named
from kotoutus_desktop.documents.words import MEASURES, RIGHTS
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.phrases.library import Library, OfficePhrase, PhraseKind, library
from kotoutus_desktop.phrases.wording import Wording

CENTS = Decimal(100)


def service_sheet(
    office: Office,
    officer: Officer,
    client: Client,
    services: tuple[Sequence[Service], Sequence[Service]],
    **edition: Unpack[Edition],
) -> Sheet:
    """Return the sheet: the services of the plan, then others that suit.

    `services` are those two lists. A name or sentence that the client's language lacks stands
    in another and says so. For a client whose place is hidden no place, time or telephone of a
    service is named, and nothing that tells where the client would be.
    """
    planned, others = services
    phrases = _with_texts(edition.get("library") or library(), [*planned, *others])
    edition["library"] = phrases
    source = Source(office, officer, client, edition["official"], phrases)
    parts: list[tuple[str, list[Lines]]] = [
        (SERVICES.planned, [_service(source, each) for each in planned]),
        (SERVICES.others, [_service(source, each) for each in others]),
        (RIGHTS.contact, [(*frame.contact_lines(source), Line(Words(SERVICES.changes)))]),
    ]
    content = Content(
        title=SERVICES.title, facts=tuple(frame.whose(client)), parts=numbered(1, parts)
    )
    return client_sheet(source, content, edition)


def _with_texts(phrases: Library, services: Iterable[Service]) -> Library:
    """Return a library that holds names and sentences of services as phrases of the office."""
    given = [
        OfficePhrase(_code(kind, service), PhraseKind.MEASURE, texts)
        for service in services
        for kind, texts in (("name", service.names), ("sentence", service.sentences))
        if texts
    ]
    return phrases.including(given)


def _code(kind: str, service: Service) -> str:
    return f"service-{kind}-{service.id}"


def _service(source: Source, service: Service) -> Lines:
    lines = [Line(Wording.of(_code("name", service)), strong=True)]
    if service.sentences:
        lines.append(Line(Wording.of(_code("sentence", service))))
    lines += named(service.organiser_name, MEASURES.provider)
    lines += [Line(Tongue(code), MEASURES.language) for code in service.languages]
    lines += _price_and_waiting(service)
    if source.hides_places:
        return (*lines, Line(Words(SCHEDULE.ask_place))) if service.place else tuple(lines)
    lines += named(service.place, SCHEDULE.where)
    lines += source.typed(service.times, MEASURES.time)
    return (*lines, *_contact(service))


def _price_and_waiting(service: Service) -> list[Line]:
    lines = []
    if service.price == 0:
        lines.append(Line(Words(SERVICES.free)))
    elif service.price is not None:
        amount = {"amount": Amount(Decimal(service.price) / CENTS)}
        lines.append(Line(Words(SERVICES.price, amount)))
    if service.waiting_weeks:
        weeks = {"weeks": Plain(str(service.waiting_weeks))}
        lines.append(Line(Words(SERVICES.waiting, weeks)))
    return lines


def _contact(service: Service) -> list[Line]:
    lines = [Line(Plain(service.contact))] if service.contact else []
    if service.phone:
        lines.append(Line(Words(RIGHTS.telephone, {"number": Plain(service.phone)})))
    if service.email:
        lines.append(Line(Words(RIGHTS.email, {"address": Plain(service.email)})))
    return lines

"""The certificate of civic orientation: hours by topic, whole or of participation.

No law asks for one. It says "completed" only where hours, topics and grounds are all there
(Decree 576/2024 §§ 1-3), and otherwise that it shows participation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Unpack

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.orientation_words import CERTIFICATE, SIGN_IN, TOPICS
from kotoutus_desktop.documents.rows import Line, Part, Row, Signature
from kotoutus_desktop.documents.said import Day, Plain, Said, Tongue, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.documents.words import MEASURES, SIGNATURES
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.rules.orientation_topics import TopicHours


@dataclass(frozen=True)
class CertifiedCourse:
    """A course that is certified: its name on paper, language, trainers, first and last day."""

    name: str
    language: str
    trainers: tuple[str, ...]
    first: date
    last: date


@dataclass(frozen=True)
class Certified:
    """What a certificate says. `rows` are minutes by topic, `earlier` those done elsewhere."""

    complete: bool
    rows: tuple[TopicHours, ...]
    earlier: int
    courses: tuple[CertifiedCourse, ...]


@dataclass(frozen=True)
class HoursRow:
    """A line of the table: what, and the hours of teaching and of self-study as text."""

    said: Words
    teaching: str
    self_study: str


@dataclass(frozen=True)
class Certificate:
    """The paper. `problems(certificate.sheet)` says what stands in the way of printing it."""

    sheet: Sheet
    rows: tuple[HoursRow, ...]


def certificate(
    office: Office,
    officer: Officer,
    client: Client,
    certified: Certified,
    **edition: Unpack[Edition],
) -> Certificate:
    """Return the certificate: of the whole orientation where it is complete."""
    source = Source(
        office, officer, client, edition["official"], edition.get("library") or library()
    )
    rows = _rows(certified)
    table = Part(
        Words(CERTIFICATE.topic),
        tuple(Row("", (Line(row.said),)) for row in rows),
    )
    content = Content(
        title=CERTIFICATE.title if certified.complete else CERTIFICATE.title_part,
        facts=(*frame.whose(client)[:1], *_facts(certified)),
        parts=(table,),
        statements=(
            Words(CERTIFICATE.completed if certified.complete else CERTIFICATE.part),
            *map(Words, (CERTIFICATE.shared, CERTIFICATE.ground)),
            *map(Words, (CERTIFICATE.teaching, CERTIFICATE.self_study)),
        ),
        signatures=(Signature(Words(SIGNATURES.counsellor), officer.name),),
    )
    return Certificate(client_sheet(source, content, edition), rows)


def hours_text(minutes: int) -> str:
    """Write minutes as hours and minutes, the same in every language: 4:30; "" for none."""
    return f"{minutes // 60}:{minutes % 60:02d}" if minutes else ""


def _facts(certified: Certified) -> Sequence[Said]:
    facts: list[Said] = []
    for course in certified.courses:
        facts.append(Words(SIGN_IN.course, {"name": Plain(course.name)}))
        facts.append(Words(MEASURES.period, {"start": Day(course.first), "end": Day(course.last)}))
        facts.append(Tongue(course.language))
        facts += [Words(SIGN_IN.trainer, {"name": Plain(name)}) for name in course.trainers]
    return facts


def _rows(certified: Certified) -> tuple[HoursRow, ...]:
    named = {each.topic: each for each in certified.rows}
    found = [(text, named[topic]) for topic, text in TOPICS.items() if topic in named]
    found += [(CERTIFICATE.other, each) for each in certified.rows if each.topic is None]
    rows = [
        HoursRow(Words(text), hours_text(each.teaching), hours_text(each.self_study))
        for text, each in found
    ]
    if certified.earlier:
        rows.append(HoursRow(Words(CERTIFICATE.earlier), hours_text(certified.earlier), ""))
    teaching = certified.earlier + sum(each.teaching for each in certified.rows)
    alone = sum(each.self_study for each in certified.rows)
    return (*rows, HoursRow(Words(CERTIFICATE.total), hours_text(teaching), hours_text(alone)))

"""The versions of the documents: as they were given out, kept word for word."""

import hashlib
import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.casework.services.catalogue import offered_services
from kotoutus_desktop.models.programme import (
    DocumentKind,
    ProgrammeDocument,
    ProgrammeGoal,
    ProgrammeVersion,
)
from kotoutus_desktop.models.service import Service


def content_of(session: Session, document: ProgrammeDocument, day: date) -> dict[str, Any]:
    """Return everything that a document says on a day, in all its languages, as plain values.

    The services are those that the catalogue offers on the day.
    """
    office = the_office(session)
    return {
        "kind": document.kind.value,
        "office": {"fi": office.name_fi, "sv": office.name_sv or office.name_fi},
        "titles": dict(document.titles),
        "starts_on": _day(document.starts_on),
        "ends_on": _day(document.ends_on),
        "approved_by": document.approved_by,
        "approved_on": _day(document.approved_on),
        "heads": {code: dict(texts) for code, texts in document.heads.items()},
        "groups": {code: dict(texts) for code, texts in document.groups.items()},
        "services": [_service(each) for each in offered_services(session, day, "fi")],
        "goals": [_goal(goal) for goal in document.goals],
        "partners": [
            {"name": each.name, "kind": each.kind.value, "part": dict(each.part)}
            for each in document.partners
        ],
        "day": day.isoformat(),
    }


def give_out(
    session: Session, document: ProgrammeDocument, officer_id: UUID | None, now: datetime
) -> ProgrammeVersion:
    """Keep a document as it is now under the next number; later changes leave it alone."""
    content = content_of(session, document, now.astimezone().date())
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    last = session.scalar(
        select(func.max(ProgrammeVersion.number)).where(ProgrammeVersion.kind == document.kind)
    )
    version = ProgrammeVersion(
        document_id=document.id,
        kind=document.kind,
        number=(last or 0) + 1,
        issued_at=now,
        officer_id=officer_id,
        content=text,
        digest=_digest(text),
    )
    session.add(version)
    session.flush()
    return version


def versions_of(session: Session, kind: DocumentKind) -> list[ProgrammeVersion]:
    """Return the versions of a kind, the latest first."""
    found = select(ProgrammeVersion).where(ProgrammeVersion.kind == kind)
    return list(session.scalars(found.order_by(ProgrammeVersion.number.desc())))


def kept_content(version: ProgrammeVersion) -> dict[str, Any]:
    """Return what a version says.

    Raises ValueError when its text is not the one that was given out.
    """
    if _digest(version.content) != version.digest:
        raise ValueError(f"version {version.number} was changed after it was given out")
    content: dict[str, Any] = json.loads(version.content)
    return content


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _service(service: Service) -> dict[str, Any]:
    return {
        "names": dict(service.names),
        "sentences": dict(service.sentences),
        "statutory": service.statutory,
        "points": list(service.points),
        "organiser": service.organiser.value,
        "organiser_name": service.organiser_name,
        "groups": list(service.groups),
    }


def _goal(goal: ProgrammeGoal) -> dict[str, Any]:
    return {
        "area": goal.area.value,
        "goal": dict(goal.goal),
        "indicator": dict(goal.indicator),
        "measures": dict(goal.measures),
        "responsible": goal.responsible,
        "starts_on": _day(goal.starts_on),
        "ends_on": _day(goal.ends_on),
        "state": goal.state.value,
        "follow_ups": [
            {"on": _day(each.followed_on), "state": each.state.value, "found": each.found}
            for each in goal.follow_ups
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

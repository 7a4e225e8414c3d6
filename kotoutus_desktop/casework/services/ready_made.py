"""Ready-made services and paths: what an office begins its catalogue with."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.assets import resource
from kotoutus_desktop.casework.services.catalogue import store_service
from kotoutus_desktop.models.service import Organiser, PathStep, Service, ServicePath
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES, documents_catalog
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.rules.facts import MeasureKind

_FULL_STOPS = ". \u3002\u0964\u06d4\u1362\u104b"  # of every script: names have none


class ReadySet(StrEnum):
    """The lists that can be added, in the order in which they are offered."""

    MUNICIPALITY = "municipality"  # § 13(1), point by point
    EMPLOYMENT_AREA = "employment_area"  # the same for registered jobseekers (§ 3), and its own
    COUNTY = "county"  # § 50
    OTHER = "other"  # beside what the Act obliges to
    PATHS = "paths"


@dataclass(frozen=True)
class ReadyService:
    """A service that can be added; `message` and `phrase` name translations of its name."""

    key: str
    of: ReadySet
    values: Mapping[str, Any]

    def names(self) -> dict[str, str]:
        """Return its names: the makers' own, and those of the catalogs of the papers."""
        own = dict(self.values["names"])
        found = {code: self._translated(code) for code in CLIENT_LANGUAGES if code not in own}
        return own | {code: text for code, text in found.items() if text}

    def _translated(self, language: str) -> str:
        if message := self.values.get("message"):
            return documents_catalog(language).text(message) or ""
        phrase = library().get(self.values.get("phrase", ""))
        text = (phrase.pattern(language) or "") if phrase else ""
        return text.rstrip(_FULL_STOPS)

    def made(self) -> Service:
        """Return a new service with these values."""
        given = self.values
        return Service(
            names=self.names(),
            sentences=dict(given["sentences"]),
            statutory=given.get("statutory", False),
            points=list(given.get("points", ())),
            aims=list(given.get("aims", ())),
            groups=list(given.get("groups", ())),
            kind=MeasureKind(given["kind"]),
            organiser=Organiser(given["organiser"]),
            template=self.key,
        )


@cache
def ready_services() -> tuple[ReadyService, ...]:
    """Return every ready-made service, list by list."""
    return tuple(
        ReadyService(entry["key"], ReadySet(entry["set"]), entry) for entry in _read()["services"]
    )


def add_set(session: Session, chosen: ReadySet) -> int:
    """Add the services or paths of a list that the catalogue does not have yet; return how many.

    The paths bring the services that they lead through.
    """
    if chosen is ReadySet.PATHS:
        return _add_paths(session)
    wanted = [ready for ready in ready_services() if ready.of is chosen]
    before = set(_by_template(session))
    _services(session, [ready.key for ready in wanted])
    return len([ready for ready in wanted if ready.key not in before])


def _add_paths(session: Session) -> int:
    known = set(session.scalars(select(ServicePath.template)))
    added = [entry for entry in _read()["paths"] if entry["key"] not in known]
    for entry in added:
        named = [what for what, _weeks in entry["steps"] if isinstance(what, str)]
        services = _services(session, named)
        path = ServicePath(
            names=dict(entry["names"]),
            sentences=dict(entry["sentences"]),
            groups=list(entry["groups"]),
            template=entry["key"],
        )
        path.steps = [
            _step(position, what, weeks, services)
            for position, (what, weeks) in enumerate(entry["steps"])
        ]
        session.add(path)
    session.flush()
    return len(added)


def _step(
    position: int, what: str | dict[str, str], weeks: int, services: Mapping[str, Service]
) -> PathStep:
    if isinstance(what, str):
        service_id = services[what].id
        return PathStep(position=position, service_id=service_id, after_weeks=weeks)
    return PathStep(position=position, texts=dict(what), after_weeks=weeks)


def _services(session: Session, keys: list[str]) -> dict[str, Service]:
    """Return the services of these keys, added where the catalogue lacks them."""
    there = _by_template(session)
    for ready in ready_services():
        if ready.key in keys and ready.key not in there:
            there[ready.key] = ready.made()
            store_service(session, there[ready.key])
    return there


def _by_template(session: Session) -> dict[str, Service]:
    found = session.scalars(select(Service).where(Service.template != ""))
    return {service.template: service for service in found}


def _read() -> dict[str, Any]:
    text = resource("data", "service_sets.json").read_text(encoding="utf-8")
    stored: dict[str, Any] = json.loads(text)
    return stored

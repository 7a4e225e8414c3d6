"""Looks, while somebody types, for clients who may be the same person."""

from collections.abc import Collection
from uuid import UUID

from kotoutus_desktop.casework.duplicates import MOST, Match, possible_duplicates
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.workspace import Workspace


def look_for_duplicates(
    workspace: Workspace, client: Client, itself: UUID | None, household: Collection[UUID]
) -> list[Match]:
    """Return who may be the person as typed so far, the likeliest first.

    The Latin names and the name in the own script are looked for each on its own: their sounds
    need not agree. People of the same household share a phone and are not suspected.
    """
    latin, own = [client.given_names, client.family_names], [client.own_script_name]
    found: dict[UUID, Match] = {}
    with workspace.database.reading() as session:
        for names in [way for way in (latin, own) if any(way)] or [[]]:
            for match in possible_duplicates(
                session,
                names=names,
                born=client.born,
                identity_code=client.identity_code or "",
                phone=client.phone,
                exclude_id=itself,
            ):
                before = found.get(match.client_id)
                if before is None or before.score < match.score:
                    found[match.client_id] = match
    suspected = [match for match in found.values() if match.client_id not in household]
    return sorted(suspected, key=lambda match: (-match.score, match.number))[:MOST]

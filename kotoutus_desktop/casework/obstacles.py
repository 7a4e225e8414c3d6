"""The times in which a plan could not be carried out (§ 23(4)), written on two forms."""

from datetime import date
from typing import Any
from uuid import UUID

from kotoutus_desktop.models.circumstances import ObstacleKind, ObstaclePeriod
from kotoutus_desktop.models.client import Client

FIELDS = ("kind", "starts_on", "ends_on", "reason")


def copy_obstacles(source: Client, target: Client) -> None:
    """Write the obstacles of one copy of a client into another; they are matched by their ids."""
    kept = {period.id: period for period in target.obstacle_periods}
    periods = []
    for period in source.obstacle_periods:
        values = {name: getattr(period, name) for name in FIELDS}
        copy = kept.get(period.id)
        if copy is None:
            copy = ObstaclePeriod(id=period.id, client_id=target.id, **values)
        for name, value in values.items():
            if getattr(copy, name) != value:
                setattr(copy, name, value)
        periods.append(copy)
    target.obstacle_periods = periods


def obstacles_state(client: Client) -> list[dict[str, Any]]:
    """Return the obstacles as plain values that JSON can keep."""
    return [
        {
            "id": str(period.id),
            "kind": period.kind.value,
            "starts_on": period.starts_on.isoformat(),
            "ends_on": period.ends_on.isoformat(),
            "reason": period.reason,
        }
        for period in client.obstacle_periods
    ]


def show_obstacles_state(client: Client, state: list[dict[str, Any]]) -> None:
    """Put what `obstacles_state` returned into a copy of the client."""
    client.obstacle_periods = [
        ObstaclePeriod(
            id=UUID(kept["id"]),
            client_id=client.id,
            kind=ObstacleKind(kept["kind"]),
            starts_on=date.fromisoformat(kept["starts_on"]),
            ends_on=date.fromisoformat(kept["ends_on"]),
            reason=kept["reason"],
        )
        for kept in state
    ]

"""Times of obstacle, carried between the two forms that write them (681/2023 § 23(4))."""

import json
from datetime import date

from kotoutus_desktop.casework.obstacles import (
    copy_obstacles,
    obstacles_state,
    show_obstacles_state,
)
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.circumstances import ObstacleKind, ObstaclePeriod
from kotoutus_desktop.models.client import Client


def obstacle(client, first, last, kind=ObstacleKind.ILLNESS):
    return ObstaclePeriod(client_id=client.id, starts_on=first, ends_on=last, kind=kind)


def stored(database, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        client.obstacle_periods = [
            obstacle(client, date(2027, 1, 1), date(2027, 2, 1)),
            obstacle(client, date(2027, 6, 1), date(2027, 6, 9)),
        ]
    return client.id


def test_what_was_added_mended_and_removed_outside_the_file_is_written(database, make_client):
    client_id = stored(database, make_client)
    with database.reading() as session:
        outside = get_client(session, client_id)
    first, second = outside.obstacle_periods
    first.ends_on = date(2027, 3, 1)
    new = obstacle(outside, date(2028, 1, 1), date(2028, 1, 2), ObstacleKind.PARENTAL)
    outside.obstacle_periods = [first, new]

    with database.transaction() as session:
        copy_obstacles(outside, get_client(session, client_id))

    with database.reading() as session:
        kept = get_client(session, client_id).obstacle_periods
        assert [(p.id, p.ends_on, p.kind) for p in kept] == [
            (first.id, date(2027, 3, 1), ObstacleKind.ILLNESS),
            (new.id, date(2028, 1, 2), ObstacleKind.PARENTAL),
        ]
        assert second.id not in {p.id for p in kept}


def test_the_state_goes_through_json_and_comes_back(make_client):
    client, other = make_client(), Client()
    client.obstacle_periods = [obstacle(client, date(2027, 1, 1), date(2027, 2, 1))]
    client.obstacle_periods[0].reason = "No child care."

    show_obstacles_state(other, json.loads(json.dumps(obstacles_state(client))))

    assert obstacles_state(other) == obstacles_state(client)
    assert other.obstacle_periods[0].client_id == other.id
    assert other.obstacle_periods[0].reason == "No child care."

from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.services.paths import (
    MOST_STEPS,
    boxes_of,
    get_path,
    list_paths,
    remove_path,
    store_path,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.service import PathStep, Service, ServicePath

DAY = date(2026, 11, 24)


def step(text="Ohjaus", weeks=None):
    return PathStep(texts={"fi": text}, after_weeks=weeks)


@pytest.mark.parametrize(
    ("names", "steps", "field"),
    [
        ({"en": "Path"}, [step()], "name_fi"),
        ({"sv": "x" * 121}, [step()], "name_sv"),
        ({"fi": "Polku"}, [], "steps"),
        ({"fi": "Polku"}, [step() for _ in range(MOST_STEPS + 1)], "steps"),
        ({"fi": "Polku"}, [step(weeks=8), step(), step(weeks=4)], "steps"),
        ({"fi": "Polku"}, [step(weeks=-1)], "steps"),
        ({"fi": "Polku"}, [step(weeks=521)], "steps"),
    ],
)
def test_a_path_that_cannot_be_right_is_refused_at_its_field(database, names, steps, field):
    with pytest.raises(InvalidInput) as refused, database.transaction() as session:
        store_path(session, ServicePath(names=names), steps)
    assert refused.value.field == field
    with database.reading() as session:
        assert session.scalars(select(ServicePath)).all() == []


def test_a_path_is_changed_and_keeps_its_order(database):
    path = ServicePath(names={"fi": "Polku"})
    with database.transaction() as session:
        store_path(session, path, [step("a", 0), step("b", 0), step("c")])
    with database.transaction() as session:
        found = get_path(session, path.id)
        first, _second, third = found.steps
        store_path(session, found, [third, first])
    with database.reading() as session:
        assert [each.texts["fi"] for each in get_path(session, path.id).steps] == ["c", "a"]
        assert len(session.scalars(select(PathStep)).all()) == 2


def test_the_boxes_say_whose_service_has_ended(database):
    club = Service(names={"fi": "Kerho", "sv": "Klubb"}, valid_to=date(2026, 11, 23))
    path = ServicePath(names={"fi": "Polku"})
    with database.transaction() as session:
        session.add(club)
        session.flush()
        store_path(session, path, [PathStep(service_id=club.id, after_weeks=4), step()])
    with database.reading() as session:
        boxes = boxes_of(session, get_path(session, path.id), "sv", DAY)
    assert [(box.text, box.after_weeks, box.is_offered) for box in boxes] == [
        ("Klubb", 4, False),
        ("Ohjaus", None, True),
    ]


def test_paths_are_listed_by_name_and_deleted_without_their_services(database):
    club = Service(names={"fi": "Kerho"})
    second, first = ServicePath(names={"fi": "Toinen"}), ServicePath(names={"fi": "Eka"})
    with database.transaction() as session:
        session.add(club)
        session.flush()
        store_path(session, second, [PathStep(service_id=club.id)])
        store_path(session, first, [step()])
    with database.transaction() as session:
        assert [path.names["fi"] for path in list_paths(session, "fi")] == ["Eka", "Toinen"]
        remove_path(session, get_path(session, second.id))
    with database.reading() as session:
        assert len(list_paths(session, "fi")) == 1
        assert session.scalars(select(Service)).one().names == {"fi": "Kerho"}

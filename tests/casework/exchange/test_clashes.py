from datetime import date

import pytest

from kotoutus_desktop.casework.exchange.clashes import (
    DELETED,
    KEPT,
    answer,
    count_clashes,
    list_clashes,
)
from kotoutus_desktop.casework.search import find_clients
from kotoutus_desktop.errors import KotoutusError


@pytest.fixture
def contested(library, centre, make_client):
    """A client whose phone was written on both laptops, and the library's laptop knows it."""
    client = library.store(make_client())
    centre.take(library.send(centre))
    library.change(client.id, phone="050 1")
    centre.change(client.id, phone="050 2")
    library.take(centre.send(library))
    return client


def clashes(laptop):
    """Return what is to be decided on a laptop."""
    with laptop.database.reading() as session:
        assert count_clashes(session) == len(list_clashes(session))
        return list_clashes(session)


def decide(laptop, raw):
    """Decide the one open question."""
    (clash,) = clashes(laptop)
    with laptop.database.transaction() as session:
        answer(session, clash, raw)


def test_both_values_are_shown_with_where_they_were_written(library, contested):
    (clash,) = clashes(library)

    assert (clash.subject, clash.field, clash.case_id) == ("client", "phone", contested.id)
    assert clash.client.full_name == contested.full_name
    assert {(side.value, side.is_here) for side in clash.sides} == {
        ("050 1", True),
        ("050 2", False),
    }
    assert [side.is_shown for side in clash.sides] == [True, False]


def test_the_decision_holds_on_both_laptops(library, centre, contested):
    centre.take(library.send(centre))
    decide(library, "050 1")

    centre.take(library.send(centre))

    assert clashes(library) == clashes(centre) == []
    assert library.read(contested.id).phone == centre.read(contested.id).phone == "050 1"


def test_a_day_is_shown_as_a_day(library, centre, contested):
    library.change(contested.id, arrived_on=date(2026, 1, 2))
    centre.change(contested.id, arrived_on=date(2026, 1, 3))
    library.take(centre.send(library))

    found = {clash.field: clash for clash in clashes(library)}
    values = {side.value for side in found["arrived_on"].sides}
    assert values == {date(2026, 1, 2), date(2026, 1, 3)}


def test_a_name_that_was_decided_is_found_by_searching(library, centre, contested):
    decide(library, "050 2")
    library.change(contested.id, family_names="Ensimmäinen")
    centre.change(contested.id, family_names="Toinen")
    library.take(centre.send(library))
    decide(library, "Toinen")

    with library.database.reading() as session:
        assert [row.id for row in find_clients(session, "toinen")] == [contested.id]


@pytest.mark.parametrize("raw", [KEPT, DELETED])
def test_a_client_deleted_here_and_changed_there_is_kept_or_deleted(
    library, centre, make_client, raw
):
    client = library.store(make_client())
    centre.take(library.send(centre))
    with library.database.transaction() as session:
        session.delete(session.get_one(type(client), client.id))
    centre.change(client.id, phone="050 2")
    library.take(centre.send(library))
    (clash,) = clashes(library)
    assert clash.is_deletion
    assert [side.raw for side in clash.sides] == [KEPT, DELETED]

    decide(library, raw)

    assert clashes(library) == []
    assert (library.read(client.id) is None) == (raw == DELETED)


def test_what_was_decided_meanwhile_is_not_decided_again(library, contested):
    (clash,) = clashes(library)
    decide(library, "050 1")

    with library.database.transaction() as session, pytest.raises(KotoutusError):
        answer(session, clash, "050 2")


def test_a_restricted_case_is_decided_by_who_may_open_it(library, centre, contested, officer):
    library.change(contested.id, non_disclosure=True, officer_id=officer.id)

    assert len(_seen_by(library, None)) == 0
    assert len(_seen_by(library, officer.id)) == 1


def _seen_by(laptop, officer):
    laptop.database.act_as(officer)
    with laptop.database.reading() as session:
        return list_clashes(session)

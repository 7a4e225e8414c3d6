"""Random joins, separations, changes and exchanges of three laptops come to the same everywhere."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kotoutus_desktop.models.client import Client
from tests.models.history.conftest import cases, change, clashes, delete, rows, send
from tests.models.history.test_joins import contacts, join, meet, separate

WHAT = ["join", "separate", "phone", "contact", "hide", "delete", "send", "send"]
ACTS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(WHAT), st.integers(0, 2), st.integers(0, 2)),
    max_size=24,
)


@given(ACTS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_joined_all_laptops_come_to_the_same(laptop, make_client, acts):
    come_to_the_same(laptop, make_client, acts)


@pytest.mark.whole
@pytest.mark.timeout(3600)
@given(ACTS)
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_four_hundred_histories_with_joins_come_to_the_same(laptop, make_client, acts):
    come_to_the_same(laptop, make_client, acts)


class Office:
    """Three laptops that know the same three records, and how many contacts were written."""

    def __init__(self, laptop, make_client):
        self.laptops = [laptop() for _ in range(3)]
        people = [make_client(number=f"U7-{number}", phone="") for number in range(3)]
        with self.laptops[0].transaction() as session:
            session.add_all(people)
        self.people = [person.id for person in people]
        for person in self.people:
            meet(self.laptops[0], person)
        for other in self.laptops[1:]:
            send(self.laptops[0], other)
        self.written = 3

    def act(self, where, what, whom, other):
        database, person, second = self.laptops[where], self.people[whom], self.people[other]
        if what == "join":
            if person != second:
                join(database, person, second)
        elif what == "send":
            if self.laptops[other] is not database:
                send(database, self.laptops[other])
        else:
            self._write(database, what, person, other)

    def _write(self, database, what, person, other):
        if what == "separate":
            separate(database, person)
        elif what == "phone":
            change(database, Client, person, phone=str(other))
        elif what == "hide":
            change(database, Client, person, restricted=bool(other))
        elif what == "delete":
            delete(database, Client, person)
        else:
            self.written += is_there(database, person)
            meet(database, person)

    def exchange(self):
        for _ in range(3):
            for source in self.laptops:
                for target in self.laptops:
                    if source is not target:
                        send(source, target)

    def agrees(self):
        first, *others = self.laptops
        for each in others:
            assert cases(each) == cases(first)
            assert clashes(each) == clashes(first)


def come_to_the_same(laptop, make_client, acts):
    office = Office(laptop, make_client)
    for act in acts:
        office.act(*act)

    office.exchange()

    office.agrees()
    first = office.laptops[0]
    if not any(what == "delete" for _where, what, _whom, _other in acts):
        assert len(contacts(first)) == office.written
        assert set(contacts(first)) <= {key for key in office.people if is_there(first, key)}
    for person in office.people:
        separate(first, person)
    for row, client in rows(first, "SELECT id, client_id FROM contact"):
        fields = rows(first, 'SELECT fields FROM operation WHERE "row" = ? ORDER BY at', row)
        assert client.hex() == json.loads(fields[0][0])["client_id"]
    office.exchange()
    office.agrees()


def is_there(database, key):
    with database.reading() as session:
        return session.get(Client, key) is not None

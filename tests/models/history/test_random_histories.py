"""Random histories of three laptops: they come to the same, and nothing is lost on the way."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.orientation import Course, Enrolment
from tests.models.history.conftest import cases, change, clashes, delete, rows, send

DAY = date(2026, 11, 24)
# what may happen on a laptop: (which laptop, what, which of two clients, a value)
ACTS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(
            [
                "name",
                "phone",
                "contact",
                "uncontact",
                "delete",
                "course",
                "uncourse",
                "enrol",
                "send",
            ]
        ),
        st.integers(0, 2),
        st.sampled_from(["a", "b"]),
    ),
    max_size=40,
)


class Office:
    """Three laptops of one office."""

    def __init__(self, laptops, make_client):
        self.laptops = laptops
        self.clients = [make_client(number=f"U7-{number}") for number in range(2)]
        self.course = Course(number="K7-0001")
        with laptops[0].transaction() as session:
            session.add_all([*self.clients, self.course])
        for other in laptops[1:]:
            send(laptops[0], other)

    def act(self, where, what, whom, value):
        database = self.laptops[where]
        client = self.clients[whom % 2].id
        if what == "send":
            send(database, self.laptops[whom])
        elif what in ("name", "phone"):
            change(database, Client, client, **{"call_name" if what == "name" else "phone": value})
        elif what == "delete":
            delete(database, Client, client)
        elif what == "uncourse":
            delete(database, Course, self.course.id)
        elif what == "course":
            change(database, Course, self.course.id, place=value)
        else:
            self._row(database, what, client)

    def _row(self, database, what, client):
        with database.transaction() as session:
            if what == "uncontact":
                for contact in session.scalars(select(Contact).where(Contact.client_id == client)):
                    session.delete(contact)
            elif session.get(Client, client) is None:
                return
            elif what == "contact":
                session.add(Contact(client_id=client, learned_on=DAY, channel=ContactChannel.SELF))
            elif session.get(Course, self.course.id) is not None:
                session.add(Enrolment(course_id=self.course.id, client_id=client))

    def exchange(self):
        for _ in range(2):
            for source in self.laptops:
                for target in self.laptops:
                    if source is not target:
                        send(source, target)


@given(ACTS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_all_laptops_come_to_the_same_and_no_value_is_lost(
    laptop, make_client, acts
):
    come_to_the_same(laptop, make_client, acts)


@pytest.mark.whole
@pytest.mark.timeout(3600)
@given(ACTS)
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_four_hundred_histories_come_to_the_same(laptop, make_client, acts):
    come_to_the_same(laptop, make_client, acts)


def come_to_the_same(laptop, make_client, acts):
    office = Office([laptop() for _ in range(3)], make_client)
    for act in acts:
        office.act(*act)

    office.exchange()

    first, *others = office.laptops
    for other in others:
        assert cases(other) == cases(first)
        assert clashes(other) == clashes(first)
        assert rows(other, "SELECT count(*) FROM operation") == rows(
            first, "SELECT count(*) FROM operation"
        )
    assert_nothing_is_lost(first)


def assert_nothing_is_lost(database):
    """Each value is shown, or a clash tells of it, or somebody who saw it replaced it."""
    shown = {
        (row["id"].bytes, name): value
        for table in cases(database).values()
        for row in table
        for name, value in row.items()
    }
    told = {
        (row, field, json.loads(each))
        for row, field, *both in rows(database, 'SELECT "row", field, shown, other FROM clash')
        for each in both
    }
    replaced = {
        (replica, seq): fields
        for replica, seq, fields in rows(
            database,
            "SELECT v.replica, v.seq, group_concat(b.fields) FROM replaced v"
            " JOIN operation b ON b.replica = v.by_replica AND b.seq = v.by_seq GROUP BY 1, 2",
        )
    }
    for replica, seq, row, fields in rows(
        database, "SELECT replica, seq, \"row\", fields FROM operation WHERE subject = 'client'"
    ):
        for name in {"call_name", "phone"} & json.loads(fields).keys():
            value = json.loads(fields)[name]
            later = replaced.get((replica, seq), "")
            assert (
                shown.get((row, name)) == value
                or (row, name, value) in told
                or f'"{name}"' in later
                or '"-"' in later
            )

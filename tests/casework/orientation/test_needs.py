from datetime import date

import pytest

from kotoutus_desktop.casework.orientation.needs import (
    NeedEntry,
    done_before,
    entry_of,
    known_languages,
    languages_of,
    need_of,
    record_need,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.orientation import OrientationNeed
from kotoutus_desktop.rules.orientation import Topic

WHOLE = NeedEntry(
    child_care=True,
    remote_unsuitable=True,
    remote_reason=" Ei ole tietokonetta. ",
    earliest_on=date(2027, 1, 11),
    earlier_minutes=90,
    earlier_topics=("society",),
    earlier_where="Oulu",
    note="Soita ensin.",
)


def test_what_is_recorded_is_read_back(database, client):
    with database.transaction() as session:
        record_need(session, client.id, WHOLE)

    with database.reading() as session:
        entry = entry_of(need_of(session, client.id))
    assert (entry.child_care, entry.remote_reason) == (True, "Ei ole tietokonetta.")
    assert (entry.earlier_topics, entry.earlier_where) == (("society",), "Oulu")


def test_nothing_is_recorded_at_first(database, client):
    with database.reading() as session:
        assert need_of(session, client.id) is None
    assert entry_of(None) == NeedEntry()


def test_what_is_recorded_again_takes_the_place_of_the_old(database, client):
    with database.transaction() as session:
        first = record_need(session, client.id, WHOLE)
    with database.transaction() as session:
        second = record_need(session, client.id, NeedEntry())

    assert first.id == second.id
    assert (second.remote_unsuitable, second.remote_reason) == (None, "")


def test_a_change_of_the_need_can_be_undone(database, client):
    with database.transaction("Need") as session:
        record_need(session, client.id, WHOLE)

    database.undo()

    with database.reading() as session:
        assert need_of(session, client.id) is None


def test_contact_teaching_needs_its_reason(database, client):
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        record_need(session, client.id, NeedEntry(remote_unsuitable=True, remote_reason=" "))

    assert refused.value.field == "remote_reason"


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (NeedEntry(earlier_minutes=-1, earlier_where="Oulu"), "earlier_minutes"),
        (NeedEntry(earlier_minutes=60_000, earlier_where="Oulu"), "earlier_minutes"),
        (NeedEntry(earlier_minutes=60), "earlier_where"),
        (NeedEntry(note="x" * 1001), "note"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(database, client, entry, field):
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        record_need(session, client.id, entry)

    assert refused.value.field == field


def test_seventy_hours_and_all_topics_elsewhere_leave_nothing_to_wait_for(client):
    topics = [topic.value for topic in Topic]
    need = OrientationNeed(client_id=client.id, earlier_minutes=4200, earlier_topics=topics)

    assert done_before(need)
    need.earlier_minutes = 4199
    assert not done_before(need)
    need.earlier_minutes, need.earlier_topics = 4200, topics[1:]
    assert not done_before(need)
    assert not done_before(None)


def test_the_mother_tongue_comes_first_and_once():
    assert languages_of("ckb", ["ar", "ckb"]) == ("ckb", "ar")
    assert languages_of("", ["ar"]) == ("ar",)


def test_the_languages_of_a_client_are_read(database, office, officer, make_client):
    client = make_client(mother_tongue="ckb", other_languages=["ar"])
    with database.transaction() as session:
        session.add(client)

    with database.reading() as session:
        assert known_languages(session, client.id) == ("ckb", "ar")

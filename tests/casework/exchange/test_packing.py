from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.attachments import Scan, add_scan, attachments_of, content_of
from kotoutus_desktop.casework.exchange.packing import (
    Order,
    clients_of_day,
    end_of,
    pack_suitcase,
    suitcase_here,
    suitcases_out,
    usual_expiry,
)
from kotoutus_desktop.casework.register import next_numbers, the_office
from kotoutus_desktop.casework.search import find_clients
from kotoutus_desktop.errors import CannotWrite, InvalidInput, KotoutusError
from kotoutus_desktop.models.appointment import Appointment, AppointmentPurpose, AppointmentState
from kotoutus_desktop.models.attachment import AttachmentKind
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY, REPLICA
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.orientation import Course, Enrolment
from kotoutus_desktop.models.place import UnsuitablePlace
from tests.casework.exchange.conftest import NOW
from tests.conftest import KEY, TODAY


@pytest.fixture
def pack(library, tmp_path):
    """A function that packs clients and opens the suitcase."""
    opened = []

    def make(*clients, **order):
        cases = frozenset(client.id for client in clients)
        wanted = replace(Order(cases, NOW + timedelta(days=1), NOW), **order)
        packed = pack_suitcase(library.database, tmp_path / "suitcase", wanted)
        database = Database(packed.path, KEY, must_exist=True)
        opened.append(database)
        return packed, database

    yield make
    for each in opened:
        each.close()


def test_a_suitcase_holds_the_chosen_clients_and_nothing_of_others(library, make_client, pack):
    goes = library.store(make_client(number="U7-0001", family_names="Haddad"))
    stays = library.store(make_client(number="U7-0002", family_names="Virtanen"))
    with library.database.transaction() as session:
        course = Course(number="K7-0001")
        session.add(course)
        session.flush()
        session.add_all(
            [Enrolment(course_id=course.id, client_id=each.id) for each in (goes, stays)]
        )

    packed, suitcase = pack(goes)

    assert packed.cases == {goes.id}
    with suitcase.reading() as session:
        assert session.scalars(select(Client.id)).all() == [goes.id]
        assert len(session.scalars(select(Course)).all()) == 1
        assert session.scalars(select(Enrolment.client_id)).all() == [goes.id]
        assert len(session.scalars(select(Officer)).all()) == 1
        told = session.connection().exec_driver_sql(
            "SELECT count(*) FROM operation WHERE case_id = ? OR fields LIKE '%Virtanen%'",
            (stays.id.bytes,),
        )
        assert told.scalar() == 0
        assert [row.id for row in find_clients(session, "Haddad")] == [goes.id]


def test_a_suitcase_has_an_identity_and_numbers_of_its_own(library, make_client, pack):
    goes = library.store(make_client(number="U7-0214"))

    _packed, suitcase = pack(goes)

    with library.database.reading() as here, suitcase.reading() as there:
        replica = select(REPLICA.c.id)
        assert here.execute(replica).scalar() != there.execute(replica).scalar()
        assert next(next_numbers(here))[:3] != next(next_numbers(there))[:3]
        assert the_office(here).id == the_office(there).id
        row = suitcase_here(there)
        assert (row.cases, row.key) == ([goes.id.hex], None)
        assert suitcase_here(here) is None


def test_the_office_knows_what_is_out_and_the_log_whose_case_went(library, make_client, pack):
    goes = library.store(make_client())

    packed, _suitcase = pack(goes)

    with library.database.reading() as session:
        (out,) = suitcases_out(session)
        assert (out.cases, out.name, out.unpacked_at) == ([goes.id.hex], packed.path.name, None)
        query = select(LOG_ENTRY.c.act).where(
            LOG_ENTRY.c.case_id == goes.id, LOG_ENTRY.c.subject == "suitcase"
        )
        assert session.execute(query).scalars().all() == ["export"]


def test_scans_go_along(library, make_client, pack):
    goes = library.store(make_client())
    with library.database.transaction() as session:
        scan = Scan("a.pdf", b"%PDF-1.7 permit")
        add_scan(session, goes.id, scan, AttachmentKind.PERMIT, "Permit", TODAY)

    _packed, suitcase = pack(goes)

    with suitcase.reading() as session:
        (scan,) = attachments_of(session, goes.id)
        assert content_of(session, scan) == b"%PDF-1.7 permit"


def test_a_restricted_case_of_somebody_else_stays(library, make_client, pack, officer):
    other = Officer(name="Pekka")
    with library.database.transaction() as session:
        session.add(other)
    open_one = library.store(make_client(number="U7-0001"))
    closed = library.store(make_client(number="U7-0002", non_disclosure=True, officer_id=other.id))
    library.database.act_as(officer.id)

    packed, suitcase = pack(open_one, closed)

    assert packed.left_out == {closed.id}
    with suitcase.reading() as session:
        assert session.scalars(select(Client.id)).all() == [open_one.id]


def test_nobody_or_a_day_that_is_over_or_far_is_refused(library, make_client, pack, tmp_path):
    goes = library.store(make_client())

    for order, field in (
        ({"cases": frozenset()}, "cases"),
        ({"expires_at": NOW}, "expires"),
        ({"expires_at": NOW + timedelta(days=30)}, "expires"),
    ):
        with pytest.raises(InvalidInput) as refused:
            pack(goes, **order)
        assert refused.value.field == field
    assert not (tmp_path / "suitcase").exists()


def test_a_place_that_cannot_be_written_leaves_nothing(library, make_client, tmp_path):
    goes = library.store(make_client())
    order = Order(frozenset([goes.id]), NOW + timedelta(days=1), NOW)
    taken = tmp_path / "taken"
    taken.mkdir()
    (tmp_path / "file").touch()

    with pytest.raises(InvalidInput):
        pack_suitcase(library.database, taken, order)
    with pytest.raises((CannotWrite, UnsuitablePlace)):
        pack_suitcase(library.database, tmp_path / "file" / "suitcase", order)
    with library.database.reading() as session:
        assert suitcases_out(session) == []


def test_stopping_leaves_nothing(library, make_client, tmp_path):
    goes = library.store(make_client())
    order = Order(frozenset([goes.id]), NOW + timedelta(days=1), NOW)

    class Stopped(Exception):
        pass

    def stop(done, _total):
        if done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        pack_suitcase(library.database, tmp_path / "suitcase", order, stop)

    assert not (tmp_path / "suitcase").exists()
    with library.database.reading() as session:
        assert suitcases_out(session) == []


def test_a_suitcase_is_not_packed_from_a_suitcase(library, make_client, pack, tmp_path):
    goes = library.store(make_client())
    _packed, suitcase = pack(goes)
    order = Order(frozenset([goes.id]), NOW + timedelta(days=1), NOW)

    with pytest.raises(KotoutusError, match="suitcase itself"):
        pack_suitcase(suitcase, tmp_path / "second", order)


def test_the_clients_of_a_day_are_those_whose_times_were_not_cancelled(library, make_client):
    early, late, gone = (library.store(make_client(number=f"U7-000{n}")) for n in range(3))

    def at(client, starts, state=AppointmentState.BOOKED):
        return Appointment(
            client_id=client.id,
            purpose=AppointmentPurpose.PLAN,
            held_on=TODAY,
            starts=starts,
            minutes=60,
            state=state,
            booked_on=TODAY,
        )

    with library.database.transaction() as session:
        session.add_all([at(late, 800), at(early, 540), at(late, 900)])
        session.add(at(gone, 600, AppointmentState.CANCELLED))

    with library.database.reading() as session:
        assert clients_of_day(session, TODAY) == [early.id, late.id]
        assert clients_of_day(session, TODAY + timedelta(days=1)) == []


def test_a_suitcase_usually_locks_at_the_end_of_tomorrow():
    last = usual_expiry(TODAY)

    assert last == TODAY + timedelta(days=1)
    assert end_of(last).date() == TODAY + timedelta(days=2)

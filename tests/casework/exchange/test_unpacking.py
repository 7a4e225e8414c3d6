import shutil
from datetime import timedelta

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.attachments import Scan, add_scan, attachments_of, content_of
from kotoutus_desktop.casework.exchange.packing import Order, pack_suitcase, suitcases_out
from kotoutus_desktop.casework.exchange.unpacking import NotASuitcase, look_into, unpack
from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.errors import CannotWrite, OnlyForReading
from kotoutus_desktop.models.attachment import AttachmentKind
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.place import only_program
from kotoutus_desktop.models.suitcase import Suitcase
from tests.casework.exchange.conftest import NOW
from tests.conftest import KEY, TODAY

LATER = NOW + timedelta(hours=30)


@pytest.fixture
def carried(library, make_client):
    """A client who goes along, and one who stays."""
    stays = make_client(number="U7-0002")
    library.store(stays)
    return library.store(make_client(number="U7-0001"))


@pytest.fixture
def path(library, carried, tmp_path):
    """The suitcase's file."""
    order = Order(frozenset([carried.id]), NOW + timedelta(days=1), NOW)
    return pack_suitcase(library.database, tmp_path / "suitcase", order).path


def work_in(path, work):
    """Do something in the suitcase."""
    database = Database(path, KEY, must_exist=True)
    with database.transaction() as session:
        work(session)
    database.close()


def test_what_was_done_comes_back_and_the_suitcase_goes(library, carried, path, make_client):
    born = make_client(number="", family_names="Uusi")

    def work(session):
        session.get_one(Client, carried.id).phone = "050 1"
        store_client(session, born, TODAY)

    work_in(path, work)
    library.change(carried.id, dialect="Aleppo")

    back = unpack(library.database, path, LATER)

    assert library.read(carried.id).phone == "050 1"
    assert library.read(carried.id).dialect == "Aleppo"
    assert library.read(born.id).number not in ("U7-0001", "U7-0002", "U7-0003")
    assert [each.id for each in back.carried] == [carried.id]
    assert back.back_at - back.packed_at == timedelta(hours=30)
    assert {case.case_id for case in back.news.cases} == {carried.id, born.id}
    assert back.is_removed
    assert not path.parent.exists()


def test_an_expired_suitcase_is_unpacked_all_the_same(library, carried, path):
    work_in(path, lambda session: setattr(session.get_one(Client, carried.id), "phone", "050 2"))

    unpack(library.database, path, NOW + timedelta(days=40))

    assert library.read(carried.id).phone == "050 2"


def test_two_answers_to_one_question_become_a_clash(library, carried, path):
    work_in(path, lambda session: setattr(session.get_one(Client, carried.id), "phone", "050 1"))
    library.change(carried.id, phone="050 9")

    assert unpack(library.database, path, LATER).news.clashes == 1


def test_looking_takes_nothing(library, carried, path):
    work_in(path, lambda session: setattr(session.get_one(Client, carried.id), "phone", "050 1"))

    back = look_into(library.database, path, LATER)

    assert [case.case_id for case in back.news.cases] == [carried.id]
    assert library.read(carried.id).phone != "050 1"
    assert path.exists()
    with library.database.reading() as session:
        assert suitcases_out(session)[0].unpacked_at is None


def test_the_log_knows_what_was_carried_and_who_looked_while_it_was_out(library, carried, path):
    seen_at = 1_795_000_000_000
    work_in(
        path,
        lambda session: note(
            session.connection(), Note(Act.VIEW, carried.id, "client", at=seen_at)
        ),
    )

    unpack(library.database, path, LATER)

    with library.database.reading() as session:
        rows = session.execute(select(LOG_ENTRY).where(LOG_ENTRY.c.case_id == carried.id)).all()
        assert [row.at for row in rows if row.act == "view"] == [seen_at]
        (back,) = [row for row in rows if row.act == "merge"]
        assert back.subject == "suitcase"
        assert "2026-11-24T12:00Z" in back.detail
        assert "2026-11-25T18:00Z" in back.detail
        assert suitcases_out(session)[0].unpacked_at == LATER


def test_a_scan_from_the_outreach_point_arrives(library, carried, path):
    scan = Scan("a.png", b"\x89PNG\r\n\x1a\nscan")
    work_in(
        path,
        lambda session: add_scan(
            session, carried.id, scan, AttachmentKind.DIPLOMA, "Diploma", TODAY
        ),
    )

    unpack(library.database, path, LATER)

    with library.database.reading() as session:
        (there,) = attachments_of(session, carried.id)
        assert content_of(session, there) == scan.content


def test_a_suitcase_of_before_a_new_key_is_opened_with_the_key_it_was_packed_with(
    library, carried, path
):
    work_in(path, lambda session: setattr(session.get_one(Client, carried.id), "phone", "050 1"))
    library.database._key[:] = bytes(32)  # as after `replace_key`

    unpack(library.database, path, LATER)

    assert library.read(carried.id).phone == "050 1"
    with library.database.reading() as session:
        assert session.scalars(select(Suitcase.key)).all() == [None]


def test_what_is_no_suitcase_of_this_office_is_refused_with_the_reason(
    library, carried, path, tmp_path
):
    nothing = tmp_path / "nothing.kotoutus"
    text = tmp_path / "text.kotoutus"
    text.write_bytes(b"not a database" * 500)
    office = tmp_path / "copy.kotoutus"
    shutil.copy(tmp_path / library.database.path.name, office)
    foreign = tmp_path / "foreign.kotoutus"
    Database(foreign, bytes(range(1, 33))).close()
    reasons = []
    for each in (nothing, text, office, foreign, library.database.path):
        with pytest.raises(NotASuitcase) as refused:
            look_into(library.database, each, LATER)
        reasons.append(refused.value.message)

    assert len(set(reasons)) == 4
    assert office.exists()


def test_a_file_that_is_only_looked_at_packs_and_unpacks_nothing(library, carried, path, tmp_path):
    library.database.is_only_read = True
    order = Order(frozenset([carried.id]), NOW + timedelta(days=1), NOW)

    with pytest.raises(OnlyForReading):
        unpack(library.database, path, LATER)
    with pytest.raises(OnlyForReading):
        pack_suitcase(library.database, tmp_path / "second", order)

    assert path.exists()
    assert not (tmp_path / "second").exists()


def test_a_suitcase_that_is_open_elsewhere_waits(library, path):
    with only_program(path), pytest.raises(CannotWrite):
        unpack(library.database, path, LATER)

    assert path.exists()


def test_what_others_put_beside_a_suitcase_stays(library, path):
    letter = path.parent / "letter.pdf"
    letter.write_bytes(b"%PDF-")

    back = unpack(library.database, path, LATER)

    assert back.is_removed
    assert list(path.parent.iterdir()) == [letter]

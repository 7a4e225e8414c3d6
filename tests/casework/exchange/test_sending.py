from functools import partial

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.attachments import Scan, add_scan, attachments_of, content_of
from kotoutus_desktop.casework.exchange import sending
from kotoutus_desktop.casework.exchange.sending import changed_cases, pack
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.attachment import AttachmentKind
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.transfer.contents import contents_of
from tests.casework.exchange.conftest import NOW
from tests.conftest import TODAY


def changed(laptop, other):
    """Return which cases another laptop does not have whole."""
    with laptop.database.reading() as session:
        return changed_cases(session, [laptop.known[other.name]])


def test_what_the_other_laptop_has_is_not_sent_again(library, centre, make_client):
    one, two = library.store(make_client()), library.store(make_client())
    assert changed(library, centre) == {one.id, two.id}

    library.send(centre, {one.id})
    assert changed(library, centre) == {two.id}

    library.change(one.id, phone="050 1")
    assert changed(library, centre) == {one.id, two.id}


def test_what_came_from_the_other_laptop_is_not_sent_back(library, centre, make_client):
    library.store(make_client())

    centre.take(library.send(centre))

    assert changed(centre, library) == set()


def test_the_log_says_what_was_sent_to_whom(library, centre, make_client):
    client = library.store(make_client())

    library.send(centre)

    with library.database.reading() as session:
        query = select(LOG_ENTRY.c.act, LOG_ENTRY.c.detail).where(
            LOG_ENTRY.c.case_id == client.id, LOG_ENTRY.c.subject == "transfer"
        )
        assert session.execute(query).all() == [("export", "Vastaanottokeskus")]


def test_a_restricted_case_stays_where_its_counsellor_is(library, centre, make_client, officer):
    hidden = library.store(make_client(non_disclosure=True, officer_id=officer.id))
    with library.database.transaction() as session:
        parcel = pack(session, [library.known[centre.name]], None, NOW)
        assert (parcel.cases, parcel.left_out) == (set(), {hidden.id})

    library.database.act_as(officer.id)
    with library.database.transaction() as session:
        parcel = pack(session, [library.known[centre.name]], None, NOW)
        assert (parcel.cases, parcel.left_out) == ({hidden.id}, set())


def test_a_file_for_nobody_is_refused(library):
    with library.database.transaction() as session, pytest.raises(InvalidInput):
        pack(session, [], None, NOW)


def test_the_bytes_of_scans_arrive_once_encrypted_as_elsewhere(library, centre, make_client):
    client = library.store(make_client())
    content = b"%PDF-1.7 residence permit"
    with library.database.transaction() as session:
        scan = Scan("a.pdf", content)
        add_scan(session, client.id, scan, AttachmentKind.PERMIT, "Permit", TODAY)
    data = library.send(centre)

    news = centre.take(data)

    assert news.scans == 1
    assert centre.take(data).is_empty
    with centre.database.reading() as session:
        (there,) = attachments_of(session, client.id)
        assert content_of(session, there) == content
        count = "SELECT count(*) FROM attachment_content"
        assert session.connection().exec_driver_sql(count).scalar() == 1
        told = "SELECT count(*) FROM operation WHERE fields LIKE '%residence permit%'"
        assert session.connection().exec_driver_sql(told).scalar() == 0
    assert content not in data
    assert content not in centre.database.path.read_bytes()


def test_scans_that_are_too_large_together_stay_and_are_counted(
    library, centre, make_client, monkeypatch
):
    client = library.store(make_client())
    with library.database.transaction() as session:
        scan = Scan("a.pdf", b"%PDF-1.7 permit")
        add_scan(session, client.id, scan, AttachmentKind.PERMIT, "Permit", TODAY)
    few = partial(contents_of, most=3)
    monkeypatch.setattr(sending, "contents_of", few)
    with library.database.transaction() as session:
        parcel = sending.pack(session, [library.known[centre.name]], None, NOW)
    assert parcel.scans_left == 1
    assert centre.take(parcel.data).scans == 0

    monkeypatch.undo()

    later = library.send(centre, {client.id})
    assert not centre.look(later).is_empty
    assert centre.take(later).scans == 1

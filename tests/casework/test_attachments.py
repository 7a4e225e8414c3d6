from datetime import timedelta

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.attachments import (
    LARGEST,
    LARGEST_CASE,
    Scan,
    add_scan,
    attachments_of,
    checked_type,
    content_of,
    export_name,
    held_scans,
    note_exported,
    remove_scan,
    type_of,
)
from kotoutus_desktop.casework.held import held_on
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.attachment import (
    Attachment,
    AttachmentContent,
    AttachmentKind,
    MediaType,
)
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY, OPERATION
from tests.conftest import KEY

PDF = b"%PDF-1.7 planted-secret-scan"


@pytest.fixture
def scan(database, client, today):
    with database.transaction("scan") as session:
        return add_scan(
            session, client.id, Scan("lupa.pdf", PDF), AttachmentKind.PERMIT, "Lupa 2026", today
        )


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (PDF, MediaType.PDF),
        (b"\x89PNG\r\n\x1a\nrest", MediaType.PNG),
        (b"\xff\xd8\xff\xe0rest", MediaType.JPEG),
        (b"MZ\x90program", None),
        (b"PK\x03\x04", None),
        (b"<html>%PDF-", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_content_says(content, found):
    assert type_of(content) is found


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("lupa.pdf", b"", "empty"),
        ("lupa.pdf", b"MZ program", "no PDF"),
        ("lupa.pdf", b"\xff\xd8\xff\xe0", "The name says"),
        ("lupa.exe", PDF, "The name says"),
        ("lupa.pdf", PDF + bytes(LARGEST), "at most"),
    ],
)
def test_what_is_no_scan_is_refused_with_the_reason(name, content, said):
    with pytest.raises(InvalidInput, match=said) as refusal:
        checked_type(Scan(name, content))
    assert refusal.value.field == "file"


def test_a_name_without_an_ending_and_capitals_are_no_fault():
    assert checked_type(Scan("lupa", PDF)) is MediaType.PDF
    assert checked_type(Scan("KUVA.JPEG", b"\xff\xd8\xff\xe0")) is MediaType.JPEG


def test_a_scan_comes_back_as_it_was_taken_in(database, client, scan):
    with database.reading() as session:
        (found,) = attachments_of(session, client.id)
        assert content_of(session, found) == PDF
        assert (found.title, found.size, found.kind) == (
            "Lupa 2026",
            len(PDF),
            AttachmentKind.PERMIT,
        )


def test_a_scan_needs_a_title_and_the_case_its_limit(database, client, scan, today):
    with database.transaction() as session:
        session.get_one(Attachment, scan.id).size = LARGEST_CASE
    for title, field in (("", "title"), ("x" * 201, "title"), ("Toinen", "file")):
        with pytest.raises(InvalidInput) as refusal, database.transaction() as session:
            add_scan(session, client.id, Scan("a.pdf", PDF), AttachmentKind.OTHER, title, today)
        assert refusal.value.field == field


def test_neither_file_nor_log_holds_a_scan_in_the_clear(database, scan):
    with database.reading() as session:
        logged = "".join(session.scalars(select(OPERATION.c.fields)))
    assert "planted" not in logged
    database.close()
    folder = database.path.parent
    assert all(b"planted-secret" not in p.read_bytes() for p in folder.iterdir() if p.is_file())


def test_a_deleted_scan_comes_back_for_thirty_days_and_then_its_content_is_gone(
    database, client, scan, today
):
    with database.transaction("delete") as session:
        remove_scan(session, scan, today)
    with database.reading() as session:
        assert attachments_of(session, client.id) == []
    database.undo()
    with database.reading() as session:
        (found,) = attachments_of(session, client.id)
        assert content_of(session, found) == PDF

    with database.transaction() as session:
        remove_scan(session, scan, today)
    later = today + timedelta(days=31)
    with database.transaction() as session:
        add_scan(session, client.id, Scan("b.pdf", PDF), AttachmentKind.OTHER, "Uusi", later)
    with database.reading() as session:
        assert len(session.scalars(select(AttachmentContent)).all()) == 1


def test_content_that_is_not_what_was_taken_in_is_not_shown(database, scan):
    with database.transaction() as session:
        session.scalars(select(AttachmentContent)).one().content = b"%PDF-other"
    with database.reading() as session:
        assert content_of(session, scan) is None


def test_scans_go_with_the_client_and_lie_in_every_copy(database, client, scan, tmp_path):
    database.close()
    copy = tmp_path / "copy.kotoutus"
    copy.write_bytes(database.path.read_bytes())
    copied = Database(copy, KEY)
    with copied.reading() as session:
        assert session.scalars(select(AttachmentContent.content)).all() == [PDF]
    with copied.transaction() as session:
        session.delete(session.get_one(Client, client.id))
    with copied.reading() as session:
        assert session.scalars(select(AttachmentContent)).all() == []
    copied.close()


def test_the_right_of_access_covers_scans(database, client, scan):
    with database.reading() as session:
        held = held_on(session, client.id)
        scans = list(held_scans(session, client.id))

    assert "attachment" in {table.name for table in held.tables}
    assert scans == [("scan-permit-20261124-1.pdf", PDF, "application/pdf")]


def test_what_is_given_out_is_noted_and_its_file_names_nobody(database, scan):
    with database.transaction() as session:
        note_exported(session, scan)
    with database.reading() as session:
        acts = session.execute(select(LOG_ENTRY.c.act, LOG_ENTRY.c.subject)).all()
    assert ("export", "attachment") in acts
    assert export_name(scan) == "scan-permit-20261124-1.pdf"

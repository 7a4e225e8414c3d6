import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.attachments import Scan, add_scan
from kotoutus_desktop.models.attachment import AttachmentContent, AttachmentKind
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.transfer.contents import Content, contents_of, keep_contents
from tests.conftest import TODAY


@pytest.fixture
def scan(database, make_client):
    """A scan of a client."""
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        content = Scan("a.pdf", b"%PDF-1.7 permit")
        return add_scan(session, client.id, content, AttachmentKind.PERMIT, "Permit", TODAY)


def test_the_bytes_of_a_case_go_along(database, scan):
    with database.reading() as session:
        found, left = contents_of(session.connection(), [scan.client_id.bytes, uuid7().bytes])

    assert [each.content for each in found] == [b"%PDF-1.7 permit"]
    assert left == 0


def test_what_would_be_too_large_stays_and_is_counted(database, scan):
    with database.reading() as session:
        assert contents_of(session.connection(), [scan.client_id.bytes], most=3) == ([], 1)


def test_what_is_here_already_is_not_kept_twice(database, scan):
    with database.transaction() as session:
        found, _left = contents_of(session.connection(), [scan.client_id.bytes])

        assert keep_contents(session.connection(), found) == 0
        assert len(session.scalars(select(AttachmentContent)).all()) == 1


def test_what_is_missing_is_kept_once_when_it_is_what_the_history_says(database, scan):
    with database.transaction() as session:
        (content,), _left = contents_of(session.connection(), [scan.client_id.bytes])
        session.connection().exec_driver_sql("DELETE FROM attachment_content")
        other = Content(content.attachment, content.case, b"%PDF-1.7 another")
        stranger = Content(uuid7().bytes, content.case, b"%PDF-")

        assert keep_contents(session.connection(), [other, stranger]) == 0
        assert keep_contents(session.connection(), [content, content]) == 1
        assert session.scalars(select(AttachmentContent.content)).all() == [content.content]


def test_the_bytes_are_not_shown_in_a_traceback():
    assert "secret" not in repr(Content(b"a" * 16, b"b" * 16, b"secret"))

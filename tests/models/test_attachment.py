from kotoutus_desktop.models.attachment import Attachment, AttachmentContent
from kotoutus_desktop.models.history.log_tables import case_column, is_logged


def test_what_a_scan_is_stands_in_the_log_and_its_bytes_do_not():
    assert is_logged(Attachment.__table__)
    assert not is_logged(AttachmentContent.__table__)
    assert case_column(AttachmentContent.__table__) == "client_id"


def test_a_row_names_no_content():
    row = AttachmentContent(client_id=None, attachment_id=None, content=b"secret")

    assert "secret" not in repr(row)

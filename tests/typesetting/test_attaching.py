from io import BytesIO

import pikepdf
import pytest

from kotoutus_desktop.typesetting import Paragraph, attached, build_pdf, locked, style_for

JSON = '{"name": "Kätketty"}'.encode()


@pytest.fixture
def paper():
    return build_pdf([Paragraph("Sana", style_for("fi", 10))], title="Sana", language="fi")


def test_the_file_is_in_the_paper_as_it_was(paper):
    content = attached(paper, "tiedot.json", JSON, "application/json")

    with pikepdf.open(BytesIO(content)) as document:
        assert document.attachments["tiedot.json"].get_file().read_bytes() == JSON
        assert document.Root.MarkInfo.Marked


def test_a_locked_paper_locks_what_is_attached(paper):
    content = locked(attached(paper, "tiedot.json", JSON, "application/json"), "sana sana")

    assert "Kätketty".encode() not in content
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(content))
    with pikepdf.open(BytesIO(content), password="sana sana") as document:
        assert document.attachments["tiedot.json"].get_file().read_bytes() == JSON

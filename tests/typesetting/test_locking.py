import subprocess
import sys
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from kotoutus_desktop.typesetting import locked

PASSWORD = "lähetä tämä"
Printed = Callable[[str, str], bytes]


@pytest.fixture
def plan(printed: Printed) -> bytes:
    return printed("Tavoite on suomen kielen taso B1.1.", "fi")


def text_of(pdf: bytes, password: str | None = None) -> str:
    document = pypdfium2.PdfDocument(pdf, password=password)
    text = str(document[0].get_textpage().get_text_range())
    document.close()
    return text


def test_the_paper_opens_with_its_password_and_says_the_same(plan: bytes) -> None:
    assert text_of(locked(plan, PASSWORD), PASSWORD) == text_of(plan)


@pytest.mark.parametrize("guess", ["", " ", "laheta tama", f"{PASSWORD} "])
def test_no_other_password_opens_it(plan: bytes, guess: str) -> None:
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(locked(plan, PASSWORD)), password=guess)


def test_it_is_encrypted_with_aes_256_and_stays_accessible(plan: bytes) -> None:
    with pikepdf.open(BytesIO(locked(plan, PASSWORD)), password=PASSWORD) as document:
        encryption, allowed = document.encryption, document.allow
        assert (encryption.R, encryption.bits) == (6, 256)
        methods = {encryption.stream_method, encryption.string_method, encryption.file_method}
        assert {method.name for method in methods} == {"aesv3"}
        assert allowed.accessibility
        assert allowed.extract
        assert allowed.print_highres
        assert not allowed.modify_other
        assert not document.owner_password_matched
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot.K[0].S == "/Document"


def test_neither_title_nor_metadata_can_be_read_in_the_file(plan: bytes) -> None:
    assert b"<dc:title>" in plan
    content = locked(plan, PASSWORD)
    assert b"<dc:title>" not in content
    assert b"(Plan)" not in content


def test_an_umlaut_may_be_typed_in_two_ways(plan: bytes) -> None:
    content = locked(plan, "la\u0308heta\u0308 ta\u0308ma\u0308")
    assert text_of(content, PASSWORD) == text_of(plan)


def test_the_keys_of_two_papers_differ(plan: bytes) -> None:
    assert locked(plan, PASSWORD) != locked(plan, PASSWORD)


@pytest.mark.parametrize("password", ["", "  ", "\u00a0", "ä" * 64])
def test_a_password_that_is_empty_or_would_be_shortened_is_refused(
    plan: bytes, password: str
) -> None:
    with pytest.raises(ValueError, match="password"):
        locked(plan, password)


def test_what_is_locked_or_no_paper_is_refused(plan: bytes) -> None:
    with pytest.raises(ValueError, match="already"):
        locked(locked(plan, PASSWORD), "other")
    with pytest.raises(ValueError, match="no PDF"):
        locked(b"text", PASSWORD)


def test_papers_that_are_not_sent_do_not_wait_for_it() -> None:
    code = "import sys, kotoutus_desktop.typesetting; sys.exit('pikepdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_file_is_sound_when_it_is_opened(plan: bytes) -> None:
    with pikepdf.open(BytesIO(locked(plan, PASSWORD)), password=PASSWORD) as document:
        assert document.check_pdf_syntax() == []

from datetime import date

import pypdfium2 as pdfium
import pytest

from kotoutus_desktop.documents.recovery_sheet import RecoverySheet, recovery_sheet_pdf
from kotoutus_desktop.i18n import set_interface_language

CODE = "2QDV7-DWTT8-V6BA0-8QC8S-PDBKM-WEZFC"


@pytest.fixture(autouse=True)
def english_again():
    yield
    set_interface_language("en")


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "palautuslomake"), ("sv", "Återställningsblad"), ("en", "Recovery sheet")],
)
def test_the_sheet_is_one_page_in_the_language_of_the_program(language, words):
    set_interface_language(language)
    sheet = RecoverySheet(CODE, "Utajärven kunta", "asiakkaat.kotoutus", date(2026, 11, 24))
    with pdfium.PdfDocument(recovery_sheet_pdf(sheet)) as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()

    assert words in text
    assert "24.11.2026" in text
    assert [group for group in CODE.split("-") if group not in text] == []

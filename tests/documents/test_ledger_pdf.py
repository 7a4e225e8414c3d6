from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest

from kotoutus_desktop.documents.ledger_pdf import ledger_pdf
from kotoutus_desktop.documents.ledger_sheet import Scope, ledger_sheet
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.rules.obligations import Rule

SCOPE = Scope("Utajärven kunta", "1.1.2026–31.12.2026", (), date(2026, 11, 24))


@pytest.fixture(autouse=True)
def english_again():
    yield
    set_interface_language("en")


def made(months=12):
    lines = []
    for rule in Rule:
        each = [(rule, (2026, month), (30, 18, 2, 10, 0)) for month in range(1, months + 1)]
        whole = tuple(count * months for count in (30, 18, 2, 10, 0))
        lines += [(rule, None, whole), *each]
    return ledger_pdf(ledger_sheet(SCOPE, lines, str))


def text_of(content):
    with pdfium.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize(
    ("language", "title", "defined"),
    [
        ("fi", "Määräaikojen toteutuminen", "Tehty määräpäivänä tai ennen sitä."),
        ("sv", "Hur tidsfristerna har hållits", "Gjort på sista dagen eller före den."),
        ("en", "Time limits kept", "Done on the due day or before it."),
    ],
)
def test_the_paper_has_title_numbers_and_definitions_in_each_language(language, title, defined):
    set_interface_language(language)
    text = text_of(made())

    assert title in text
    assert defined in text
    assert "24.11.2026" in text


def test_every_rule_is_a_table_with_headers_for_a_screen_reader():
    with pikepdf.open(BytesIO(made())) as pdf:
        tags = [
            str(each.get("/S"))
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") is not None
        ]
        language = str(pdf.Root.Lang)

    assert tags.count("/Table") == len(Rule)
    assert tags.count("/TH") == len(Rule) * (6 + 13)
    assert language == "en"


def test_the_same_numbers_give_the_same_bytes():
    assert made(2) == made(2)

from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest

from kotoutus_desktop.documents.log_sheet import LogEntryText, LogList, log_sheet
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.phrases.library import library

ENTRY = LogEntryText(
    "24.11.2026 9:31", "Maija Esimerkki", "Asiakkaan tiedot: muutettu", ["Puhelin: 1 → 2"]
)


def listed(entries=(ENTRY,), official="fi", **fields):
    return LogList(
        entries, official, date(2026, 11, 24), **({"anchor": "42-7f3a19c08b2d"} | fields)
    )


def words(content):
    with pdfium.PdfDocument(content) as document:
        return " ".join("".join(p.get_textpage().get_text_range() for p in document).split())


@pytest.fixture
def printed(office, make_client):
    def print_it(wanted, **fields):
        sheet = log_sheet(office, make_client(**fields), wanted, library())
        assert problems(sheet) == []
        return sheet_pdf(sheet)

    return print_it


def test_it_says_who_did_what_when_and_prints_the_anchor(printed):
    text = words(printed(listed()))

    assert "Asiakkaan tietojen loki" in text
    assert "24.11.2026 9:31 Maija Esimerkki" in text
    assert "Puhelin: 1 → 2" in text
    assert "42-7f3a19c08b2d" in text
    assert "SALASSA PIDETTÄVÄ" in text
    assert "Amal Hassan Al-Khatib" in text


@pytest.mark.parametrize(
    ("official", "title"),
    [("fi", "Asiakkaan tietojen loki"), ("sv", "Logg över kundens uppgifter")],
)
@pytest.mark.parametrize("large", [False, True])
def test_it_is_tagged_in_either_official_language_and_in_large_print(
    printed, official, title, large
):
    content = printed(listed(official=official, large=large))
    assert title in words(content)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith(official)
        assert pdf.Root.StructTreeRoot


def test_a_restricted_client_s_sheet_says_that_places_are_left_out(printed):
    where = {"street": "Salakuja 7", "town": "Piilola", "phone": "040 1234567"}
    text = words(printed(listed(), trafficking_victim=True, **where))

    assert "osoitteet, puhelinnumerot ja paikat" in text
    assert not any(value in text for value in where.values())


def test_days_without_entries_are_said_to_be_so(printed):
    text = words(printed(listed((), period="1.11.2026–24.11.2026")))
    assert "1.11.2026–24.11.2026" in text
    assert "ei tehty mitään" in text


def test_a_thousand_entries_fit_on_as_many_pages_as_they_take(printed):
    with pdfium.PdfDocument(printed(listed([ENTRY] * 1000))) as document:
        assert len(document) > 20
        last = document[len(document) - 1].get_textpage().get_text_range()
    assert "42-7f3a19c08b2d" in last

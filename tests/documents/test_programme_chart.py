import pypdfium2 as pdfium
import pytest

from kotoutus_desktop.documents.programme_chart import ChartSheet, chart_pdf
from tests.typesetting.tree import faults_of


def sheet(language="fi", count=8, strategy="Kotoutumisen toimenpideohjelma"):
    names = [f"Palvelu numero {number}" for number in range(count)]
    parts = [("Kunta", names), ("Työllisyysalue", names[: count // 2]), ("Hyvinvointialue", [])]
    others = [f"Kerho {number}" for number in range(6)]
    return ChartSheet("Utajärven kunta", strategy, parts, others, language)


def text_of(content):
    document = pdfium.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("count", [0, 8, 12])
def test_the_chart_is_soundly_tagged_and_on_one_page(language, count):
    content = chart_pdf(sheet(language, count))
    assert faults_of(content) == []
    assert len(pdfium.PdfDocument(content)) == 1


def test_all_levels_and_services_stand_on_it():
    text = text_of(chart_pdf(sheet()))
    for piece in ("Strateginen taso", "Kotoutumisen toimenpideohjelma", "Operatiivinen taso"):
        assert piece in text
    for piece in ("Palvelu numero 7", "Kerho 5", "Luettelossa ei vielä ole palvelua"):
        assert piece in text


def test_a_column_is_read_from_the_top_before_the_next():
    text = text_of(chart_pdf(sheet()))
    assert text.index("Palvelu numero 7") < text.index("Työllisyysalue")


def test_more_than_a_page_holds_goes_on_and_nothing_is_lost():
    content = chart_pdf(sheet(count=60))
    assert len(pdfium.PdfDocument(content)) > 1
    assert "Palvelu numero 59" in text_of(content)
    assert faults_of(content) == []


def test_the_same_chart_gives_the_same_bytes():
    assert chart_pdf(sheet()) == chart_pdf(sheet())

import pypdfium2 as pdfium
import pytest

from kotoutus_desktop.documents.path_pdf import PathSheet, Step, path_pdf, weeks_text
from tests.typesetting.tree import faults_of


def sheet(language="fi", count=7):
    steps = [Step(f"Palvelu {n}", "kunta", n * 4, is_offered=n != 2) for n in range(count)]
    return PathSheet("Utajärven kunta", "Asiakkaan polku", "Lause.", "Kaikki", steps, language)


def text_of(content):
    document = pdfium.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_path_is_soundly_tagged_and_on_one_page(language):
    content = path_pdf(sheet(language))
    assert faults_of(content) == []
    assert len(pdfium.PdfDocument(content)) == 1


def test_the_boxes_stand_in_their_order_with_their_times():
    text = text_of(path_pdf(sheet()))
    places = [text.index(f"{n}. Palvelu {n - 1}") for n in range(1, 8)]
    assert places == sorted(places)
    assert "noin 4 viikkoa alusta" in text
    assert text.count("ei nyt tarjolla") == 1


def test_a_long_path_goes_on_to_the_next_page():
    content = path_pdf(sheet(count=20))
    assert len(pdfium.PdfDocument(content)) > 1
    assert "20. Palvelu 19" in text_of(content)


def test_the_same_path_gives_the_same_bytes():
    assert path_pdf(sheet()) == path_pdf(sheet())


@pytest.mark.parametrize(
    ("weeks", "text"), [(None, ""), (0, "i början"), (4, "cirka 4 veckor efter starten")]
)
def test_the_time_of_a_step_is_said_in_the_language(weeks, text):
    assert weeks_text(weeks, "sv") == text

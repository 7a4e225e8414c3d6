import pypdfium2 as pdfium
import pytest

from kotoutus_desktop.documents.programme_pdf import programme_pdf
from kotoutus_desktop.documents.programme_sheet import ProgrammeSheet
from tests.documents.programmes import content
from tests.typesetting.tree import faults_of


def text_of(made):
    document = pdfium.PdfDocument(made)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.parametrize("kind", ["programme", "strategy"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_document_is_soundly_tagged_in_each_language(kind, language):
    assert faults_of(programme_pdf(ProgrammeSheet(content(kind), language))) == []


def test_an_empty_document_prints_its_headings():
    empty = content(
        heads={}, groups={}, services=[], goals=[], partners=[], titles={"fi": "Ohjelma"}
    )
    made = programme_pdf(ProgrammeSheet(empty, "en"))
    assert faults_of(made) == []
    assert "Nothing is written here yet." in text_of(made)
    assert "(in Finnish)" in text_of(made)


def test_paragraphs_of_a_text_stay_apart():
    text = text_of(programme_pdf(ProgrammeSheet(content(), "fi")))
    assert "kokoaa palvelut.\r\nToinen kappale." in text


def test_the_same_version_gives_the_same_bytes():
    made = [programme_pdf(ProgrammeSheet(content(), "fi", 3)) for _again in range(2)]
    assert made[0] == made[1]

from datetime import date

import pypdfium2 as pdfium
import pytest

from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.service_sheet import service_sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from tests.typesetting.tree import faults_of

CLUB = Service(
    names={"fi": "Äitien kielikerho", "sv": "Språkklubb", "ar": "نادي اللغة للأمهات"},
    sentences={"fi": "Harjoittelet kieltä.", "sv": "Du övar språket."},
    organiser_name="Perheet ry",
    languages=["fi"],
    place="Seurakuntatalo",
    times="ke 10–12",
    waiting_weeks=3,
    price=250,
    contact="Liisa Malli",
    phone="08 555 0130",
    email="kerho@example.fi",
)
WALK = Service(names={"fi": "Kävelyryhmä"}, price=0, valid_to=date(2026, 12, 31))


@pytest.fixture
def records(make_client):
    office = Office(municipality="889", name_fi="Utajärven kunta", name_sv="Utajärvi kommun")
    return office, Officer(name="Maija Esimerkki", phone="08 555 0101"), make_client


def made(records, planned=(CLUB,), others=(WALK,), hidden=False, other="ar", official="fi"):
    office, officer, make_client = records
    client = make_client(non_disclosure=hidden)
    return service_sheet(office, officer, client, (planned, others), official=official, other=other)


def text_of(content):
    document = pdfium.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_the_sheet_prints_soundly_in_every_language(records, language):
    content = sheet_pdf(made(records, other=language))
    assert faults_of(content) == []


def test_what_is_known_of_a_service_stands_on_the_sheet(records):
    text = text_of(sheet_pdf(made(records, other=None)))
    for piece in ("Äitien kielikerho", "Seurakuntatalo", "2,50", "08 555 0130", "Maksuton"):
        assert piece in text
    assert "viikkoina: 3" in text


def test_a_name_that_the_language_lacks_is_named_and_stands_in_finnish(records):
    sheet = made(records)
    content = sheet_pdf(sheet)
    assert text_of(content).count("Kävelyryhmä") == 1
    assert not any(problem.blocks for problem in problems(sheet))
    assert any("Kävelyryhmä" in problem.what for problem in problems(sheet))


def test_of_a_client_whose_place_is_hidden_nothing_tells_where_or_when(records):
    text = text_of(sheet_pdf(made(records, other=None, hidden=True)))
    assert "Äitien kielikerho" in text
    for piece in ("Seurakuntatalo", "ke 10–12", "08 555 0130", "Liisa Malli", "kerho@"):
        assert piece not in text
    assert "Kysy paikkaa" in text


def test_a_list_without_services_has_no_heading(records):
    text = text_of(sheet_pdf(made(records, planned=(), other=None)))
    assert "suunnitelmassasi" not in text
    assert "Kävelyryhmä" in text


def test_the_swedish_sheet_uses_the_swedish_names(records):
    text = text_of(sheet_pdf(made(records, other=None, official="sv")))
    assert "Språkklubb" in text
    assert "Avgiftsfri" in text

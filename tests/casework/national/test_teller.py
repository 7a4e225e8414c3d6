from datetime import date

import pytest

from kotoutus_desktop.casework.national.teller import Teller, lines, plain
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.wording import Wording


@pytest.fixture
def teller():
    officer = Officer(name="Maija Esimerkki", title_fi="ohjaaja", phone="040 1")
    office = Office(municipality="889", name_fi="Utajärven kunta", email="koto@utajarvi.example")
    found = Teller(office, {officer.id: officer}, library(), hides_places=False)
    return found, officer


def test_a_day_is_written_as_it_is_typed(teller):
    assert teller[0].day(date(2027, 1, 4)) == "4.1.2027"
    assert teller[0].day(None) == ""


def test_free_text_stands_in_the_language_it_was_written_in(teller):
    assert teller[0].wording(Wording.free("På svenska", "sv")) == "På svenska"


def test_whoever_made_it_is_named_with_office_and_how_to_reach_them(teller):
    found, officer = teller

    assert found.contact(officer.id) == (
        "Maija Esimerkki, ohjaaja, Utajärven kunta, 040 1, koto@utajarvi.example"
    )
    assert found.contact(None) == "Utajärven kunta, koto@utajarvi.example"


def test_nothing_invisible_is_typed():
    assert plain("\u2068a\u2069\u00a0b") == "a b"
    assert lines("", "a", " ", "b") == "a\nb"

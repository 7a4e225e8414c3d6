from dataclasses import replace
from datetime import date

import pytest

from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.reminder import reminder_sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.models.appointment import AppointmentPurpose
from tests.documents.papers import BOOKED


@pytest.fixture
def remind(case, read_pdf):
    """Return what prints a reminder and reads it again."""

    def make(appointment=BOOKED, **edition) -> str:
        wanted = {"official": "fi", "other": "sv"} | edition
        sheet = reminder_sheet(case.office, case.officer, case.client, appointment, **wanted)
        assert not [problem for problem in problems(sheet) if problem.blocks]
        return " ".join(" ".join(read_pdf(sheet_pdf(sheet))).split())

    return make


def test_it_reminds_in_both_languages_of_time_place_fee_and_cancelling(remind):
    text = remind()

    for said in (
        "Muista varattu tapaaminen.",
        "Kom ihåg ditt bokade möte.",
        "Päivä: 3.12.2026",
        "Kello: 9.05–10.00",
        "Kirjasto, Koulukatu 7",
        "enintään 56,70 euroa",
        "viimeistään 1.12.2026",
    ):
        assert said in text


def test_a_family_is_reminded_together(remind):
    assert "Myös perheesi on kutsuttu." in remind(replace(BOOKED, with_family=True))
    assert "Myös perheesi" not in remind()


def test_another_matter_stands_in_the_counsellors_words_and_costs_nothing(remind):
    other = replace(BOOKED, purpose=AppointmentPurpose.OTHER, subject="Asunnon avaimet")

    assert "Asunnon avaimet" in remind(other)
    assert "56,70" not in remind(other)


def test_no_place_of_a_hidden_client_is_told(remind, case):
    case.client.trafficking_victim = True

    assert "Koulukatu" not in remind()


def test_a_minor_is_told_of_no_fee(remind, case):
    case.client.born = date(2012, 5, 1)

    assert "56,70" not in remind()


@pytest.mark.parametrize("language", ["sv", "ar", "ti"])
def test_it_is_one_page(case, read_pdf, language):
    records = (case.office, case.officer, case.client, BOOKED)

    assert len(read_pdf(sheet_pdf(reminder_sheet(*records, official="fi", other=language)))) == 1

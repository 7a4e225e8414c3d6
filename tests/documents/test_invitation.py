from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from kotoutus_desktop.documents.invitation import (
    Appointment,
    invitation_sheet,
)
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.said import Day, Plain, Words
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.documents.words import HEAD
from kotoutus_desktop.models.appointment import AppointmentPurpose, MeetingWay
from kotoutus_desktop.rules.editions import FEES, edition_on

BOOKED = Appointment(
    day=date(2026, 12, 3),
    starts=time(9, 5),
    ends=time(10, 0),
    purpose=AppointmentPurpose.PLAN,
    place="Kirjasto, Koulukatu 7",
    interpreter="ar",
    cancel_by=date(2026, 12, 1),
)


@pytest.fixture
def invite(case, read_pdf):
    """Return what prints an invitation and reads it again."""

    def make(appointment=BOOKED, of=case, **edition) -> str:
        wanted = {"official": "fi", "other": "sv"} | edition
        sheet = invitation_sheet(of.office, of.officer, of.client, appointment, **wanted)
        assert not [problem for problem in problems(sheet) if problem.blocks]
        return " ".join(" ".join(read_pdf(sheet_pdf(sheet))).split())

    return make


def without(appointment: Appointment, **changed: Any) -> Appointment:
    return replace(appointment, **changed)


def test_it_says_when_where_and_why(invite):
    text = invite()
    assert "Päivä: 3.12.2026" in text
    assert "Kello: 9.05–10.00" in text
    assert "Kirjasto, Koulukatu 7" in text
    assert "Kotoutumissuunnitelman laatiminen" in text
    assert "Utarbetande av integrationsplan" in text


def test_the_fee_of_section_32a_is_told_with_how_to_cancel(invite):
    text = invite()
    assert edition_on(FEES, BOOKED.day).highest == Decimal("56.70")
    assert "enintään 56,70 euroa" in text
    assert "Laki 681/2023, 32 a §" in text
    assert "Peruuta viimeistään 1.12.2026." in text


def test_the_highest_fee_of_a_later_decree_is_the_counsellors_to_write(invite):
    assert "enintään 58,10 euroa" in invite(without(BOOKED, highest_fee=Decimal("58.1")))


def test_without_an_interpreter_there_is_no_cost_and_no_word_of_a_fee(invite):
    assert "56,70" not in invite(without(BOOKED, interpreter=""))


def test_a_minor_is_never_threatened_with_a_fee(invite, hidden_case):
    assert "56,70" not in invite(of=hidden_case)


def test_the_meeting_place_of_a_hidden_client_is_not_printed(invite, hidden_case):
    text = invite(of=hidden_case)
    assert "Koulukatu" not in text
    assert "Kerromme paikan sinulle henkilökohtaisesti." in text


@pytest.mark.parametrize(
    ("meeting", "words"),
    [(MeetingWay.TELEPHONE, "Soitamme sinulle."), (MeetingWay.VIDEO, "Lähetämme sinulle linkin.")],
)
def test_a_meeting_at_a_distance_says_how(invite, meeting, words):
    text = invite(without(BOOKED, meeting=meeting))
    assert words in text
    assert "Koulukatu" not in text


@pytest.mark.parametrize(("official", "other"), [("fi", "ar"), ("sv", "so"), ("fi", "ti")])
@pytest.mark.parametrize("large", [False, True])
def test_it_prints_in_two_languages(invite, official, other, large):
    assert "56,70" in invite(official=official, other=other, large=large)


def test_a_loose_page_says_for_which_day_it_invites(case):
    sheet = invitation_sheet(
        case.office, case.officer, case.client, BOOKED, official="fi", other="sv"
    )
    assert sheet.runs_as == (Day(BOOKED.day),)


def test_a_letter_that_others_may_open_tells_no_birthday(case):
    sheet = invitation_sheet(
        case.office, case.officer, case.client, BOOKED, official="fi", other="sv"
    )
    assert sheet.facts == (Words(HEAD.client_number, {"number": Plain(case.client.number)}),)

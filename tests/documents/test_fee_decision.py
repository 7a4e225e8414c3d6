from datetime import date, time
from decimal import Decimal

import pytest

from kotoutus_desktop.documents.fee_decision import DecidedFee, fee_decision_sheet
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf

DECIDED = DecidedFee(
    decided_on=date(2026, 11, 24),
    day=date(2026, 11, 12),
    starts=time(9, 30),
    amount=Decimal("60.20"),
    due_on=date(2026, 12, 8),
    cost=Decimal("88.00"),
    highest=Decimal("60.20"),
    told_on=date(2026, 11, 2),
    told_in="ar",
    reason="Asiakkaaseen ei saatu yhteyttä.",
)


@pytest.fixture
def decision(case, read_pdf):
    """Return what prints the decision and reads it again."""

    def make(**edition) -> str:
        wanted = {"official": "fi", "other": "sv"} | edition
        sheet = fee_decision_sheet(case.office, case.officer, case.client, DECIDED, **wanted)
        assert not [problem for problem in problems(sheet) if problem.blocks]
        return " ".join(" ".join(read_pdf(sheet_pdf(sheet))).split())

    return make


def test_it_says_what_is_paid_when_and_why(decision):
    text = decision()

    for said in (
        "Päätös maksusta käyttämättä jääneestä ajasta",
        "Päätöksen päivä: 24.11.2026",
        "Päivä: 12.11.2026",
        "Maksettavaa: 60,20 euroa",
        "Eräpäivä: 8.12.2026",
        "Tulkitsemisen kustannukset: 88,00 euroa",
        "Päivä: 2.11.2026. Kieli: arabia.",
        "Asiakkaaseen ei saatu yhteyttä.",
        "Laki 681/2023, 32 a ja 95 §",
    ):
        assert said in text


def test_it_says_how_to_have_it_corrected_and_where(decision, case):
    text = decision()

    assert "30 päivän kuluessa" in text
    assert "inom 30 dagar" in text
    assert case.office.name_fi in text.split("Lähetä kirje tänne:")[1]

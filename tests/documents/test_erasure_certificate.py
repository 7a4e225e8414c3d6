from datetime import UTC, date, datetime

import pytest

from kotoutus_desktop.documents.erasure_certificate import (
    CertifiedErasure,
    certificate_pdf,
    rule_text,
)
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.retention import Erasure, ErasureGround
from tests.reading import pdf_text

DONE = Erasure(
    number="U7-0214",
    ground=ErasureGround.RETENTION,
    years=4,
    closed_on=date(2022, 11, 23),
    erased_at=datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
    rows=41,
    copies_until=date(2027, 11, 25),
)


@pytest.fixture(autouse=True)
def english():
    set_interface_language("en")


def test_the_certificate_says_number_day_rule_by_whom_and_until_when_copies_hold_the_case():
    content = certificate_pdf(
        "Utajärven kunta", date(2026, 11, 24), [CertifiedErasure(DONE, "Maija Esimerkki")]
    )

    text = pdf_text(content)
    for expected in ("U7-0214", "23.11.2022", "24.11.2026", "Maija Esimerkki", "41", "25.11.2027"):
        assert expected in text
    assert "4 years" in text


def test_an_erasure_before_its_time_says_why():
    erasure = Erasure(
        number="U7-1", ground=ErasureGround.DEMAND, reason="TSV 77/2026", erased_at=DONE.erased_at
    )

    assert rule_text(erasure) == "Before its time: TSV 77/2026"


def test_a_case_from_the_bin_says_so():
    erasure = Erasure(number="U7-1", ground=ErasureGround.BIN, erased_at=DONE.erased_at)

    assert "bin" in rule_text(erasure)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_certificate_stands_in_the_language_of_the_interface(language):
    set_interface_language(language)
    try:
        text = pdf_text(
            certificate_pdf("Utajärvi", date(2026, 11, 24), [CertifiedErasure(DONE, "")])
        )
    finally:
        set_interface_language("en")

    assert "Certificate" not in text

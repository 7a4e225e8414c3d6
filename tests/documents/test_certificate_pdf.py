import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.certificate import certificate
from kotoutus_desktop.documents.certificate_pdf import certificate_pdf
from tests.documents.conftest import squashed
from tests.documents.courses import strays
from tests.documents.test_certificate import CERTIFIED
from tests.typesetting.reading import by_pdfium
from tests.typesetting.tree import faults_of


@pytest.mark.parametrize("other", ["ar", "ti", "th", "my", None])
def test_it_is_tagged_without_fault_and_on_the_page(case: Case, other: str | None) -> None:
    records = (case.office, case.officer, case.client)
    case.client.given_names = "Maximilian Alexander Abdulrahman " * 4

    pdf = certificate_pdf(certificate(*records, CERTIFIED, official="fi", other=other))

    assert faults_of(pdf) == []
    assert strays(pdf) == []
    assert "7:00" in squashed(by_pdfium(pdf))


def test_the_same_hours_give_the_same_bytes(case: Case) -> None:
    records = (case.office, case.officer, case.client)
    made = [
        certificate_pdf(certificate(*records, CERTIFIED, official="sv", other="prs"))
        for _ in range(2)
    ]

    assert made[0] == made[1]

import pytest

from kotoutus_desktop.documents.notice import VERSION, notice_sheet
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.phrases.library import PhraseKind, library
from kotoutus_desktop.phrases.wording import Wording


@pytest.fixture
def notice(case):
    return notice_sheet(case.office, case.officer, case.client, official="fi", other="sv")


def test_it_holds_every_right_and_duty_that_the_program_knows(notice):
    said = {said.phrase for _row, said in notice.said() if isinstance(said, Wording)}
    known = library().of_kind(PhraseKind.RIGHT, PhraseKind.DUTY)
    assert said == {phrase.code for phrase in known if not phrase.slots}
    assert len(said) > 5


def test_it_tells_its_version_and_where_to_complain(notice, read_pdf):
    assert not [problem for problem in problems(notice) if problem.blocks]
    text = " ".join(" ".join(read_pdf(sheet_pdf(notice))).split())
    assert f"Versio {VERSION}" in text
    assert "tietosuoja.fi" in text
    assert "Olen saanut tämän tiedotteen" in text
    assert "2016/679" in text

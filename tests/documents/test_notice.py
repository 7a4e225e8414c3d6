import pytest

from kotoutus_desktop.documents.letter_words import NOTICE
from kotoutus_desktop.documents.notice import VERSION, notice_sheet
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.said import Plain, Words
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


def test_it_says_who_answers_for_the_data_and_on_what_ground(notice):
    said = [said for _row, said in notice.said() if isinstance(said, Words)]
    (controller,) = [words for words in said if words.text == NOTICE.controller]
    assert controller.values == {"office": Plain("Utajärven kunta")}
    assert {NOTICE.ground, NOTICE.secrecy, NOTICE.retention, NOTICE.access, NOTICE.rectify} <= {
        words.text for words in said
    }


@pytest.mark.parametrize(("official", "other"), [("fi", "ar"), ("sv", "so"), ("fi", "ti")])
@pytest.mark.parametrize("large", [False, True])
def test_it_prints_in_two_languages(case, read_pdf, official, other, large):
    records = (case.office, case.officer, case.client)
    sheet = notice_sheet(*records, official=official, other=other, large=large)

    assert not [problem for problem in problems(sheet) if problem.blocks]
    assert "tietosuoja.fi" in "".join(read_pdf(sheet_pdf(sheet)))

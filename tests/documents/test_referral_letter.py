import pytest

from kotoutus_desktop.documents.referral_letter import ReferralLetter, referral_letter_sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.rules.referrals import Ground
from tests.documents.referrals import referral_of, source_of, texts_of


def letter_of(case, *, official="fi", tells_place=True, **fields):
    source = source_of(case, official)
    asked = ReferralLetter(source, referral_of(case, **fields), case.plan, tells_place)
    return referral_letter_sheet(asked)


@pytest.mark.parametrize(
    ("official", "words"),
    [("fi", ("Lähete palveluun", "94 §", "8.12.2026")), ("sv", ("Hänvisning", "94 §"))],
)
def test_the_letter_says_service_ground_and_day_of_the_answer(case, official, words):
    texts = texts_of(letter_of(case, official=official))

    for word in (*words, "Oulun seudun ammattiopisto", "Tarvitsee aamuryhmän."):
        assert word in texts


def test_a_letter_that_may_not_tell_the_place_tells_none(case):
    client = case.client
    client.street, client.phone, client.email = "Salakatu 5", "040 12345", "a@b.example"
    open_letter, closed = letter_of(case), letter_of(case, tells_place=False)

    for secret in ("Salakatu", "040 12345", "a@b.example"):
        assert secret in texts_of(open_letter)
        assert secret not in texts_of(closed)


def test_no_letter_goes_where_nothing_is_given(case):
    with pytest.raises(KotoutusError):
        letter_of(case, ground=Ground.CLIENT_ONLY)


def test_the_letter_is_a_paper_of_one_language(case):
    sheet = letter_of(case)

    assert sheet.languages == ("fi",)
    assert sheet_pdf(sheet).startswith(b"%PDF")

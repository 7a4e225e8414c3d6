from datetime import date

import pytest

from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.referral_copy import referral_copy_sheet
from kotoutus_desktop.documents.referral_words import REFERRAL
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.referrals import Ground
from tests.documents.referrals import referral_of, texts_of


def copy_of(case, other="ar", **fields):
    records = (case.office, case.officer, case.client, referral_of(case, **fields))
    return referral_copy_sheet(*records, official="fi", other=other, library=case.library)


@pytest.mark.parametrize(
    ("fields", "said", "unsaid"),
    [
        ({}, REFERRAL.law_allows, REFERRAL.consented),
        ({"ground": Ground.CLIENT_ONLY}, REFERRAL.nothing_told, REFERRAL.wait),
        (
            {"ground": Ground.CONSENT, "consented_on": date(2026, 11, 1)},
            REFERRAL.consented,
            REFERRAL.law_allows,
        ),
        (
            {"ground": Ground.MOVE, "consented_on": date(2026, 11, 1)},
            REFERRAL.moving,
            REFERRAL.consented,
        ),
    ],
)
def test_the_copy_says_what_is_told_and_on_which_ground(case, fields, said, unsaid):
    texts = texts_of(copy_of(case, **fields))

    assert said in texts
    assert unsaid not in texts


def test_where_a_client_is_stands_on_no_copy(hidden_case):
    client = hidden_case.client
    client.street, client.phone, client.town = "Salakatu 5", "040 12345", "Piilola"
    texts = texts_of(copy_of(hidden_case))

    assert REFERRAL.place_hidden in texts
    for secret in ("Salakatu", "040 12345", "Piilola"):
        assert secret not in texts


@pytest.mark.parametrize("language", [*CLIENT_LANGUAGES])
def test_the_copy_is_printed_in_every_language_of_clients(case, language):
    sheet = copy_of(case, language, what=Wording())

    assert [each for each in problems(sheet) if each.blocks] == []


def test_the_copy_is_a_paper(case):
    assert sheet_pdf(copy_of(case)).startswith(b"%PDF")

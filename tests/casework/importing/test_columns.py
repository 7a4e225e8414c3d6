import pytest

from kotoutus_desktop.casework.importing.columns import FIELDS, match_columns
from kotoutus_desktop.models.client import Client


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (["Sukunimi", "Etunimet", "Hetu"], ["family_names", "given_names", "identity_code"]),
        (["Efternamn", "Förnamn", "Språk"], ["family_names", "given_names", "service_language"]),
        (["Surname", "First name", "Date of birth"], ["family_names", "given_names", "born"]),
        (["SYNTYMÄAIKA", "Puh.", "E-post"], ["born", "phone", "email"]),
    ],
)
def test_headings_are_known_in_three_languages(headings, fields):
    assert list(match_columns(headings).values()) == fields


def test_a_heading_that_says_nothing_is_left_to_the_counsellor():
    assert match_columns(["Huom.", "Sukunimi", ""]) == {1: "family_names"}


def test_a_field_is_matched_once():
    assert match_columns(["Puhelin", "Telefon"]) == {0: "phone"}


def test_every_field_is_one_of_a_client_or_becomes_some():
    several = {"full_name", "address", "code_or_born"}

    assert set(FIELDS) - several <= set(Client.__mapper__.columns.keys())

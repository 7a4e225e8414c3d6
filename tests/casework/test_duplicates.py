from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kotoutus_desktop.casework.duplicates import Match, Reason, possible_duplicates
from kotoutus_desktop.casework.name_index import index_client
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.database import Database

Ask = Callable[..., list[Match]]


@pytest.fixture
def known(database: Database, make_client: Callable[..., Client]) -> Callable[..., Client]:
    """Return a maker of clients whom the office knows."""

    def keep(**fields: Any) -> Client:
        client = make_client(**fields)
        with database.transaction() as session:
            session.add(client)
            index_client(session, client)
        return client

    return keep


@pytest.fixture
def ask(database: Database) -> Ask:
    def possible(**fields: Any) -> list[Match]:
        with database.reading() as session:
            return possible_duplicates(session, **({"names": []} | fields))

    return possible


def test_the_same_identity_code_is_the_strongest_reason(known: Any, ask: Ask) -> None:
    client = known(identity_code="140388-9005")
    (match,) = ask(identity_code="140388-9005 ")
    assert match.client_id == client.id
    assert match.reasons == (Reason.IDENTITY_CODE,)
    assert match.name == "Amal Hassan Al-Khatib"
    assert ask(identity_code="140388A9005") == []


@pytest.mark.parametrize(
    "names", [["Elkhatib", "Amaal"], ["Amal", "al Khateeb"], ["أمل", "الخطيب"]]
)
def test_the_same_sounding_name_with_the_same_birth_date_warns(
    known: Any, ask: Ask, names: list[str]
) -> None:
    known()
    (match,) = ask(names=names, born=date(1988, 3, 14))
    assert match.reasons == (Reason.NAME_AND_BIRTH_DATE,)


def test_day_and_month_the_other_way_round_are_the_same_date(known: Any, ask: Ask) -> None:
    known(born=date(1988, 3, 5))
    (match,) = ask(names=["Amal", "Khatib"], born=date(1988, 5, 3))
    assert match.reasons == (Reason.NAME_AND_BIRTH_DATE,)


def test_the_same_year_is_a_weaker_reason(known: Any, ask: Ask) -> None:
    known(born=date(1988, 1, 1), born_precision=Precision.YEAR)
    (match,) = ask(names=["Amal", "Khatib"], born=date(1988, 3, 14))
    assert match.reasons == (Reason.NAME_AND_BIRTH_YEAR,)


def test_a_missing_birth_date_does_not_speak_against(known: Any, ask: Ask) -> None:
    known(born=None, born_precision=Precision.UNKNOWN)
    (match,) = ask(names=["Amal", "Khatib"], born=date(1988, 3, 14))
    assert match.reasons == (Reason.NAME,)


def test_another_birth_year_or_one_common_word_is_no_reason(known: Any, ask: Ask) -> None:
    known()
    assert ask(names=["Amal", "Khatib"], born=date(1999, 3, 14)) == []
    assert ask(names=["Amal"], born=date(1988, 6, 1)) == []
    assert ask(names=["Amal"]) == []
    assert ask(names=["Amal", "Virtanen"], born=date(1988, 3, 14)) == []


def test_nothing_typed_yet_warns_of_nobody(known: Any, ask: Ask) -> None:
    known(phone="")
    assert ask() == []
    assert ask(names=["", " "], phone="040") == []


def test_the_same_phone_adds_to_other_reasons(known: Any, ask: Ask) -> None:
    known(number="A-1", own_script_name="", call_name="", given_names="Omar", phone="040 1234567")
    known(number="A-2", phone="+358401234567")
    matches = ask(names=["Amal", "Khatib"], born=date(1988, 3, 14), phone="040 123 4567")
    assert [(m.number, m.reasons, m.score) for m in matches] == [
        ("A-2", (Reason.NAME_AND_BIRTH_DATE, Reason.PHONE), 110),
        ("A-1", (Reason.PHONE,), 30),
    ]


def test_the_client_who_is_being_corrected_is_not_a_duplicate(known: Any, ask: Ask) -> None:
    client = known(identity_code="140388-9005")
    assert ask(identity_code="140388-9005", exclude_id=client.id) == []


def test_a_client_with_a_non_disclosure_order_is_shown_by_number_only(known: Any, ask: Ask) -> None:
    known(non_disclosure=True)
    (match,) = ask(names=["Amal", "Khatib"], born=date(1988, 3, 14))
    assert (match.number, match.name, match.born) == ("U7-0214", "", None)
    assert match.non_disclosure


def test_a_match_tells_the_language_of_service_or_else_the_mother_tongue(
    known: Any, ask: Ask
) -> None:
    known(number="A-1", service_language="en", mother_tongue="ar")
    known(number="A-2", service_language="", mother_tongue="ar")
    matches = ask(names=["Amal", "Khatib"], born=date(1988, 3, 14))
    assert {match.number: match.language for match in matches} == {"A-1": "en", "A-2": "ar"}

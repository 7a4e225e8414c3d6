import pytest

from kotoutus_desktop.casework.own_phrases import (
    add_own_phrase,
    office_library,
    own_phrases,
    retire_own_phrase,
    retired_codes,
    revive_own_phrase,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.phrases.library import PhraseKind


def test_a_phrase_of_the_office_is_found_beside_those_that_ship(database: Database) -> None:
    with database.transaction() as session:
        added = add_own_phrase(session, PhraseKind.MEASURE, {"fi": " Käynti  valtuustosalissa. "})
        code = added.code

    with database.reading() as session:
        phrase = office_library(session).get(code)

    assert code == "U-001"
    assert phrase is not None
    assert phrase.pattern("fi") == "Käynti valtuustosalissa."
    assert phrase.pattern("ar") is None


def test_codes_go_on_from_the_last_one(database: Database) -> None:
    with database.transaction() as session:
        codes = [
            add_own_phrase(session, PhraseKind.GOAL, {"sv": f"Fras {number}."}).code
            for number in range(3)
        ]

    assert codes == ["U-001", "U-002", "U-003"]


def test_a_phrase_without_an_official_language_is_refused(database: Database) -> None:
    with pytest.raises(InvalidInput), database.transaction() as session:
        add_own_phrase(session, PhraseKind.GOAL, {"ar": "هدف", "fi": "  "})


def test_a_retired_phrase_stays_readable(database: Database) -> None:
    with database.transaction() as session:
        add_own_phrase(session, PhraseKind.NEED, {"fi": "Tarvitsee polkupyörän."})
    with database.transaction() as session:
        retire_own_phrase(session, "U-001")
        retire_own_phrase(session, "U-999")

    with database.reading() as session:
        assert retired_codes(session) == {"U-001"}
        assert office_library(session).get("U-001") is not None


def test_phrases_in_use_come_first_and_a_retired_one_can_come_back(database: Database) -> None:
    with database.transaction() as session:
        for text in ("Yksi.", "Kaksi."):
            add_own_phrase(session, PhraseKind.NEED, {"fi": text})
    with database.transaction() as session:
        retire_own_phrase(session, "U-001")

    with database.reading() as session:
        assert [row.code for row in own_phrases(session)] == ["U-002", "U-001"]
    with database.transaction() as session:
        revive_own_phrase(session, "U-001")
        revive_own_phrase(session, "U-999")
    with database.reading() as session:
        assert [row.code for row in own_phrases(session)] == ["U-001", "U-002"]

from datetime import date

import pytest

from kotoutus_desktop.casework.held import held_on
from kotoutus_desktop.casework.others import OTHERS
from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.documents.facts_sheet import facts_pdf
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.journal import Confidentiality, JournalEntry
from kotoutus_desktop.ui.keeping.held_sheet import field_text, held_sheet, subject_text
from tests.planting import case_tables, plant
from tests.reading import pdf_text

MINUTES, CENTS = 60, 100


@pytest.fixture
def planted(database, office):
    with database.transaction() as session:
        found = plant(session.connection())
        for mark in ("non_disclosure", "trafficking_victim", "restricted"):
            setattr(session.get_one(Client, found.client_id), mark, False)
    return found


def printed(database, client_id):
    with database.reading() as session:
        held, library = held_on(session, client_id), office_library(session)
    return pdf_text(facts_pdf(held_sheet(held, "Utajärvi", "Utajärvi, 24.11.2026", library)))


def on_paper(word):
    return f"{word.day}.{word.month}.{word.year}" if isinstance(word, date) else str(word)


def test_a_word_planted_in_any_column_of_any_table_of_a_case_is_printed(database, planted):
    text = printed(database, planted.client_id)

    others = {(table, name) for table, names in OTHERS.items() for name in names}
    for (table, name), word in planted.words.items():
        if isinstance(word, int):
            ways = {
                str(word),
                f"{word // CENTS},{word % CENTS:02}",
                f"{word // MINUTES}:{word % MINUTES:02}",
            }
            assert any(way in text for way in ways), (table, name)
        else:
            assert (on_paper(word) in text) is ((table, name) not in others), (table, name)
    assert "Blacked out: about another person" in text


def test_an_entry_that_is_kept_back_says_by_which_section(database, planted):
    with database.transaction() as session:
        entry = session.get_one(JournalEntry, planted.rows["journal_entry"])
        entry.confidentiality, entry.text = Confidentiality.NOT_TO_CLIENT, "Uhka"

    text = printed(database, planted.client_id)

    assert "621/1999 § 11(2)" in text
    assert "Uhka" not in text


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_column_and_table_of_a_case_has_a_name_in_words(language):
    set_interface_language("en")
    english = {
        column.name: field_text(column.name) for table in case_tables() for column in table.columns
    }
    bare = [
        name
        for name, text in english.items()
        if text == name.removesuffix("_id").replace("_", " ") and not name.endswith("_id")
    ]
    set_interface_language(language)

    assert [name for name in bare if name not in IDS] == []
    assert [t.name for t in case_tables() if subject_text(t.name) == t.name] == []


IDS = {"id", "household", "carried_from", "moved_to"}
"""Keys of records: the paper leaves them out."""

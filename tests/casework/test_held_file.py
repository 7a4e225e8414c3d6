import json
from datetime import UTC, datetime

import pytest

from kotoutus_desktop.casework.held import held_on
from kotoutus_desktop.casework.held_file import frozen_text, held_json
from kotoutus_desktop.casework.others import OTHERS
from kotoutus_desktop.models.client import Client
from tests.planting import plant

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def planted(database, office):
    with database.transaction() as session:
        found = plant(session.connection())
        for mark in ("non_disclosure", "trafficking_victim", "restricted"):
            setattr(session.get_one(Client, found.client_id), mark, False)
    return found


def test_a_word_planted_in_any_column_of_any_table_of_a_case_is_found(database, planted):
    with database.reading() as session:
        content = held_json(held_on(session, planted.client_id), NOW).decode()

    others = {(table, name) for table, names in OTHERS.items() for name in names}
    assert len(planted.words) > 200
    for place, word in planted.words.items():
        assert (str(word) in content) is (place not in others), place
    assert json.loads(content)["client"] == planted.words["client", "number"]


def test_the_frozen_case_is_given_without_other_people_and_without_the_phrases():
    text = json.dumps({"client": {"guardians": [{"name": "Äiti"}]}, "phrases": [{"code": "G1"}]})

    assert frozen_text(text) == {"client": {"guardians": "other_person"}}
    assert frozen_text("no case") == "no case"

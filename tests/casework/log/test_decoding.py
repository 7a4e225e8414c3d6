from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from kotoutus_desktop.casework.log.decoding import decoded
from kotoutus_desktop.models.history.row_state import tables_by_name
from kotoutus_desktop.models.plan import PlanState
from kotoutus_desktop.phrases.wording import Wording

KEY = UUID(int=7)


def column(path):
    table, name = path.split(".")
    return tables_by_name()[table].columns[name]


@pytest.mark.parametrize(
    ("path", "stored", "value"),
    [
        ("client.born", "1988-03-14", date(1988, 3, 14)),
        ("client.interpreter_needed", 1, True),
        ("client.citizenships", '["760"]', ["760"]),
        ("client.citizenships", "[]", None),
        ("client.officer_id", KEY.hex, KEY),
        ("client.phone", "", None),
        ("client.phone", None, None),
        ("plan.state", "agreed", PlanState.AGREED),
        ("goal.goal", '{"text": "Oma", "language": "fi"}', Wording.free("Oma", "fi")),
        ("goal.goal", "{}", None),
        (
            "issued_paper.issued_at",
            "2026-11-24 07:31:00",
            datetime(2026, 11, 24, 7, 31, tzinfo=UTC),
        ),
    ],
)
def test_a_stored_value_is_what_its_field_holds(path, stored, value):
    assert decoded(column(path), stored) == value


@pytest.mark.parametrize(
    ("path", "stored"),
    [("plan.state", "of_a_newer_version"), ("client.born", "soon"), ("client.officer_id", "x")],
)
def test_what_cannot_be_read_is_left_as_it_is(path, stored):
    assert decoded(column(path), stored) == stored


def test_a_field_of_a_newer_version_is_left_as_it_is():
    assert decoded(None, "value") == "value"

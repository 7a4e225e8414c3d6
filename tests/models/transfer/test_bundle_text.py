import json
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.models.history.merging import Bundle, NewerTransfer
from kotoutus_desktop.models.history.row_state import Operation
from kotoutus_desktop.models.transfer.bundle_text import read_bundle, write_bundle
from kotoutus_desktop.models.transfer.sealed_file import TransferRefused

OFFICE = UUID(int=7)
KEY = st.binary(min_size=16, max_size=16)
NUMBER = st.integers(0, 2**63 - 1)
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
FIELDS = st.dictionaries(TEXT, TEXT | st.none() | st.integers(), max_size=3).map(json.dumps)
OPERATION = st.builds(
    Operation, KEY, NUMBER, NUMBER, KEY | st.none(), TEXT, KEY, KEY | st.none(), FIELDS
)
BUNDLE = st.builds(
    Bundle,
    st.lists(OPERATION, max_size=4).map(tuple),
    st.lists(st.tuples(KEY, NUMBER, KEY, NUMBER), max_size=4).map(tuple),
    st.lists(KEY, max_size=2).map(tuple),
)
ONE = Bundle((Operation(b"r" * 16, 1, 2, None, "client", b"c" * 16, b"c" * 16, "{}"),), ())


@given(BUNDLE)
def test_a_bundle_comes_back_as_it_was(bundle):
    assert read_bundle(write_bundle(bundle, OFFICE), OFFICE) == bundle


def test_a_bundle_of_another_office_is_refused():
    with pytest.raises(TransferRefused, match="another office"):
        read_bundle(write_bundle(ONE, OFFICE), UUID(int=8))


def test_a_bundle_of_a_newer_program_is_refused():
    with pytest.raises(NewerTransfer):
        read_bundle(write_bundle(replace(ONE, format=99), OFFICE), OFFICE)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, "00"), (0, None), (1, -1), (1, True), (1, 2**63), (2, "1"), (4, None), (5, 3),
        (6, "xx"), (7, "[]"), (7, "{"), (7, 1), (4, "\ud800"),
    ],
)  # fmt: skip
def test_an_operation_with_a_value_that_cannot_be_is_refused(place, value):
    content = json.loads(write_bundle(ONE, OFFICE))
    content["operations"][0][place] = value

    with pytest.raises(TransferRefused):
        read_bundle(json.dumps(content).encode(), OFFICE)


@given(st.binary(max_size=100))
def test_anything_else_is_no_bundle(body):
    with pytest.raises(TransferRefused):
        read_bundle(body, OFFICE)

from contextlib import suppress
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.casework.importing.columns import FIELDS
from kotoutus_desktop.casework.importing.table import FORMULA
from kotoutus_desktop.casework.importing.values import read_value
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.client import Precision

DAY = date(1990, 5, 4)


@pytest.mark.parametrize(
    "cell", [datetime.combine(DAY, time()), DAY, "4.5.1990", "1990-05-04", 32997, "04/05/1990"]
)
def test_a_date_is_read_however_it_stands_there(cell):
    assert read_value("born", cell) == {"born": DAY, "born_precision": Precision.DAY}
    assert read_value("arrived_on", cell) == {"arrived_on": DAY}


def test_a_year_alone_is_a_date_of_birth():
    assert read_value("born", 1984) == {"born": date(1984, 1, 1), "born_precision": Precision.YEAR}


@pytest.mark.parametrize("cell", ["31.2.1990", "tuntematon", 5, "1990"])
def test_what_is_no_day_is_refused(cell):
    with pytest.raises(InvalidInput):
        read_value("arrived_on", cell)


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        ("mother_tongue", "arabia", "ar"),
        ("mother_tongue", "Arabiska", "ar"),
        ("mother_tongue", "so", "so"),
        ("mother_tongue", "farsi", "fa"),
        ("home_municipality", "Utajärvi", "889"),
        ("home_municipality", 91, "091"),
    ],
)
def test_a_name_or_a_code_is_found(field, cell, code):
    assert read_value(field, cell) == {field: code}


def test_several_citizenships_are_found():
    assert read_value("citizenships", "Suomi, Syyria") == {"citizenships": ["246", "760"]}


def test_a_part_of_a_name_is_not_guessed():
    with pytest.raises(InvalidInput, match="not in the list"):
        read_value("mother_tongue", "arab")


@pytest.mark.parametrize(
    ("cell", "family", "given"),
    [
        ("Al-Khatib, Amal", "Al-Khatib", "Amal"),
        ("Amal Hassan", "Hassan", "Amal"),
        ("Amal", "Amal", ""),
    ],
)
def test_a_whole_name_becomes_two_fields(cell, family, given):
    assert read_value("full_name", cell) == {"family_names": family, "given_names": given}


def test_a_phone_that_a_spreadsheet_took_for_a_number_stays_one():
    assert read_value("phone", 401234567.0) == {"phone": "401234567"}


@pytest.mark.parametrize(
    ("cell", "value"), [("x", True), ("Kyllä", True), (1, True), ("ei", False)]
)
def test_a_mark_is_yes_or_no(cell, value):
    assert read_value("non_disclosure", cell) == {"non_disclosure": value}


def test_a_doubtful_mark_is_asked_about():
    with pytest.raises(InvalidInput):
        read_value("non_disclosure", "ehkä")


def test_a_formula_and_an_endless_text_are_refused():
    with pytest.raises(InvalidInput, match="formula"):
        read_value("phone", FORMULA)
    with pytest.raises(InvalidInput, match="characters long"):
        read_value("street", "x" * 301)


@given(
    st.sampled_from(sorted(FIELDS)),
    st.none() | st.text(max_size=30) | st.integers() | st.floats() | st.booleans() | st.datetimes(),
)
def test_whatever_stands_in_a_cell_is_read_or_refused(field, cell):
    with suppress(InvalidInput):
        assert isinstance(read_value(field, cell), dict)

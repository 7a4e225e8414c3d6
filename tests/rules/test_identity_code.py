import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.exceptions import ValidationError
from stdnum.fi import hetu

from kotoutus_desktop.rules.identity_code import (
    CENTURIES,
    IdentityCodeFault,
    InvalidIdentityCode,
    identity_code,
)

TODAY = date(2026, 11, 24)
ROWS = list(
    csv.DictReader(
        (Path(__file__).parent / "data" / "identity_code_examples.csv")
        .read_text("utf-8")
        .splitlines()
    )
)


def fault(text, today=TODAY):
    with pytest.raises(InvalidIdentityCode) as raised:
        identity_code(text, today)
    return raised.value


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["code"])
def test_every_example_is_told_right_from_wrong(row):
    if row["expected"] == "valid":
        code = identity_code(row["code"], TODAY)
        assert code.born == date.fromisoformat(row["birth_date_if_valid"])
        assert code.temporary
    else:
        fault(row["code"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("150875Y912X", IdentityCodeFault.CHECK),
        ("150875Y912O", IdentityCodeFault.CHECK),
        ("290223A915S", IdentityCodeFault.DATE),
        ("151390X942S", IdentityCodeFault.DATE),
        ("150875G912W", IdentityCodeFault.SEPARATOR),
        ("150875/912W", IdentityCodeFault.SEPARATOR),
        ("150875912W", IdentityCodeFault.FORM),
        ("15081975Y912W", IdentityCodeFault.FORM),
        ("150875 Y912W", IdentityCodeFault.FORM),
        ("", IdentityCodeFault.FORM),
        ("١٥٠٨٧٥Y٩١٢W", IdentityCodeFault.FORM),  # Arabic digits
        ("010190-000F", IdentityCodeFault.CHECK),
        ("010190-001X", IdentityCodeFault.CHECK),
    ],
)
def test_a_wrong_code_says_what_is_wrong(text, kind):
    assert fault(text).fault is kind


def test_numbers_that_nobody_is_given_are_refused():
    check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[10190001 % 31]

    assert fault(f"010190-001{check}").fault is IdentityCodeFault.FORM


def test_spaces_around_and_small_letters_are_tolerated():
    assert identity_code(" 150875y912w\n", TODAY).code == "150875Y912W"


def test_a_birth_in_the_future_is_refused():
    assert fault("061225D949L", date(2025, 12, 5)).fault is IdentityCodeFault.FUTURE
    assert identity_code("061225D949L", date(2025, 12, 6)).born == date(2025, 12, 6)


@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2014\u2212")
def test_a_dash_is_offered_as_a_hyphen_but_not_taken(dash):
    assert fault(f"290252{dash}901T").correction == "290252-901T"


def test_no_correction_is_offered_that_would_be_wrong_itself():
    assert fault("290252–901U").correction is None
    assert fault("150875/912W").correction is None


def test_numbers_below_900_are_not_temporary():
    check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[10190123 % 31]

    assert not identity_code(f"010190-123{check}", TODAY).temporary


@given(
    st.from_regex(r"\A(0[1-9]|[12][0-9]|3[0-2])(0[1-9]|1[0-3])[0-9]{2}[-+A-FU-Z][0-9]{3}[0-9A-Y]\Z")
)
def test_the_verdict_is_that_of_an_independent_library(text):
    try:
        expected = hetu.validate(text, allow_temporary=True)
    except ValidationError:
        expected = None

    try:
        found = identity_code(text, date.max).code
    except InvalidIdentityCode:
        found = None

    assert found == expected


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), st.integers(2, 999), st.data())
def test_every_lawful_code_gives_back_its_date(born, number, data):
    century = born.year // 100 * 100
    separator = data.draw(st.sampled_from([s for s, c in CENTURIES.items() if c == century]))
    digits = f"{born:%d%m}{born.year % 100:02}"
    check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(f"{digits}{number:03}") % 31]

    code = identity_code(f"{digits}{separator}{number:03}{check}", date.max)

    assert (code.born, code.temporary) == (born, number >= 900)


def test_the_message_does_not_carry_the_code():
    assert "150875" not in str(fault("150875Y912X"))

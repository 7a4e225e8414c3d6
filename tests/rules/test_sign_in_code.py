from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.sign_in_code import (
    LENGTH,
    SIGNS,
    WrongCode,
    codes,
    new_code,
    read_code,
)

EVERY_CODE = list(codes())
CODES = st.sampled_from(EVERY_CODE)


def test_there_are_codes_for_any_group_and_each_is_another():
    assert len(set(EVERY_CODE)) == len(EVERY_CODE) == 841
    assert {len(code) for code in EVERY_CODE} == {LENGTH}


@given(CODES, st.sampled_from(["{}", " {} ", "{}\n"]))
def test_a_code_is_read_however_it_is_typed(code, form):
    assert read_code(form.format(code.lower())) == code
    assert read_code(" ".join(code)) == code


@given(CODES, st.integers(0, LENGTH - 1), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_told(code, place, sign):
    wrong = code[:place] + sign + code[place + 1 :]
    if wrong != code:
        with pytest.raises(WrongCode):
            read_code(wrong)


@given(CODES)
def test_two_signs_in_each_others_place_are_told(code):
    swapped = [
        code[1] + code[0] + code[2],
        code[0] + code[2] + code[1],
        code[2] + code[1] + code[0],
    ]
    for wrong in swapped:
        if wrong != code:
            with pytest.raises(WrongCode):
                read_code(wrong)


@pytest.mark.parametrize("typed", ["", "2", "2222", "1OI", "åäö", "2-2"])
def test_what_is_no_code_is_told(typed):
    with pytest.raises(WrongCode):
        read_code(typed)


def test_a_new_code_is_none_of_those_taken():
    taken = set(EVERY_CODE[:20])

    assert new_code(taken) == EVERY_CODE[20]
    assert new_code(EVERY_CODE) == ""


def test_neighbours_on_a_sheet_do_not_look_alike():
    sheet = EVERY_CODE[:25]

    alike = [
        (one, other)
        for one, other in permutations(sheet, 2)
        if sum(a != b for a, b in zip(one, other, strict=True)) < 2
    ]
    assert alike == []

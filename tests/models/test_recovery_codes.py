import pytest

from kotoutus_desktop.models.recovery_codes import (
    CODE_LENGTH,
    joined,
    new_code,
    normal_code,
    two_halves,
)


def test_codes_differ_and_have_no_letter_that_looks_like_another():
    codes = {new_code() for _ in range(50)}

    assert len(codes) == 50
    assert not set("ILOU") & set("".join(codes))


def test_two_halves_give_the_same_code_in_either_order():
    first, second = two_halves()

    assert joined(first, second) == joined(second.lower(), first)
    assert len(joined(first, second)) == CODE_LENGTH


def test_half_a_code_says_nothing_about_the_whole():
    first, second = two_halves()

    assert joined(first, second) not in {normal_code(first), normal_code(second)}
    # to any half belongs some other half for every whole code
    whole = normal_code(new_code())
    assert joined(first, joined(first, whole)) == whole


@pytest.mark.parametrize("sign", list("0Z"))
def test_a_sign_that_is_in_no_code_is_read_as_no_other_sign(sign):
    whole = "7" * CODE_LENGTH
    first = sign + "A" * (CODE_LENGTH - 1)
    second = joined(first, whole)

    assert joined("*" + first[1:], second) == "?" + whole[1:]
    assert joined(first, "*" + second[1:]) == "?" + whole[1:]


def test_halves_of_different_lengths_are_a_bug():
    with pytest.raises(ValueError, match="zip"):
        joined("ABC", "AB")

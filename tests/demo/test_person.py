from datetime import date

import pytest

from kotoutus_desktop.demo.person import Birth
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.rules.identity_code import identity_code

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("birth", "born"),
    [
        (Birth(20, 11, 24), date(2006, 11, 24)),
        (Birth(20, 11, 25), date(2005, 11, 25)),
        (Birth(47, precision=Precision.YEAR), date(1979, 1, 1)),
        (Birth(0, precision=Precision.UNKNOWN), None),
    ],
)
def test_a_birth_is_counted_back_from_today(birth: Birth, born: date | None) -> None:
    assert birth.on(TODAY) == born


@pytest.mark.parametrize("age", [9, 15, 38, 67])
def test_an_identity_code_is_valid_in_either_century(age: int) -> None:
    birth = Birth(age, 3, 14, code=901)

    code = birth.identity_code(TODAY)

    assert code is not None
    assert identity_code(code, TODAY).born == birth.on(TODAY)


def test_who_has_no_number_or_birthday_has_no_identity_code() -> None:
    assert Birth(30).identity_code(TODAY) is None
    assert Birth(30, precision=Precision.UNKNOWN, code=901).identity_code(TODAY) is None


def test_a_number_that_a_real_person_may_have_is_refused() -> None:
    with pytest.raises(ValueError, match="real person"):
        Birth(30, code=899).identity_code(TODAY)

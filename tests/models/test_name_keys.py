import csv
from collections.abc import Callable
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.models.name_keys import (
    Key,
    KeyKind,
    answers,
    born_key,
    heard,
    identity_key,
    keys,
    number_keys,
    phone_key,
    skeletons,
    sort_key,
    sounds_like,
    words_in,
)

DATA = Path(__file__).parent / "data"

# Measured on 490 pairs: 96.7 % found, 0.24 % of unrelated pairs match. The rules were improved by
# looking at the misses of every other pair, and at one of the rest (Abd al-Rahman). Neighbouring
# pairs are often the same name, so expect less of names that are not in the list.
FOUND_FLOOR = 0.96
FOUND_FLOOR_UNSEEN = 0.95
FALSE_CEILING = 0.003


def variants() -> list[dict[str, str]]:
    with (DATA / "name_variants.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def share(pairs: list[dict[str, str]]) -> float:
    return sum(sounds_like(p["written"], p["typed"]) for p in pairs) / len(pairs)


def test_nearly_all_spellings_of_one_name_are_found(
    record_property: Callable[[str, object], None],
) -> None:
    pairs = variants()
    found, unseen = share(pairs), share(pairs[1::2])
    record_property("found", f"{found:.1%} of {len(pairs)}")
    record_property("found of those not looked at", f"{unseen:.1%}")
    assert len(pairs) >= 320
    assert found >= FOUND_FLOOR
    assert unseen >= FOUND_FLOOR_UNSEEN


def test_hardly_any_unrelated_names_are_taken_for_each_other(
    record_property: Callable[[str, object], None],
) -> None:
    names = (DATA / "unrelated_names.txt").read_text(encoding="utf-8").split()
    pairs = list(permutations([(keys(name), heard(name)) for name in names], 2))
    wrong = sum(answers(kept, typed) for (kept, _), (_, typed) in pairs)
    record_property("false matches", f"{wrong / len(pairs):.2%} of {len(pairs)}")
    assert wrong / len(pairs) <= FALSE_CEILING


@pytest.mark.parametrize(
    "names",
    [
        ["Mohammed", "Muhammad", "Mohamed", "Maxamed", "Мухаммед", "محمد"],
        ["Hussein", "Xuseen", "Hosein", "حسين", "Hüseyin"],
        ["Shevchenko", "Schewtschenko", "Шевченко", "Ševtšenko"],
        ["Yuliia", "Юлія", "Юлия", "Julia", "Julija"],
        ["Tesfay", "Tesfai", "ተስፋይ"],
        ["Wahid", "Vahid", "وحید"],
    ],
)
def test_spellings_of_one_name_share_a_skeleton(names: list[str]) -> None:
    assert frozenset.intersection(*(skeletons(name) for name in names))


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("Abd al-Rahman", "Abdurrahman"),
        ("Abdul Rahman", "Abdulrahman"),
        ("عبد الرحمن", "Abdulrahman"),
        ("Al-Khatib", "Khatib"),
        ("Al-Khatib", "alkhatib"),
        ("Lê Thị Hồng", "hong le"),
        ("María José García López", "garcia lopes"),
    ],
)
def test_names_of_several_words_are_found_by_some_of_them_in_any_order(
    kept: str, typed: str
) -> None:
    assert sounds_like(kept, typed)


def test_every_word_typed_has_to_fit() -> None:
    assert not sounds_like("Amal Hassan", "Amal Virtanen")
    assert not sounds_like("Amal Hassan", "")
    assert not sounds_like("Amal Hassan", "-")


def test_a_short_skeleton_answers_only_to_itself() -> None:
    assert not sounds_like("Mohammed", "Mahi")
    assert sounds_like("Mohammed", "Moh")
    assert sounds_like("Muhammad", "Moham")


def test_finnish_letters_come_last_in_their_order_by_plain_bytes() -> None:
    names = ["Aalto", "Şahin", "Virtanen", "Wirtanen", "Zetterberg", "Åberg", "Ääri", "Öberg"]
    names.reverse()
    assert sorted(names, key=sort_key) == names[::-1]
    assert sort_key("Øre", "") == sort_key("Öre")
    assert sort_key("Шевченко") == "shevchenko"


def test_names_give_their_words_joined_neighbours_and_the_whole() -> None:
    spellings = {key.key for key in keys("Abd al-Karim") if key.kind is KeyKind.SPELLING}
    assert spellings == {"abd", "al", "karim", "abdal", "alkarim", "abdalkarim"}
    assert keys("", "  ", "–") == set()
    assert words_in("Al-Khatib,  Amal.") == ["Al", "Khatib", "Amal"]
    assert Key(KeyKind.SOUND, "mhmt") in keys("Muhammad")


@pytest.mark.parametrize(
    "phone", ["040 123 4567", "+358 40 1234567", "00358401234567", "040-123-4567", "٠٤٠١٢٣٤٥٦٧"]
)
def test_a_phone_number_has_one_key_however_it_is_written(phone: str) -> None:
    assert phone_key(phone) == "0401234567"


def test_foreign_phone_numbers_keep_their_digits() -> None:
    assert phone_key("+380 44 123 4567") == "380441234567"
    assert phone_key("ei ole") == ""


def test_a_case_number_is_known_whole_and_by_its_running_part() -> None:
    assert number_keys("U7-0214") == {"u70214", "0214", "214"}
    assert number_keys("") == set()


def test_a_birth_date_is_kept_as_far_as_it_is_known() -> None:
    born = date(1988, 3, 1)
    known = [born_key(born, precision) for precision in ("day", "month", "year", "unknown")]
    assert known == ["19880301", "198803", "1988", ""]


def test_an_identity_code_is_compared_with_all_its_characters() -> None:
    assert identity_key(" 150875Y912W ") == "150875y912w"
    assert identity_key("150875Y912W") != identity_key("150875X912W")


@given(st.text(max_size=40))
def test_any_text_gives_ascii_keys_and_is_found_by_its_own_words(name: str) -> None:
    found = keys(name)
    assert all(key.key.isascii() and key.key for key in found)
    assert bool(words_in(name)) == bool(found)
    if words_in(name):
        assert sounds_like(name, name)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöåçşıéñđ", min_size=1, max_size=20))
def test_marks_and_case_never_change_the_sort_place_of_plain_letters(name: str) -> None:
    assert sort_key(name) == sort_key(name.upper().lower())
    assert all(len(skeleton) <= len(name) * 3 for skeleton in skeletons(name))

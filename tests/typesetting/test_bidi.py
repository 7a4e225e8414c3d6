"""The conformance suites of Unicode 15, unaltered in `data`: a sample always, all of it on demand.

python3 dev.py test -m whole tests/typesetting/test_bidi.py
"""

import lzma
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kotoutus_desktop.typesetting.bidi import embedding_levels, levels_of_classes, visual_order

DATA = Path(__file__).parent / "data"
CHARACTER_TEST, CLASS_TEST = DATA / "BidiCharacterTest.txt.xz", DATA / "BidiTest.txt.xz"
BASES = {"0": 0, "1": 1, "2": None}
BITS = ((1, None), (2, 0), (4, 1))
CHARACTER_CASES, CLASS_CASES = 91_707, 770_241
ONE_OF = 40


def agrees(levels: list[int], wanted: str, order: str) -> bool:
    expected = wanted.split()
    kept = [place for place, level in enumerate(expected) if level != "x"]
    shown = [kept[index] for index in visual_order([levels[place] for place in kept])]
    return [levels[place] for place in kept] == [int(expected[place]) for place in kept] and (
        shown == [int(place) for place in order.split()]
    )


def character_case_holds(line: str) -> bool:
    codes, direction, paragraph, wanted, order = line.split(";")
    text = "".join(chr(int(code, 16)) for code in codes.split())
    levels, base = embedding_levels(text, BASES[direction])
    return base == int(paragraph) and agrees(levels, wanted, order)


def class_results(line: str) -> Iterator[bool]:
    classes, bits, wanted, order = line.split(";")
    for bit, base in BITS:
        if int(bits) & bit:
            levels, _ = levels_of_classes(classes.split(), None, base)
            yield agrees(levels, wanted, order)


def lines_of(path: Path) -> list[str]:
    return lzma.decompress(path.read_bytes()).decode("utf-8").splitlines()


def character_cases() -> list[str]:
    return [line for line in lines_of(CHARACTER_TEST) if line and line[0] != "#"]


def class_cases() -> Iterator[str]:
    wanted = order = ""
    for line in lines_of(CLASS_TEST):
        if line.startswith("@Levels:"):
            wanted = line.removeprefix("@Levels:").strip()
        elif line.startswith("@Reorder:"):
            order = line.removeprefix("@Reorder:").strip()
        elif line and line[0] not in "#@":
            yield f"{line};{wanted};{order}"


def is_in_sample(case: str) -> bool:
    """Choose by the case itself, the same in every run and on every machine."""
    return zlib.crc32(case.encode()) % ONE_OF == 0


def test_a_sample_of_the_unicode_character_cases_holds() -> None:
    cases = [case for case in character_cases() if is_in_sample(case)]
    assert len(cases) > CHARACTER_CASES // ONE_OF // 2
    assert [case for case in cases if not character_case_holds(case)] == []


def test_a_sample_of_the_unicode_class_cases_holds() -> None:
    cases = [case for case in class_cases() if is_in_sample(case)]
    assert len(cases) > CLASS_CASES // ONE_OF // 4
    assert [case for case in cases if not all(class_results(case))] == []


@pytest.mark.whole
def test_every_unicode_character_case_holds() -> None:
    results = [character_case_holds(case) for case in character_cases()]
    assert (sum(results), len(results)) == (CHARACTER_CASES, CHARACTER_CASES)


@pytest.mark.whole
@pytest.mark.timeout(400)
def test_every_unicode_class_case_holds() -> None:
    results = [result for case in class_cases() for result in class_results(case)]
    assert (sum(results), len(results)) == (CLASS_CASES, CLASS_CASES)


def test_a_number_inside_arabic_keeps_its_order() -> None:
    levels, base = embedding_levels("هدف 12", None)
    assert base == 1
    assert visual_order(levels) == [4, 5, 3, 2, 1, 0]


def test_left_to_right_text_has_no_levels() -> None:
    assert embedding_levels("Hämeentie 15 A", 0) == ([0] * 14, 0)

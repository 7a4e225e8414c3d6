import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from kotoutus_desktop.typesetting.bidi import embedding_levels, levels_of_classes, visual_order

SAMPLE = Path(__file__).parent / "data" / "bidi_sample.txt.gz"
UNICODE = Path("/usr/share/unicode")
CHARACTER_TEST, CLASS_TEST = UNICODE / "BidiCharacterTest.txt", UNICODE / "BidiTest.txt"
BASES = {"0": 0, "1": 1, "2": None}
BITS = ((1, None), (2, 0), (4, 1))
CHARACTER_CASES, CLASS_CASES = 91_707, 770_241


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


def class_lines(path: Path) -> Iterator[str]:
    wanted = order = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@Levels:"):
            wanted = line.removeprefix("@Levels:").strip()
        elif line.startswith("@Reorder:"):
            order = line.removeprefix("@Reorder:").strip()
        elif line and line[0] not in "#@":
            yield f"{line};{wanted};{order}"


def sample(kind: str) -> list[str]:
    lines = gzip.decompress(SAMPLE.read_bytes()).decode("utf-8").splitlines()
    return [line[2:] for line in lines if line.startswith(kind)]


def test_the_sample_of_unicode_character_cases_holds() -> None:
    cases = sample("C;")
    assert len(cases) > 1_500
    assert [case for case in cases if not character_case_holds(case)] == []


def test_the_sample_of_unicode_class_cases_holds() -> None:
    cases = sample("T;")
    assert len(cases) > 1_200
    assert [case for case in cases if not all(class_results(case))] == []


@pytest.mark.skipif(not CHARACTER_TEST.exists(), reason="package unicode-data is not installed")
def test_every_unicode_character_case_holds() -> None:
    lines = CHARACTER_TEST.read_text(encoding="utf-8").splitlines()
    results = [character_case_holds(line) for line in lines if line and line[0] != "#"]
    assert (sum(results), len(results)) == (CHARACTER_CASES, CHARACTER_CASES)


@pytest.mark.timeout(400)
@pytest.mark.skipif(not CLASS_TEST.exists(), reason="package unicode-data is not installed")
def test_every_unicode_class_case_holds() -> None:
    results = [result for line in class_lines(CLASS_TEST) for result in class_results(line)]
    assert (sum(results), len(results)) == (CLASS_CASES, CLASS_CASES)


def test_a_number_inside_arabic_keeps_its_order() -> None:
    levels, base = embedding_levels("هدف 12", None)
    assert base == 1
    assert visual_order(levels) == [4, 5, 3, 2, 1, 0]


def test_left_to_right_text_has_no_levels() -> None:
    assert embedding_levels("Hämeentie 15 A", 0) == ([0] * 14, 0)

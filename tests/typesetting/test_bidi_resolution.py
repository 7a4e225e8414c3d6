import pytest

from kotoutus_desktop.typesetting.bidi_resolution import IsolatingRun, resolve


def levels_of(classes: str, characters: str | None = None, level: int = 1) -> list[int]:
    kinds = classes.split()
    side = "R" if level & 1 else "L"
    run = IsolatingRun(
        places=list(range(len(kinds))),
        level=level,
        classes=list(kinds),
        original=list(kinds),
        characters=characters,
        start=side,
        end=side,
    )
    levels = [level] * len(kinds)
    resolve(run, levels)
    return levels


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ("R NSM", [1, 1]),
        ("AL EN", [1, 2]),
        ("EN CS EN", [2, 2, 2]),
        ("EN ET", [2, 2]),
        ("R ON R", [1, 1, 1]),
        ("L ON L", [2, 2, 2]),
        ("L ON R", [2, 1, 1]),
    ],
)
def test_weak_and_neutral_characters_follow_their_neighbours(
    classes: str, expected: list[int]
) -> None:
    assert levels_of(classes) == expected


def test_both_brackets_of_a_pair_take_one_direction() -> None:
    assert levels_of("R ON L ON R", "א(a)א") == [1, 1, 2, 1, 1]
    assert levels_of("L ON R ON L", "a(א)a", level=0) == [0, 0, 1, 0, 0]

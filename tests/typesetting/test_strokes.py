from pathlib import Path

import pytest

from kotoutus_desktop.typesetting.strokes import Step, line_drawing

ICONS = Path(__file__).parents[2] / "resources" / "icons"
SVG = '<svg viewBox="0 0 24 24" stroke-width="2"><path d="{data}" /></svg>'


def steps(data: str) -> list[Step]:
    return [step for outline in line_drawing(SVG.format(data=data)).outlines for step in outline]


def test_lines_are_followed_from_where_the_pen_is() -> None:
    found = steps("M4 6h8v-2l-1.5.5z")

    ends = [step.points[-1] for step in found]
    assert ends == [(4, 6), (12, 6), (12, 4), (10.5, 4.5), (4, 6)]
    assert [step.kind for step in found] == ["move", *["line"] * 4]


def test_numbers_that_follow_repeat_the_command() -> None:
    assert [step.kind for step in steps("M1 1 2 2l1 1 1 1")] == ["move", *["line"] * 3]


def test_a_smooth_curve_goes_on_in_the_direction_of_the_one_before() -> None:
    first, second = steps("M0 0c1 0 2 1 2 2s1 2 2 2")[1:]

    assert first.points == ((1, 0), (2, 1), (2, 2))
    assert second.points == ((2, 3), (3, 4), (4, 4))


@pytest.mark.parametrize(
    ("flags", "top"), [("0 1", (12, 3)), ("0 0", (12, 21)), ("1 1", (12, 3)), ("1 0", (12, 21))]
)
def test_an_arc_goes_round_the_side_its_flags_say(flags: str, top: tuple[float, float]) -> None:
    found = steps(f"M3 12a9 9 0 {flags} 18 0")

    assert [step.kind for step in found] == ["move", "curve", "curve"]
    assert found[1].points[-1] == pytest.approx(top)
    assert found[2].points[-1] == pytest.approx((21, 12))


def test_of_two_circles_the_large_arc_takes_the_long_way() -> None:
    assert len(steps("M12 3a9 9 0 0 1 9 9")) == 2
    assert len(steps("M12 3a9 9 0 1 1 -9 9")) == 4


def test_an_ellipse_that_is_too_small_is_grown() -> None:
    assert steps("M0 0a1 1 0 0 1 8 0")[1].points[-1] == pytest.approx((4, -4))


@pytest.mark.parametrize("icon", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_is_read_and_stays_in_its_square(icon: Path) -> None:
    drawing = line_drawing(icon.read_text(encoding="utf-8"))

    assert drawing.side == 24
    points = [
        number
        for outline in drawing.outlines
        for step in outline
        for point in step.points
        for number in point
    ]
    assert points
    assert min(points) > -1
    assert max(points) < 25


@pytest.mark.parametrize("svg", ["<svg />", SVG.format(data="M1 1l2")])
def test_what_is_no_drawing_of_lines_is_refused(svg: str) -> None:
    with pytest.raises(ValueError, match=r"drawing|path"):
        line_drawing(svg)

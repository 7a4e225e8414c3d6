from kotoutus_desktop.typesetting import Paragraph, Rule, style_for
from kotoutus_desktop.typesetting.stack import Stack, as_flowables

FI = style_for("fi", 10)


def lines(count: int) -> Paragraph:
    return Paragraph("\n".join(["rivi"] * count), FI)


def test_a_stack_has_the_distances_between_but_not_around_its_content() -> None:
    assert Stack([lines(1), lines(2)]).wrap(100) == 3 * FI.leading + FI.space_after
    assert Stack([]).wrap(100) == 0


def test_a_stack_that_fits_leaves_nothing() -> None:
    halves = Stack([lines(2)]).split(100, 1000)
    assert halves is not None
    assert halves[1].flowables == []


def test_a_stack_divides_inside_a_paragraph() -> None:
    halves = Stack([lines(1), lines(6)]).split(100, FI.leading * 4.5)
    assert halves is not None
    first, second = halves
    assert first.wrap(100) == 4 * FI.leading + FI.space_after
    assert second.wrap(100) == 3 * FI.leading


def test_a_stack_divides_before_what_cannot_be_divided() -> None:
    halves = Stack([lines(1), Rule(space=50)]).split(100, FI.leading * 3)
    assert halves is not None
    assert [len(half.flowables) for half in halves] == [1, 1]


def test_nothing_is_left_when_even_the_first_does_not_fit() -> None:
    assert Stack([lines(1)]).split(100, 5) is None


def test_the_first_base_line_is_that_of_the_first_text() -> None:
    assert Stack([lines(1)]).first_base_line == lines(1).first_base_line
    assert Stack([Rule()]).first_base_line == 0


def test_content_may_be_one_or_many() -> None:
    one = lines(1)
    assert as_flowables(one) == [one]
    assert as_flowables((one, one)) == [one, one]

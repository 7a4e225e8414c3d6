import pytest

from kotoutus_desktop.typesetting.style import Run, as_runs, style_for


@pytest.mark.parametrize(
    ("language", "leading"), [("ur", 22), ("my", 17), ("ar", 15), ("fi", 13.8), ("th", 14.5)]
)
def test_lines_stand_as_far_apart_as_the_script_needs(language: str, leading: float) -> None:
    assert style_for(language, 10).leading == pytest.approx(leading)


def test_direction_and_tag_come_from_the_language() -> None:
    dari = style_for("prs", 10, bold=True, align="center")
    assert (dari.rtl, dari.bold, dari.align, dari.tag) == (True, True, "center", "fa-AF")
    assert not style_for("ku", 10).rtl


def test_content_may_be_text_a_run_or_runs() -> None:
    assert as_runs("teksti") == (Run("teksti"),)
    assert as_runs(Run("teksti", bold=True)) == (Run("teksti", bold=True),)
    assert as_runs([Run("a"), Run("b")]) == (Run("a"), Run("b"))

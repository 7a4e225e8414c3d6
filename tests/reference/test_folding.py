import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.reference.folding import fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Äijälä", "aijala"),
        ("Çelik-Yılmaz", "celik yilmaz"),
        ("İbrahim", "ibrahim"),
        ("Nguyễn  Thị", "nguyen thi"),
        ("Đặng", "dang"),
        ("Ca’da", "cada"),
        ("Шевченко", "shevchenko"),
        ("", ""),
        ("–", ""),
    ],
)
def test_marks_case_and_script_do_not_matter(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_folded_text_is_words_of_ascii_and_folds_to_itself(text: str) -> None:
    folded = fold(text)
    assert all(c in "abcdefghijklmnopqrstuvwxyz0123456789 " for c in folded)
    assert fold(folded) == folded

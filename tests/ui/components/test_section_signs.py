import pytest

from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.section_signs import kept_together


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the agreement of § 42.", "the agreement of §\u00a042."),
        ("§§ 16–24 and § 32 a", "§§\u00a016–24 and §\u00a032 a"),
        ("42 §:n sopimus", "42\u00a0§:n sopimus"),
        ("32 a §", "32\u00a0a\u00a0§"),
        ("a sign § alone", "a sign § alone"),
        ("16 24", "16 24"),
    ],
)
def test_a_section_sign_stays_with_its_number(text, kept):
    assert kept_together(text) == kept


def test_a_label_breaks_before_the_section_sign_and_says_its_words_as_they_were(qtbot):
    text = "only with the agreement of § 42."
    label = wrapped(text)
    qtbot.addWidget(label)
    alone = label.fontMetrics().horizontalAdvance("only with the agreement of §")
    two_lines = label.heightForWidth(alone + 2)

    assert label.text() == text
    assert two_lines > label.heightForWidth(1000)
    assert "§\u00a042" in label.shown()

from kotoutus_desktop.reference.language_levels import (
    exam_terms,
    language_levels,
    offered_levels,
)


def test_language_levels_run_from_low_to_high_and_show_only_verified_names() -> None:
    codes = [level.code for level in language_levels() if level.measured]
    assert codes[:3] == ["below_A1.1", "A1.1", "A1.2"]
    assert codes.index("B1.1") < codes.index("C2.2")
    first, c2 = language_levels().get("A1.1"), language_levels().get("C2.1")
    assert first
    assert c2
    assert first.label("fi") == "A1.1 Kielitaidon alkeiden hallinta"
    assert first.label("sv") == "A1.1"
    assert c2.label("fi") == "C2.1"
    assert offered_levels().get("above_C1.1") is None


def test_words_of_the_language_tests_come_by_group() -> None:
    assert [term.code for term in exam_terms("yki_exam")] == ["pt", "kt", "yt"]
    assert len(exam_terms("yki_grade")) == 12
    assert len(exam_terms("unknown")) == 0

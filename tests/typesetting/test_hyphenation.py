import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.typesetting.hyphenation import compound_seams, hyphenation_points


def divided(word: str, points: tuple[int, ...]) -> str:
    return "-".join(
        word[start:end] for start, end in zip((0, *points), (*points, None), strict=True)
    )


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("kotoutumissuunnitelma", "kotou-tu-mis-suun-ni-telma"),
        ("kansaneläkelaitos", "kansan-elä-ke-lai-tos".replace("kansan", "kan-san")),
        ("hyvinvointialueella", "hyvin-voin-ti-alueella"),
        ("työttömyysetuus", "työt-tö-myys-etuus"),
        ("aie", "aie"),
    ],
)
def test_finnish_words_are_divided_by_syllable(word: str, expected: str) -> None:
    assert divided(word, hyphenation_points(word, "fi")) == expected


def test_the_seams_of_compounds_are_known() -> None:
    assert divided("kansaneläkelaitos", compound_seams("kansaneläkelaitos", "fi")) == (
        "kansan-eläke-laitos"
    )


def test_swedish_words_are_divided_by_pattern() -> None:
    points = hyphenation_points("integrationsplan", "sv")
    assert divided("integrationsplan", points) == "integ-ra-tions-plan"


def test_other_languages_are_not_divided() -> None:
    assert hyphenation_points("integration", "en") == ()
    assert compound_seams("integration", "sv") == ()


@given(st.text("aeiouyäöklmnprstv", max_size=30), st.sampled_from(["fi", "sv"]))
def test_no_word_is_divided_within_three_letters_of_its_ends(word: str, language: str) -> None:
    points = (*hyphenation_points(word, language), *compound_seams(word, language))
    assert all(3 <= point <= len(word) - 3 for point in points)

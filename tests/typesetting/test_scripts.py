import pytest

from kotoutus_desktop.typesetting.scripts import resolved_scripts, script_of


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("ä", "Latn"),
        ("ж", "Cyrl"),
        ("ع", "Arab"),
        ("መ", "Ethi"),
        ("น", "Thai"),
        ("မ", "Mymr"),
        ("语", "Hani"),
        ("7", ""),
        ("×", ""),
        ("،", ""),
        ("\U0001f408", ""),
    ],
)
def test_characters_belong_to_their_script(character: str, script: str) -> None:
    assert script_of(character) == script


def test_shared_characters_take_the_script_of_their_word() -> None:
    assert resolved_scripts("（语言）") == ["Hani"] * 4
    assert resolved_scripts("B1 12") == ["Latn", "Latn", "", "", ""]
    assert resolved_scripts("") == []

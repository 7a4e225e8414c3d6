import pytest

from kotoutus_desktop.reference.language_names import language_name


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("fi", "fi", "suomi"),
        ("fi", "ru", "финский"),
        ("sv", "so", "Iswiidhish"),
        ("fi", "prs", "فنلندی"),
        ("fi", "fa", "فنلاندی"),
        ("prs", "fi", "dari"),
        ("prs", "ru", "дари"),
        ("prs", "prs", "دری"),
        ("ckb", "sv", "sorani (centralkurdiska)"),
        ("ar", "ar", "العربية"),
        ("kmr", "kmr", "kurdî (kurmancî)"),
        ("rhg", "rhg", "𐴌𐴗𐴥𐴝𐴙𐴚𐴒𐴙𐴝"),
    ],
)
def test_languages_are_named_in_the_clients_languages(code: str, language: str, name: str) -> None:
    assert language_name(code, language) == name


@pytest.mark.parametrize(("code", "language"), [("fi", "xx"), ("nonsense", "ru"), ("ksw", "rw")])
def test_a_name_that_is_not_known_is_none(code: str, language: str) -> None:
    assert language_name(code, language) is None


def papers() -> list[str]:
    nordic, east, asia = (
        "fi sv en et",
        "ru uk ar fa prs ckb ku so ti am tr",
        "zh vi th ps ur my bn ne",
    )
    return f"{nordic} {east} {asia} es fr sq sw".split()


@pytest.mark.parametrize("language", papers())
def test_finnish_and_swedish_have_a_name_in_every_language_of_the_papers(language: str) -> None:
    assert language_name("fi", language)
    assert language_name("sv", language)
    assert language_name("en", language)

import pytest

from kotoutus_desktop.documents.letters import digits, letters
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_every_language_has_its_letters(language: str) -> None:
    found = letters(language)

    assert 26 <= len(found) <= 260
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("fi", "äöÄz"),
        ("tr", "ğışİ"),
        ("ru", "ёыЯ"),
        ("ar", "ةىإ"),
        ("ckb", "ڕڵۆێ"),
        ("ur", "ٹںے"),
        ("ti", "ቐኣ"),
    ],
)
def test_the_letters_are_those_of_the_language(language: str, wanted: str) -> None:
    assert set(wanted) <= set(letters(language))


def test_letters_of_finnish_words_are_not_taken_for_those_of_another_script() -> None:
    assert not set("abcäö") & set(letters("ru"))


@pytest.mark.parametrize("language", ["bn", "ne", "my", "th", "ar"])
def test_a_vowel_sign_stands_on_a_consonant(language: str) -> None:
    carried = [letter for letter in letters(language) if len(letter) > 1]

    assert carried
    assert len({letter[0] for letter in carried}) == 1


def test_the_letters_stand_in_the_order_of_the_alphabet() -> None:
    assert "".join(letters("uk"))[:8] == "АаБбВвГг"


@pytest.mark.parametrize(
    ("language", "own"), [("fa", "۰۱۲۳۴۵۶۷۸۹"), ("my", "၀၁၂၃၄၅၆၇၈၉"), ("ar", "٠١٢٣٤٥٦٧٨٩")]
)
def test_the_digits_of_the_language_follow_those_of_the_papers(language: str, own: str) -> None:
    assert digits(language) == f"0123456789 {own}"
    assert digits("so") == "0123456789"

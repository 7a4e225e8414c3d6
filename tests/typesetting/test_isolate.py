import pytest

from kotoutus_desktop.typesetting.isolate import isolate_latin_pieces, isolated


@pytest.mark.parametrize(
    "piece",
    [
        "+358 40 123 4567",
        "matti.virtanen@example.fi",
        "https://www.example.fi/a?b=1",
        "131052-308T",
        "B1.1",
    ],
)
def test_latin_pieces_of_arabic_text_are_isolated_on_one_line(piece: str) -> None:
    kept = piece.replace(" ", "\u00a0")
    assert isolate_latin_pieces(f"على {piece} إذا", "ar") == f"على \u2066{kept}\u2069 إذا"


def test_a_full_stop_after_an_address_is_not_part_of_it() -> None:
    assert isolate_latin_pieces("في www.example.fi.", "ar") == "في \u2066www.example.fi\u2069."


def test_text_of_left_to_right_languages_stays_as_it_is() -> None:
    assert isolate_latin_pieces("тел. +358 40 123 4567", "ru") == "тел. +358 40 123 4567"


def test_what_is_isolated_already_is_not_isolated_again() -> None:
    text = f"هاتف {isolated('+358 40 123 4567')}"
    assert isolate_latin_pieces(text, "ar") == text


def test_an_empty_name_needs_no_isolate() -> None:
    assert isolated("") == ""
    assert isolated("Matti") == "\u2068Matti\u2069"

import re

import pytest

from kotoutus_desktop.typesetting import style_for
from kotoutus_desktop.typesetting.bidi import embedding_levels, visual_order
from kotoutus_desktop.typesetting.isolate import isolate_latin_pieces, isolated
from kotoutus_desktop.typesetting.layout import lines_of
from kotoutus_desktop.typesetting.style import as_runs


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


# read from left to right in any text, because it is called, looked up and copied
LATIN = [
    "32 a",
    "32\u00a0a",
    "§ 32 a",
    "32 a §",
    "+358 40 123 4567",
    "040 123 4567",
    "040-123 4567",
    "131052-308T",
    "010190A123B",
    "2.eko@example.fi",
    "12.3.2026",
    "1.3.2026–31.8.2026",
    "1.–15.3.2026",
    "9–15",
    "9.00–15.30",
    "8:30-16:00",
    "H1-0011",
    "UTA-2026-0011",
    "681/2023",
    "2016/679",
    "6(1)(c)",
    "00100 Hämeenlinna",
    "25\u00a0op",
    "A2.1–B1.1",
    "Hämeentie 12 B 34",
    "Hämeentie 12 B 34, 00100 Helsinki",
    "puh. 040 123 4567",
    "taso B1.1",
    "Kela (2. kerros) 040 123 4567 (9–15)",
    "(EU) 2016/679",
]


def as_seen(text: str) -> str:
    """Return the signs of a line of a right-to-left text from left to right (UAX #9)."""
    levels, _ = embedding_levels(text, 1)
    mirrored = str.maketrans("()", ")(")
    shown = [
        each.translate(mirrored) if level & 1 else each
        for each, level in zip(text, levels, strict=True)
    ]
    seen = "".join(shown[place] for place in visual_order(levels))
    return re.sub("[\u2066-\u2069]", "", seen).replace("\u00a0", " ")


@pytest.mark.parametrize("piece", LATIN)
@pytest.mark.parametrize("around", ["على {} إذا", "{}", "({})", "المادة {}.", "القانون {}، في {}"])
def test_a_latin_piece_is_seen_in_its_own_order(piece: str, around: str) -> None:
    text = isolate_latin_pieces(around.format(piece, piece), "ar")
    assert as_seen(text).count(piece.replace("\u00a0", " ")) == around.count("{}")


@pytest.mark.parametrize("piece", LATIN)
def test_a_latin_piece_keeps_its_order_in_an_inserted_text_of_arabic(piece: str) -> None:
    text = isolate_latin_pieces(f"الاسم: {isolated(f'المادة {piece}')}", "ar")
    assert piece.replace("\u00a0", " ") in as_seen(text)


def test_a_section_of_an_act_is_not_seen_as_its_letter_before_its_number() -> None:
    assert as_seen("المادة 32\u00a0a").startswith("a 32")
    assert as_seen(isolate_latin_pieces("المادة 32\u00a0a", "ar")).startswith("32 a")


def test_a_number_before_latin_words_stands_apart_from_them() -> None:
    text = isolate_latin_pieces("في 12.3.2026 Kela على", "ar")
    assert "Kela 12.3.2026" in as_seen(text)


def test_latin_words_without_numbers_need_no_isolate() -> None:
    assert isolate_latin_pieces("شاركت (Kela ja TE) في", "ar") == "شاركت (Kela ja TE) في"


def test_a_bracket_that_opens_before_a_number_is_seen_where_it_belongs() -> None:
    text = isolate_latin_pieces("الهاتف (Kela 040 123 4567) إذا", "ar")
    assert "(Kela 040 123 4567)" in as_seen(text)


@pytest.mark.parametrize("piece", ["32 a", "Hämeentie 12 B 34", "9–15", "+358 40 123 4567"])
@pytest.mark.parametrize("language", ["ar", "fa", "prs", "ckb", "ps", "ur"])
def test_a_latin_piece_is_printed_in_its_own_order(piece: str, language: str) -> None:
    text = isolate_latin_pieces(f"قانون {piece}", language)
    (line,) = lines_of(as_runs(text), style_for(language, 10), 500)
    placed = sorted((each for each in line.placed() if each.piece), key=lambda each: each.x)
    words = [each.piece.word for each in placed]
    left = [cluster.text for word in words for cluster in word.clusters]
    assert "".join(left).replace("\u00a0", "").startswith(piece.replace(" ", ""))

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.typesetting.reading import HAS_POPPLER, by_pdfium, by_poppler

LEFT_TO_RIGHT = ("fi", "sv", "en", "ru", "uk", "so", "ti", "th", "my", "zh")
RIGHT_TO_LEFT = ("ar", "fa")
UNSEEN = re.compile("[\\s\u00ad\u0002\ufffe\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
Printed = Callable[[str, str], bytes]

needs_poppler = pytest.mark.skipif(not HAS_POPPLER, reason="no pdftotext")


def bare(text: str) -> str:
    return UNSEEN.sub("", text)


@pytest.mark.parametrize("language", LEFT_TO_RIGHT)
def test_pdfium_copies_the_whole_sentence(
    language: str, sentences: dict[str, str], printed: Printed
) -> None:
    assert bare(sentences[language]) in bare(by_pdfium(printed(sentences[language], language)))


@needs_poppler
@pytest.mark.parametrize("language", LEFT_TO_RIGHT)
def test_poppler_copies_the_whole_sentence(
    language: str, sentences: dict[str, str], printed: Printed, tmp_path: Path
) -> None:
    text = by_poppler(printed(sentences[language], language), tmp_path)
    assert bare(sentences[language]) in bare(text)


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_pdfium_copies_every_right_to_left_word(
    language: str, sentences: dict[str, str], printed: Printed
) -> None:
    text = bare(by_pdfium(printed(sentences[language], language)))
    assert [word for word in sentences[language].split() if bare(word) not in text] == []


@needs_poppler
@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_poppler_copies_every_right_to_left_word_without_a_joiner(
    language: str, sentences: dict[str, str], printed: Printed, tmp_path: Path
) -> None:
    text = bare(by_poppler(printed(sentences[language], language), tmp_path))
    words = [word.strip(".") for word in sentences[language].split() if "\u200c" not in word]
    assert [word for word in words if word not in text] == []


@needs_poppler
def test_a_telephone_number_inside_arabic_keeps_its_order(printed: Printed, tmp_path: Path) -> None:
    text = by_poppler(printed("اتصل على الرقم +358 40 123 4567 إذا لم", "ar"), tmp_path)
    assert "+358401234567" in bare(text)


def test_persian_digits_keep_their_order(printed: Printed) -> None:
    assert "۱۴:۳۰" in bare(by_pdfium(printed("ساعت ۱۴:۳۰ در", "fa")))

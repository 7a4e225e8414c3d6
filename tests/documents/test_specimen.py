"""One page for every language, with everything that papers are made of."""

import unicodedata
from collections import Counter
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from kotoutus_desktop.documents.letters import digits, letters
from kotoutus_desktop.documents.specimen import specimen_pdf
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES, RIGHT_TO_LEFT
from kotoutus_desktop.typesetting import missing_characters
from kotoutus_desktop.typesetting.writing import writing_of

Elements = Callable[[bytes], list[tuple[str, str, str]]]
Read = Callable[[bytes], list[str]]
every_language = pytest.mark.parametrize("language", CLIENT_LANGUAGES)


@every_language
def test_a_specimen_is_one_page_with_every_kind_of_element(
    language: str, elements: Elements
) -> None:
    made = specimen_pdf(language)

    with pikepdf.open(BytesIO(made)) as document:
        assert len(document.pages) == 1
    counted = Counter(tag for tag, _, _ in elements(made))
    assert counted["H1"] == 1
    assert counted["H2"] == 2
    assert counted["H3"] == 4
    assert counted["L"] == 2
    assert counted["LI"] == 8
    assert counted["Table"] == 1
    assert (counted["TH"], counted["TD"]) == (3, 6)
    assert counted["Figure"] == 2


@every_language
def test_everything_is_said_in_letters_that_the_fonts_have(
    language: str, elements: Elements, read_pdf: Read
) -> None:
    made = specimen_pdf(language)
    text = "".join([*read_pdf(made), *(text for _, _, text in elements(made))])

    shown = "".join(sign for sign in text if unicodedata.category(sign)[0] != "C")

    assert len(shown) > 1000
    assert missing_characters(shown, language) == set()
    assert "{" not in shown


@every_language
def test_the_letters_stand_in_regular_and_in_bold(
    language: str, elements: Elements, read_pdf: Read, squash: Callable[[str], str]
) -> None:
    made = specimen_pdf(language)
    wanted = squash("".join([*letters(language), digits(language)]))

    # the structure tree holds the text where it runs from right to left
    read = [text for _, _, text in elements(made)] if language in RIGHT_TO_LEFT else read_pdf(made)

    assert squash("".join(read)).count(wanted) == 2


@every_language
def test_the_text_is_marked_with_its_language(language: str, elements: Elements) -> None:
    tags = {tag for _, tag, _ in elements(specimen_pdf(language))}

    assert writing_of(language).tag in tags


def test_the_same_specimen_has_the_same_bytes() -> None:
    assert specimen_pdf("ar") == specimen_pdf("ar")


def test_the_speaker_is_asked_in_the_language_of_the_interface(read_pdf: Read) -> None:
    set_interface_language("fi")

    texts = " ".join(read_pdf(specimen_pdf("ar")))

    assert "Mallisivu: arabia" in texts
    assert "konetuettu" in texts
    assert "Mitä pitää korjata" in texts

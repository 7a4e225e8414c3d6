import pytest

from kotoutus_desktop.typesetting import missing_characters
from kotoutus_desktop.typesetting.fonts import face_for, font_face
from kotoutus_desktop.typesetting.writing import writing_of

LANGUAGES = (
    *("fi", "sv", "en", "ru", "uk", "et", "ar", "fa", "prs", "ckb", "ku", "so", "ti", "am"),
    *("tr", "zh", "vi", "th", "es", "fr", "sq", "ps", "ur", "my", "bn", "ne"),
)


def test_no_sentence_of_a_client_language_lacks_a_character(sentences: dict[str, str]) -> None:
    missing = {code: missing_characters(text, code) for code, text in sentences.items()}
    assert not any(missing.values()), missing


def test_a_character_that_no_font_has_is_reported() -> None:
    assert missing_characters("kissa \U0001f408 龘", "fi") == {"\U0001f408", "龘"}


def test_characters_that_steer_the_layout_are_never_missing() -> None:
    assert missing_characters("\u2066\u00ad\u200b\u200c\n\t\u2069", "ar") == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_write_finnish_names_and_digits(language: str) -> None:
    assert missing_characters("Åke Öhmän-Žižek 0123456789 €–’", language) == set()


def test_a_name_in_another_script_falls_back_to_its_font() -> None:
    families = writing_of("fi").families
    face = face_for("ع", families, False)
    assert face is font_face("Vazirmatn")


def test_a_family_without_a_bold_face_is_thickened() -> None:
    assert font_face("NotoSansSC", bold=True).synthetic_bold
    assert not font_face("NotoSans", bold=True).synthetic_bold


def test_bold_latin_letters_are_never_thickened() -> None:
    families = writing_of("zh").families
    assert face_for("k", families, True) is font_face("NotoSans", bold=True)
    assert face_for("k", families, False) is font_face("NotoSansSC")


def test_urdu_takes_latin_letters_from_the_sans_serif_family() -> None:
    assert face_for("M", writing_of("ur").families, False) is font_face("NotoSans")


@pytest.mark.parametrize("family", ["NotoSansThai", "NotoSansDevanagari", "NotoNastaliqUrdu"])
def test_a_joiner_that_the_font_shows_as_a_bar_is_no_empty_glyph(family: str) -> None:
    face = font_face(family)
    assert face.hb_font.get_nominal_glyph(ord("\u200c"))
    assert face.empty_glyph_of("\u200c") is None
    assert face.empty_glyph == face.empty_glyph_of("\u200b") is not None

from kotoutus_desktop.typesetting.fonts import font_face
from kotoutus_desktop.typesetting.shaping import Manner, ShapedWord, shape


def shaped(family: str, text: str, script: str, language: str, rtl: bool = False) -> ShapedWord:
    return shape(font_face(family), text, Manner(rtl, script, language))


def texts(word: ShapedWord) -> list[str]:
    return [part.text for part in word.clusters]


def test_arabic_letters_take_the_forms_of_their_places() -> None:
    joined = shaped("Vazirmatn", "ببب", "Arab", "ar", rtl=True)
    alone = shaped("Vazirmatn", "ب", "Arab", "ar", rtl=True)
    forms = {glyph.number for part in joined.clusters for glyph in part.glyphs}
    assert len(forms) == 3
    assert alone.clusters[0].glyphs[0].number not in forms


def test_arabic_glyphs_stand_from_left_to_right_with_their_letters() -> None:
    assert texts(shaped("Vazirmatn", "عمل", "Arab", "ar", rtl=True)) == ["ل", "م", "ع"]


def test_persian_digits_are_shaped_from_left_to_right() -> None:
    assert texts(shaped("Vazirmatn", "۱۴", "Arab", "fa")) == ["۱", "۴"]


def test_thai_tone_marks_have_no_width_and_stand_over_their_letter() -> None:
    word = shaped("NotoSansThai", "ที่", "Thai", "th")
    bare = shaped("NotoSansThai", "ท", "Thai", "th")
    marks = [glyph for part in word.clusters[1:] for glyph in part.glyphs]
    assert word.width == bare.width
    assert all(glyph.x < bare.width for glyph in marks)


def test_burmese_vowels_that_are_written_before_share_their_cluster() -> None:
    word = shaped("NotoSansMyanmar", "မေ", "Mymr", "my")
    assert len(word.clusters) == 1
    assert word.clusters[0].shared
    assert len(word.clusters[0].glyphs) == 2


def test_one_glyph_of_a_shared_cluster_carries_its_text() -> None:
    word = shaped("NotoSansDevanagari", "क्षे", "Deva", "ne")
    for part in word.clusters:
        assert [glyph.text for glyph in part.glyphs if glyph.text] == [part.text]


def test_latin_ligatures_keep_the_letters_for_copying() -> None:
    word = shaped("NotoSans", "efficient", "Latn", "en")
    assert "".join(texts(word)) == "efficient"


def test_each_letter_of_a_right_to_left_ligature_has_its_place_on_paper() -> None:
    (cluster,) = shape(font_face("Vazirmatn"), "لا", Manner(True, "Arab", "ar")).clusters
    assert cluster.text == "لا"
    assert [glyph.text for glyph in cluster.glyphs] == ["ا", "ل"]
    assert font_face("Vazirmatn").glyph_width(cluster.glyphs[1].number) == 0


def test_a_joiner_that_would_be_seen_is_not_drawn() -> None:
    word = shape(font_face("NotoSansDevanagari"), "क्\u200dष", Manner(False, "Deva", "ne"))
    bar = font_face("NotoSansDevanagari").hb_font.get_nominal_glyph(ord("\u200d"))
    assert bar not in [glyph.number for cluster in word.clusters for glyph in cluster.glyphs]
    assert "".join(cluster.text for cluster in word.clusters) == "क्\u200dष"

from kotoutus_desktop.typesetting.analysis import Setting, Span, analysed
from kotoutus_desktop.typesetting.fonts import font_face
from kotoutus_desktop.typesetting.writing import writing_of


def setting(language: str) -> Setting:
    writing = writing_of(language)
    return Setting(writing.families, language, writing.rtl)


def test_blanks_after_a_word_are_no_part_of_its_width() -> None:
    text = analysed("kielen  taso", (Span(12, False, 0),), setting("fi"))
    first = text.chunks[0]
    alone = text.chunk(0, 6)
    assert (first.start, first.end) == (0, 8)
    assert first.width == alone.width
    assert first.gap == 2 * first.pieces[0].word.face.space_width


def test_a_blank_is_as_wide_as_the_letters_before_it_have_it() -> None:
    text = "Matti Meikäläinen منصوبہ ہے"
    chunks = analysed(text, (Span(len(text), False, 0),), setting("ur")).chunks
    latin, nastaliq = font_face("NotoSans").space_width, font_face("NotoNastaliqUrdu").space_width
    assert [chunk.gap for chunk in chunks] == [latin, latin, nastaliq, 0]


def test_a_word_is_shaped_in_one_piece_for_each_look() -> None:
    spans = (Span(3, False, 0), Span(3, True, 1))
    pieces = analysed("kielen", spans, setting("fi")).chunks[0].pieces
    assert [(piece.run, piece.word.face.name) for piece in pieces] == [
        (0, "NotoSans-Regular"),
        (1, "NotoSans-Bold"),
    ]


def test_a_finnish_name_inside_arabic_has_a_level_of_its_own() -> None:
    text = "عند Matti"
    chunks = analysed(text, (Span(len(text), False, 0),), setting("ar")).chunks
    assert [piece.level for chunk in chunks for piece in chunk.pieces] == [1, 2]


def test_a_word_is_not_cut_before_its_marks_or_after_a_joiner() -> None:
    text = "น้ำ\u200dก"
    source = analysed(text, (Span(len(text), False, 0),), setting("th"))
    assert [place for place in range(1, len(text)) if source.may_cut(place)] == []


def test_a_hyphen_of_ours_is_marked_as_soft() -> None:
    source = analysed("kielen", (Span(6, False, 0),), setting("fi"))
    hyphen = source.hyphenated(0, 3).pieces[-1].word
    assert [cluster.text for cluster in hyphen.clusters] == ["\u00ad"]

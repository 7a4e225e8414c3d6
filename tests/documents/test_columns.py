from collections.abc import Callable
from dataclasses import replace

from kotoutus_desktop.documents.columns import Column, Spoken
from kotoutus_desktop.documents.rows import Line
from kotoutus_desktop.documents.said import Plain, Words
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.words import MEASURES, RIGHTS
from kotoutus_desktop.phrases.wording import Wording

Make = Callable[..., Sheet]
FREE = Line(Wording.free("Amal haluaa.", "fi"), MEASURES.suitability)


def test_free_text_stands_once_and_the_other_column_says_who_explains_it(make_sheet: Make) -> None:
    sheet = make_sheet()

    (left,) = Column(sheet, "fi").spoken(FREE)
    (right,) = Column(sheet, "ru").spoken(FREE)

    assert left == Spoken("Amal haluaa.", "fi", "Miksi palvelu sopii tavoitteeseen")
    assert right.text == "Устно разъяснено переводчиком."


def test_without_an_interpreter_the_column_says_in_what_language_the_text_is(
    make_sheet: Make,
) -> None:
    sheet = replace(make_sheet(), interpreted=False)

    (right,) = Column(sheet, "ru").spoken(FREE)

    assert right.text == "Этот текст есть только на финском языке."


def test_free_text_in_a_third_language_stands_in_the_first_column(make_sheet: Make) -> None:
    line = Line(Wording.free("Only here.", "en"))
    sheet = make_sheet()

    left = Column(sheet, "fi").spoken(line)
    right = Column(sheet, "ru").spoken(line)

    assert [spoken.language for spoken in left] == ["en", "fi"]
    assert left[0].text == "Only here."
    assert [spoken.language for spoken in right] == ["ru"]


def test_numbers_keep_their_order_in_free_text_of_a_third_language(make_sheet: Make) -> None:
    line = Line(Wording.free("رقم هاتفي +358 40 555 0111", "ar"))

    written, _remark = Column(make_sheet(), "fi").spoken(line)

    assert written.text == "رقم هاتفي \u2066+358\xa040\xa0555\xa00111\u2069"


def test_telephone_numbers_keep_their_order_among_right_to_left_words(make_sheet: Make) -> None:
    column = Column(make_sheet(other="ar"), "ar")

    text = column.say(Words(RIGHTS.telephone, {"number": Plain("+358 40 555 0101")}))

    assert "\u2068+358 40 555 0101\u2069" in text


def test_a_name_in_letters_of_another_language_says_which(make_sheet: Make) -> None:
    finnish, arabic = (Column(make_sheet(other="ar"), language) for language in ("fi", "ar"))
    russian = Column(make_sheet(), "ru")

    assert finnish.named("أمل الخطيب").language == "ar"
    assert russian.named("أمل الخطيب").language == "und-Arab"
    assert russian.named("Амаль").language == "ru"
    assert [column.named("Amal").language for column in (finnish, arabic)] == [None, None]

from datetime import date
from decimal import Decimal

import pytest

from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.phrases.library import (
    OfficePhrase,
    Phrase,
    PhraseKind,
    Slot,
    SlotKind,
    library,
)
from kotoutus_desktop.phrases.render import (
    missing_slots,
    outline,
    render,
    written_date,
    written_list,
    written_month,
    written_number,
    written_short_date,
    written_slot,
    written_weekday,
)
from kotoutus_desktop.phrases.wording import Wording

ORIENTATION = Wording.of("P-030", language="prs", hours="70", place="Utajärven kirjasto")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "5.3.2027"),
        ("sv", "5.3.2027"),
        ("en", "5 March 2027"),
        ("ru", "5 марта 2027"),
        ("uk", "5 березня 2027"),
        ("ar", "5 مارس 2027"),
        ("fa", "5 مارس 2027"),
        ("prs", "5 مارچ 2027"),
        ("ckb", "5ی ئازاری 2027"),
        ("ps", "5 مارچ 2027"),
        ("ur", "5 مارچ، 2027"),
        ("so", "Maarso 5, 2027"),
        ("et", "5. märts 2027"),
        ("ku", "5ê adara 2027an"),
        ("tr", "5 Mart 2027"),
        ("ti", "5 መጋቢት 2027"),
        ("am", "5 ማርች 2027"),
        ("zh", "2027年3月5日"),
        ("vi", "5 tháng 3 năm 2027"),
        ("th", "5 มีนาคม ค.ศ. 2027"),
        ("my", "2027 ခု\u2060နှစ် မတ်\u2060လ 5 ရက်"),
        ("bn", "5 মার্চ, 2027"),
        ("ne", "सन् 2027 मार्च 5"),
        ("es", "5 de marzo de 2027"),
        ("fr", "5 mars 2027"),
        ("sq", "5 mars 2027"),
    ],
)
def test_dates_are_gregorian_with_latin_digits(language: str, text: str) -> None:
    assert written_date(date(2027, 3, 5), language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "maaliskuu 2027"),
        ("ckb", "ئازار 2027"),
        ("ps", "مارچ 2027"),
        ("th", "มีนาคม ค.ศ. 2027"),
        ("my", "2027 ခု\u2060နှစ် မတ်\u2060လ"),
        ("ne", "सन् 2027 मार्च"),
    ],
)
def test_a_month_is_written_with_its_year(language: str, text: str) -> None:
    assert written_month(date(2027, 3, 5), language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "24, 25 ja 31"),
        ("zh", "24、25和31"),
        ("my", "24၊ 25 နှင့် 31"),
        ("ne", "24, 25 र 31"),
    ],
)
def test_numbers_are_listed_as_the_language_lists_them(language: str, text: str) -> None:
    assert written_list(["24", "25", "31"], language) == text
    assert written_list(["24"], language) == "24"


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_a_date_can_stand_before_a_full_stop(language: str) -> None:
    assert not written_date(date(2027, 3, 5), language).endswith(".")


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_numbers_have_latin_digits(language: str) -> None:
    assert written_number(Decimal("70"), language) == "70"


def test_a_phrase_is_written_with_its_slots() -> None:
    assert render(ORIENTATION, "fi", library()) == (
        "Monikielinen yhteiskuntaorientaatio omalla kielellä. "
        "Kieli: dari. Tunteja: 70. Paikka: Utajärven kirjasto."
    )
    assert render(ORIENTATION, "sv", library()) == (
        "Flerspråkig samhällsorientering på mitt eget språk. "
        "Språk: dari. Timmar: 70. Plats: Utajärven kirjasto."
    )


def test_a_missing_slot_leaves_no_sentence() -> None:
    wording = Wording.of("P-030", language="prs", hours="70")
    phrase = library().get("P-030")

    assert phrase is not None
    assert [slot.name for slot in missing_slots(wording, phrase)] == ["place"]
    assert render(wording, "fi", library()) is None


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (SlotKind.DATE, "31.2.2027"),
        (SlotKind.NUMBER, "four"),
        (SlotKind.HOURS, "NaN"),
        (SlotKind.LEVEL, "B7"),
        (SlotKind.LEVEL, "native"),
        (SlotKind.LANGUAGE, "Somali"),
        (SlotKind.PLACE, "  "),
        (SlotKind.TEXT, ""),
    ],
)
def test_a_slot_that_cannot_be_read_is_missing(kind: SlotKind, value: str) -> None:
    phrase = Phrase("X-001", PhraseKind.GOAL, (Slot("slot", kind),))

    assert missing_slots(Wording("X-001", {"slot": value}), phrase)


def test_names_are_isolated_where_lines_run_from_right_to_left() -> None:
    place, level = Slot("place", SlotKind.PLACE), Slot("level", SlotKind.LEVEL)

    assert written_slot(place, " Oulu ", "ar") == "\u2068Oulu\u2069"
    assert written_slot(level, "B1.1", "fa") == "\u2068B1.1\u2069"
    assert written_slot(place, "Oulu", "so") == "Oulu"


def test_a_language_is_named_in_the_language_of_the_paper() -> None:
    slot = Slot("language", SlotKind.LANGUAGE)

    assert written_slot(slot, "so", "ar") == "الصومالية"
    assert written_slot(slot, "so", "ru") == "сомали"


def test_braces_in_a_name_are_only_letters() -> None:
    wording = Wording.of("P-060", place="{place} {date}")

    assert render(wording, "en", library()) == "A work trial. Workplace: {place} {date}."


def test_free_text_stays_in_its_language() -> None:
    text = Wording.free("Haluaa töihin.", "fi")

    assert render(text, "fi", library()) == "Haluaa töihin."
    assert render(text, "ar", library()) is None
    assert render(Wording(), "fi", library()) is None


def test_a_phrase_that_is_not_translated_is_not_available() -> None:
    assert render(Wording.of("L-001"), "ta", library()) is None
    assert render(Wording.of("X-999"), "fi", library()) is None


def test_an_own_phrase_is_written_as_the_office_wrote_it() -> None:
    own = OfficePhrase("U-001", PhraseKind.MEASURE, {"fi": "Käynti {valtuustosali} 100 %."})
    everything = library().including([own])

    assert render(Wording.of("U-001"), "fi", everything) == "Käynti {valtuustosali} 100 %."
    assert render(Wording.of("U-001"), "ar", everything) is None


def test_a_phrase_is_offered_with_the_names_of_its_slots() -> None:
    phrase = library().get("P-060")

    assert phrase is not None
    assert outline(phrase, "fi", {"place": "paikka"}) == "Työkokeilu. Työpaikka: {paikka}."
    assert outline(phrase, "ta", {}) is None


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_a_short_date_and_a_weekday_are_written_with_digits_0_to_9(language: str) -> None:
    day = date(2026, 11, 4)

    written = written_short_date(day, language)

    assert "4" in written
    assert "2026" not in written
    assert written_weekday(day, language) != written_weekday(date(2026, 11, 5), language)

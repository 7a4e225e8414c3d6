from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.errors import DamagedFile, InvalidInput
from kotoutus_desktop.phrases.catalog import ReviewState, documents_catalog, phrase_catalog
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.originals import originals
from kotoutus_desktop.phrases.returned import reviewer_name
from kotoutus_desktop.phrases.reviewed import (
    Reviewed,
    office_translations,
    open_office_translations,
    read_reviewed,
    sorted_out,
    written,
)

DAY = date(2026, 11, 24)


def reviewed(number: int = 0, text: str = "خطة", **other: str) -> Reviewed:
    original = originals()[number]
    values = {"source": original.fingerprint, "english": original.english} | other
    return Reviewed(
        context=original.context, text=text, reviewer="Amal Al-Khatib, kääntäjä", day=DAY, **values
    )


def phrase_number(code: str) -> int:
    return next(n for n, each in enumerate(originals()) if each.context == code)


def keep(folder: Path, *found: Reviewed, language: str = "ar") -> None:
    (folder / f"{language}.po").write_bytes(written(language, found))
    open_office_translations(folder)


def test_what_the_office_has_is_printed_and_is_reviewed(folder: Path) -> None:
    keep(folder, reviewed(), reviewed(phrase_number("L-001"), "أجد عملاً."))

    assert documents_catalog("ar").text("Integration plan") == "خطة"
    assert documents_catalog("ar").review_state(["Integration plan"]) is ReviewState.REVIEWED
    assert phrase_catalog("ar").text("I get a job.", "L-001") == "أجد عملاً."
    assert library().review_state(["L-001"], "ar") is ReviewState.REVIEWED
    assert library().review_state(["L-002"], "ar") is ReviewState.MACHINE_ASSISTED
    assert documents_catalog("fa").text("Integration plan") != "خطة"


def test_a_fixed_text_and_a_phrase_keep_to_their_catalogs(folder: Path) -> None:
    keep(folder, reviewed(), reviewed(phrase_number("L-001")))

    assert documents_catalog("ar").text("I get a job.", "L-001") is None
    assert phrase_catalog("ar").text("Integration plan") is None


def test_a_changed_original_makes_it_stale_and_nothing_is_printed_instead(folder: Path) -> None:
    keep(folder, reviewed(source="0" * 16))

    assert documents_catalog("ar").text("Integration plan") is None
    assert documents_catalog("ar").is_stale("Integration plan")
    assert [each.text for each in office_translations(folder, "ar").stale.values()] == ["خطة"]


def test_a_phrase_with_other_english_words_is_stale_by_its_code(folder: Path) -> None:
    keep(folder, reviewed(phrase_number("L-001"), english="I got a job."))

    assert phrase_catalog("ar").is_stale("I get a job.", "L-001")
    assert library().get("L-001").pattern("ar") is None


def test_a_slot_that_someone_took_out_by_hand_is_not_printed(folder: Path) -> None:
    number = next(n for n, each in enumerate(originals()) if each.slots)
    keep(folder, reviewed(number, "بلا"))

    assert documents_catalog("ar").is_stale(originals()[number].english)


def test_a_message_that_is_gone_is_kept_apart() -> None:
    found = sorted_out([reviewed(english="No such text")])

    assert (found.current, found.stale, len(found.unused)) == ({}, {}, 1)


@pytest.mark.parametrize("content", [b"\xff\xfe\0", b"msgid broken"])
def test_a_damaged_file_is_said_and_papers_use_what_ships(folder: Path, content: bytes) -> None:
    shipped = documents_catalog("ar").text("Integration plan")
    (folder / "ar.po").write_bytes(content)
    open_office_translations(folder)

    with pytest.raises(DamagedFile):
        office_translations(folder, "ar")
    assert documents_catalog("ar").text("Integration plan") == shipped


def test_the_sources_are_nobodys_to_translate(folder: Path) -> None:
    keep(folder, reviewed(text="Väärin"), language="fi")

    assert documents_catalog("fi").text("Integration plan") == "Kotoutumissuunnitelma"


@given(text=st.text(min_size=1).filter(lambda t: "\0" not in t), name=st.text(max_size=60))
def test_what_is_written_is_read_again(text: str, name: str) -> None:
    text = "".join(sign for sign in text if sign.isprintable() or sign == " ") or "x"
    try:
        name = reviewer_name(name)
    except InvalidInput:
        name = "A. Reader"
    one = Reviewed("L-001", "I get a job.", text, name, DAY, "0123456789abcdef")

    assert read_reviewed(written("ar", [one])) == (one,)

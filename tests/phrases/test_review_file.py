from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kotoutus_desktop.errors import DamagedFile, InvalidInput
from kotoutus_desktop.phrases.returned import RefusedTranslations, bare
from kotoutus_desktop.phrases.review_file import (
    LARGEST_FILE,
    ReviewFormat,
    exported,
    read_returned,
)
from kotoutus_desktop.phrases.review_lines import review_lines
from kotoutus_desktop.phrases.reviewed import OfficeTranslations

every_format = pytest.mark.parametrize("kind", ReviewFormat)
LINES = review_lines("ar", OfficeTranslations({}, {}))
SLOTTED = next(line for line in LINES if line.original.slots and line.text)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


def sent(tmp_path: Path, kind: ReviewFormat, lines) -> Path:
    path = tmp_path / f"ar{kind}"
    path.write_bytes(exported("ar", lines, kind))
    return path


@every_format
def test_a_file_that_nobody_touched_changes_nothing(tmp_path: Path, kind: ReviewFormat) -> None:
    returned = read_returned(sent(tmp_path, kind, LINES), "ar", LINES)

    assert returned.read == ()
    assert len(returned.unread) == sum(bool(line.text) for line in LINES)


@settings(max_examples=40)
@given(kind=st.sampled_from(ReviewFormat), words=WORDS)
def test_any_words_come_back_as_they_were_written(tmp_path_factory, kind, words: str) -> None:
    text = f"{words.replace('{', '').replace('}', '')} {' '.join(SLOTTED.original.slots)}"
    folder = tmp_path_factory.mktemp("sent")
    returned = read_returned(sent(folder, kind, [replace(SLOTTED, text=text)]), "ar", LINES)

    assert [change.after for change in returned.changes] == [bare(text)]


@settings(max_examples=20)
@given(kind=st.sampled_from(ReviewFormat), slot=st.sampled_from(["", "{other}", "{}", "{"]))
def test_a_changed_slot_is_refused(tmp_path_factory, kind, slot: str) -> None:
    text = SLOTTED.text.replace(SLOTTED.original.slots[0], slot)
    folder = tmp_path_factory.mktemp("sent")
    path = sent(folder, kind, [replace(SLOTTED, text=text or "x")])

    with pytest.raises(RefusedTranslations):
        read_returned(path, "ar", LINES)


@every_format
def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, kind: ReviewFormat) -> None:
    path = tmp_path / f"ar{kind}"
    path.write_bytes(b"x" * (LARGEST_FILE + 1))

    with pytest.raises(InvalidInput):
        read_returned(path, "ar", LINES)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput):
        read_returned(tmp_path / "ar.docx", "ar", LINES)


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile):
        read_returned(tmp_path / "ar.po", "ar", LINES)

import hashlib
import tarfile
from io import BytesIO
from pathlib import Path

import pytest

from installer import fetch_fonts
from kotoutus_desktop.assets import resource


def test_every_shipped_font_is_the_one_that_was_reviewed() -> None:
    assert fetch_fonts.differing(resource("fonts")) == []


def test_every_shipped_file_is_accounted_for() -> None:
    expected = {f"OFL-{family.name}.txt" for family in fetch_fonts.FAMILIES} | {
        f"{family.name}_{weight}.ttf"
        for family in fetch_fonts.FAMILIES
        for weight in family.checksums
    }
    assert {path.name for path in resource("fonts").iterdir()} == expected


def test_a_changed_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "OFL-NotoSans.txt").write_text("changed", encoding="utf-8")
    assert "OFL-NotoSans.txt" in fetch_fonts.differing(tmp_path)


def test_content_with_another_checksum_is_refused() -> None:
    with pytest.raises(ValueError, match="expected"):
        fetch_fonts.checked("font", b"content", hashlib.sha256(b"other").hexdigest())


def test_a_font_is_taken_from_its_package_and_cut() -> None:
    font = resource("fonts", "NotoSansThai_400Regular.ttf").read_bytes()
    packed = BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        entry = tarfile.TarInfo("package/400Regular/NotoSansThai_400Regular.ttf")
        entry.size = len(font)
        archive.addfile(entry, BytesIO(font))
    packed.seek(0)
    family = fetch_fonts.Family("NotoSansThai", "unused", {}, "", frozenset({0x41}))
    with tarfile.open(fileobj=packed) as archive:
        cut = fetch_fonts.content_of(family, archive, "400Regular")
    assert len(cut) < len(font) / 4


def test_chinese_is_cut_to_gb2312() -> None:
    characters = fetch_fonts.gb2312_characters()
    assert sum(0x4E00 <= code <= 0x9FFF for code in characters) == 6_763

import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.models.office_translations import (
    keep_translations,
    kept_translations,
    translations_folder,
)
from kotoutus_desktop.phrases.catalog import documents_catalog
from kotoutus_desktop.phrases.originals import originals
from kotoutus_desktop.phrases.reviewed import Reviewed, open_office_translations, written

FIRST = originals()[0]
MENDED = Reviewed(*FIRST.key, "خطة", "Amal K.", date(2026, 11, 24), FIRST.fingerprint)


@pytest.fixture
def folder(tmp_path: Path):
    yield translations_folder(tmp_path / "asiakkaat.kotoutus")
    open_office_translations(tmp_path / "none")


def test_papers_follow_what_is_kept_and_what_is_withdrawn(folder: Path) -> None:
    shipped = documents_catalog("ar").text(FIRST.english)

    keep_translations(folder, "ar", written("ar", [MENDED]))
    assert documents_catalog("ar").text(FIRST.english) == "خطة"
    assert kept_translations(folder, "ar") == written("ar", [MENDED])

    keep_translations(folder, "ar", None)
    assert documents_catalog("ar").text(FIRST.english) == shipped
    assert kept_translations(folder, "ar") is None


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_only_the_owner_reads_it(folder: Path) -> None:
    keep_translations(folder, "ar", b"")

    assert stat.S_IMODE((folder / "ar.po").stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_made_is_said(folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file")

    with pytest.raises(CannotWrite):
        keep_translations(folder, "ar", b"")

from collections.abc import Iterator
from pathlib import Path

import pytest

from kotoutus_desktop.phrases.review_lines import ReviewLine, review_lines
from kotoutus_desktop.phrases.reviewed import OfficeTranslations, open_office_translations

NOTHING = OfficeTranslations({}, {})


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """An office's folder of translations, which the papers follow during the test only."""
    yield tmp_path
    open_office_translations(tmp_path / "none")


@pytest.fixture
def arabic() -> tuple[ReviewLine, ...]:
    """Every line of Arabic as it ships."""
    return review_lines("ar", NOTHING)

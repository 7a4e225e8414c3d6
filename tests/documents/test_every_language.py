"""The plan in every language, as a screen reader meets it."""

from collections.abc import Callable

import pytest

from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from tests.typesetting.tree import faults_of


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_the_plan_is_tagged_without_fault(make_sheet: Callable[..., Sheet], language: str) -> None:
    sheet = make_sheet(official="sv" if language == "fi" else "fi", other=language)

    assert faults_of(sheet_pdf(sheet)) == []

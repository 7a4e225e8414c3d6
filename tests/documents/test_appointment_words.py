from dataclasses import astuple

import pytest

from kotoutus_desktop.documents.appointment_words import FEE_DECISION, REMINDER
from kotoutus_desktop.documents.words import every_text
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES, documents_catalog


def test_every_text_is_among_those_that_are_translated() -> None:
    assert {*astuple(REMINDER), *astuple(FEE_DECISION)} <= set(every_text())


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_no_language_lacks_how_to_have_a_decision_corrected(language: str) -> None:
    catalog = documents_catalog(language)

    assert catalog.text(REMINDER.title)
    assert catalog.text(FEE_DECISION.review_time)
    assert "30" in (catalog.text(FEE_DECISION.review_time) or "")
    assert "{address}" in (catalog.text(FEE_DECISION.review_place) or "")

from dataclasses import astuple

import pytest

from kotoutus_desktop.documents.service_words import SERVICES
from kotoutus_desktop.documents.words import every_text
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES, documents_catalog


def test_the_texts_are_among_those_that_catalogs_translate():
    assert set(astuple(SERVICES)) <= set(every_text())


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_every_language_has_them(language):
    catalog = documents_catalog(language)
    assert [text for text in astuple(SERVICES) if not catalog.text(text)] == []

from dataclasses import astuple

import pytest

from kotoutus_desktop.documents.course_invitation_words import COURSE_INVITATION
from kotoutus_desktop.documents.words import every_text
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES, documents_catalog


def test_every_text_is_among_those_that_are_translated() -> None:
    assert set(astuple(COURSE_INVITATION)) <= set(every_text())


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_the_invitation_has_a_title_of_its_own_in_every_language(language: str) -> None:
    catalog = documents_catalog(language)

    assert catalog.text(COURSE_INVITATION.title)
    assert "{language}" in (catalog.text(COURSE_INVITATION.language) or "")

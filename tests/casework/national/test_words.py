import pytest

from kotoutus_desktop.casework.national.words import HEADINGS, RECORDS
from kotoutus_desktop.i18n import interface_catalog
from kotoutus_desktop.rules.stored_fields import StoredField, StoredRecord


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_heading_stands_in_both_languages(language):
    said = interface_catalog(language).gettext

    for text in (*HEADINGS.values(), *RECORDS.values()):
        assert said(text) != text
    assert set(HEADINGS) == set(StoredField)
    assert set(RECORDS) == set(StoredRecord)


def test_the_headings_are_the_words_of_the_decree():
    finnish, swedish = interface_catalog("fi").gettext, interface_catalog("sv").gettext

    changes, clarifying = HEADINGS[StoredField.CHANGES], HEADINGS[StoredField.CLARIFYING]
    assert finnish(changes) == "Suunnitelmaan tehtävät muutokset"
    assert swedish(changes) == "Ändringar som ska göras i planen"
    assert finnish(clarifying) == "Mahdolliset tarkentavat toimenpiteet"
    assert swedish(clarifying) == "Eventuella preciserande åtgärder"

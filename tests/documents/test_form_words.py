from dataclasses import astuple

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.blank_form import intake_form, plan_form
from kotoutus_desktop.documents.form_words import FORM
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.phrases.catalog import documents_catalog


def test_every_text_stands_on_a_form(case: Case) -> None:
    sheets = [
        make(case.office, official="fi", other=None).sheet for make in (intake_form, plan_form)
    ]

    said = {words.text for sheet in sheets for _, words in sheet.said() if isinstance(words, Words)}
    assert set(astuple(FORM)) <= said


def test_every_text_is_written_in_both_official_languages() -> None:
    for language in ("fi", "sv"):
        assert all(documents_catalog(language).text(text) for text in astuple(FORM))

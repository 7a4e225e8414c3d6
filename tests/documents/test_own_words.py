import pytest

from kotoutus_desktop.documents.own_words import spelled_out
from kotoutus_desktop.documents.rows import Line, Part, Row
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.words import GOALS
from kotoutus_desktop.phrases.library import OfficePhrase, PhraseKind, library
from kotoutus_desktop.phrases.wording import Wording

OWN = library().including(
    [
        OfficePhrase("U-001", PhraseKind.MEASURE, {"fi": "Käy äitikerhossa."}),
        OfficePhrase("U-002", PhraseKind.MEASURE, {"fi": "Käy kerhossa.", "ar": "زيارة النادي."}),
        OfficePhrase("U-003", PhraseKind.MEASURE, {"sv": "Besöker klubben."}),
    ]
)


def said(code, *languages):
    part = Part(Words(GOALS.long_term), (Row("1", (Line(Wording.of(code)),)),))
    (printed,) = spelled_out([part], languages, OWN)
    return printed.rows[0].lines[0].said


def test_an_own_phrase_without_translation_stands_as_free_text():
    assert said("U-001", "fi", "ar") == Wording.free("Käy äitikerhossa.", "fi")


@pytest.mark.parametrize(("code", "languages"), [("U-001", ["fi"]), ("U-002", ["fi", "ar"])])
def test_an_own_phrase_that_every_column_has_stays_a_phrase(code, languages):
    assert said(code, *languages) == Wording.of(code)


def test_an_own_phrase_in_swedish_alone_stands_in_swedish():
    assert said("U-003", "fi", "ar") == Wording.free("Besöker klubben.", "sv")


def test_a_phrase_of_the_program_is_never_turned_into_text():
    assert said("L-001", "fi", "ta") == Wording.of("L-001")

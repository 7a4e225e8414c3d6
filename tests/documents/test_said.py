from datetime import date

import pytest

from kotoutus_desktop.documents.said import (
    Day,
    Gap,
    GapKind,
    Listed,
    Plain,
    Said,
    Tongue,
    Words,
    gaps,
    say,
)
from kotoutus_desktop.documents.words import HEAD, MEASURES
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.wording import Wording

BORN = date(1988, 3, 1)
PERIOD = Words(MEASURES.period, {"start": Day(date(2027, 1, 11)), "end": Day(date(2027, 12, 17))})


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        (Day(BORN), "fi", "1.3.1988"),
        (Day(BORN, Precision.MONTH), "fi", "maaliskuu 1988"),
        (Day(BORN, Precision.MONTH), "sv", "mars 1988"),
        (Day(BORN, Precision.YEAR), "ru", "1988"),
        (Day(BORN, Precision.UNKNOWN), "fi", "–"),
        (Day(None), "fi", "–"),
        (Day(BORN), "en", "1\u00a0March\u00a01988"),
        (Listed(("24", "25")), "fi", "24 ja 25"),
        (Listed(("24", "25", "31")), "sv", "24, 25 och 31"),
        (Tongue("ar"), "fi", "arabia"),
        (Tongue("fi"), "ru", "финский"),
        (Plain("Amal"), "fi", "Amal"),
        (Plain("Amal"), "ar", "\u2068Amal\u2069"),
        (PERIOD, "fi", "11.1.2027–17.12.2027"),
        (Wording.free("Amal haluaa.", "fi"), "fi", "Amal haluaa."),
    ],
)
def test_a_value_is_written_as_the_language_writes_it(
    said: Said, language: str, expected: str
) -> None:
    assert say(said, language, library()) == expected
    assert list(gaps(said, language, library())) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Words("Never a text of ours"), Gap(GapKind.NO_TRANSLATION, "Never a text of ours")),
        (Words(HEAD.name, {"name": Tongue("qqq")}), Gap(GapKind.NO_TRANSLATION, "qqq")),
        (Wording.of("X-999"), Gap(GapKind.NO_PHRASE, "X-999")),
        (Wording.of("L-012"), Gap(GapKind.NO_VALUE, "L-012 {level}")),
        (Wording.of("F-002", date="soon"), Gap(GapKind.NO_VALUE, "F-002 {date}")),
        (Wording.free("Nur hier.", "de"), Gap(GapKind.ONE_LANGUAGE, "Nur hier.")),
    ],
)
def test_what_cannot_be_said_is_named(said: Said, expected: Gap) -> None:
    assert list(gaps(said, "fi", library())) == [expected]

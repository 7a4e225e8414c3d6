"""A sample page of a language, for a native speaker to check and sign.

It shows what the papers are made of, in texts that the catalogs have, so that wrong letters, order
or words are found before a client holds them. What the speaker is asked is in the language of the
interface.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents import words
from kotoutus_desktop.documents.letters import digits, letters
from kotoutus_desktop.documents.pictograms import CALENDAR, pictogram
from kotoutus_desktop.documents.said import Day, Listed, Plain, Said, Tongue, Words, say
from kotoutus_desktop.documents.sheet import LARGE_PRINT
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.phrases.catalog import ReviewState, documents_catalog, phrase_catalog
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.reference.language_names import language_name
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.typesetting import (
    Grid,
    GridLook,
    Heading,
    PageSetup,
    Paragraph,
    Rule,
    Run,
    TextStyle,
    build_pdf,
    isolate_latin_pieces,
    listed,
    style_for,
)

BODY, SMALL, MINOR, MAJOR, TITLE = 8.5, 7.0, 9.5, 11.0, 14.0
_TIGHT = 1.2
_PICTOGRAM = 20.0
_MARGIN = 34.0
_ROOM_TO_WRITE, _ROOM_TO_SIGN, _MOST_LINES = 22.0, 75.0, 7
_SIDE_BY_SIDE = GridLook(rule=None, padding=1.5, data=False, space_after=2.0)
_TABLE = GridLook(padding=1.5, header_fill=(0.94, 0.94, 0.94), space_after=3.0)
# the code lists name the language where the catalogs name how it is written
_NAMED = {"ku": "kmr", "zh": "cmn"}

_STATES = {
    ReviewState.MACHINE_ASSISTED: words.FOOT.machine_assisted,
    ReviewState.BY_THE_MAKERS: words.FOOT.by_the_makers,
}

_DAY = date(2027, 3, 5)
_NAME = "Äijälä-Öström, Ñandú"
_PHONE, _EMAIL = "+358 40 123 4567", "neuvonta@kunta.example"
# each kind of slot: text, level, date, number; language, hours and place together
_PHRASES = (
    Wording.of("H-012", occupation="Sähköasentaja"),
    Wording.of("L-012", level="B1.1"),
    Wording.of("F-004", date=_DAY.isoformat()),
    Wording.of("P-080", count="4"),
)
_LONG_PHRASE = Wording.of("P-030", language="fi", hours="70", place="Kirjasto, Hämeentie 15 A 2")


@dataclass(frozen=True)
class _Column:
    """One language of the page."""

    language: str

    def style(self, size: float = BODY, *, bold: bool = False) -> TextStyle:
        made = style_for(self.language, size, bold=bold)
        return replace(made, space_after=_TIGHT)

    def say(self, said: Said) -> str:
        return isolate_latin_pieces(say(said, self.language, library()), self.language)

    def text(self, said: Said | str, size: float = BODY, *, bold: bool = False) -> Paragraph:
        given = Words(said) if isinstance(said, str) else said
        return Paragraph(Run(self.say(given), bold=bold), self.style(size))

    def heading(self, level: int, text: str) -> Heading:
        size = {1: TITLE, 2: MAJOR, 3: MINOR}[level]
        return Heading(level, self.say(Words(text)), self.style(size, bold=True))


def specimen_pdf(language: str) -> bytes:
    """Return the page of one of the clients' languages as a tagged PDF."""
    page = PageSetup(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN)
    column = _Column(language)
    official = _Column("sv" if language == "fi" else "fi")
    story: list[Flowable] = [
        *_asked(language),
        _bilingual(official, column, page.width),
        _table(column, page.width),
        *_letters(column),
        column.text(_PHRASES[-1], BODY * LARGE_PRINT),
    ]
    lines = _lines_to_correct(page.height - _height(story, page.width))
    title = _("Sample page: {language}").format(language=_name(language))
    whole = [*story, *lines, _to_sign(page.width)]
    return build_pdf(whole, title=title, language=interface_language(), page=page)


def _name(language: str) -> str:
    code, interface = _NAMED.get(language, language), interface_language()
    return language_name(code, interface) or language


def _asked(language: str) -> list[Flowable]:
    """Return what the page is, and how far the translation can be relied on."""
    asked = _Column(interface_language())
    native = language_name(language, language) or language
    title = _("Sample page: {language}").format(language=_name(language))
    task = _(
        "For a native speaker: is every letter and word right, joined right, in the right order "
        "and in its place?"
    )
    return [
        Heading(1, title, asked.style(TITLE, bold=True)),
        Paragraph([Run(native, bold=True)], _Column(language).style(MAJOR)),
        Paragraph([Run(task), Run(f" {_state(language)}")], asked.style()),
        Rule(space=2.0),
    ]


def _state(language: str) -> str:
    """Return who answers for the weakest of the texts, in the language of the interface."""
    state = min(documents_catalog(language).review_state(), phrase_catalog(language).review_state())
    if state in _STATES:
        return _Column(interface_language()).say(Words(_STATES[state]))
    return _("Translation: reviewed by a translator.")


def _bilingual(official: _Column, column: _Column, width: float) -> Grid:
    rows = [list(row) for row in zip(_beside(official), _beside(column), strict=True)]
    return Grid(rows, [width / 2] * 2, look=_SIDE_BY_SIDE)


def _beside(column: _Column) -> list[list[Flowable]]:
    """Return rows of headings, facts, a list and a picture, as they stand on the papers."""
    explained: dict[str, Said] = {"date": Day(_DAY), "language": Tongue("sv")}
    contact = (
        Words(words.RIGHTS.telephone, {"number": Plain(_PHONE)}),
        Words(words.RIGHTS.email, {"address": Plain(_EMAIL)}),
    )
    review = column.say(Words(words.RIGHTS.next_review))
    return [
        [column.heading(2, words.HEAD.title), column.text(Plain(_NAME), bold=True)],
        *([column.text(fact)] for fact in _facts()),
        [column.heading(3, words.GOALS.for_this_plan)],
        listed([column.text(phrase) for phrase in _PHRASES], column.style()),
        [column.text(_LONG_PHRASE, bold=True)],
        [column.text(Words(words.RIGHTS.explained, explained))],
        [column.heading(3, words.RIGHTS.contact)],
        *([column.text(line)] for line in contact),
        [pictogram(CALENDAR, _PICTOGRAM, review, at_right=column.style().rtl)],
    ]


def _facts() -> Sequence[Said]:
    return (
        Words(words.HEAD.number, {"number": Plain("2")}),
        Words(words.HEAD.validity, {"start": Day(_DAY), "end": Day(date(2029, 3, 4))}),
        Words(words.HEAD.client_number, {"number": Plain("H1-0011")}),
        Words(words.FOOT.secret_ground, {"points": Listed(("24", "25", "31"))}),
    )


def _table(column: _Column, width: float) -> Grid:
    """Return a table in the language alone, mirrored where it runs from right to left."""
    heads = (words.MEASURES.measure, words.MEASURES.time, words.MEASURES.language)
    period = Words(words.MEASURES.period, {"start": Day(_DAY), "end": Day(date(2027, 12, 31))})
    kinds = (MeasureKind.INTEGRATION_TRAINING, MeasureKind.CIVIC_ORIENTATION)
    rows: list[list[Flowable]] = [[column.text(head, bold=True) for head in heads]]
    rows += [
        [
            column.text(words.MEASURE_KINDS[kind]),
            column.text(period),
            column.text(Tongue("fi")),
        ]
        for kind in kinds
    ]
    shares = [0.4, 0.42, 0.18]
    widths = [width * share for share in shares]
    return Grid(rows, widths, rtl=column.style().rtl, header_rows=1, look=_TABLE)


def _letters(column: _Column) -> list[Flowable]:
    """Return every letter in regular and in bold."""
    text = "  ".join([" ".join(letters(column.language)), digits(column.language)])
    return [Paragraph(Run(text, bold=bold), column.style()) for bold in (False, True)]


def _lines_to_correct(room: float) -> list[Flowable]:
    """Return lines to write on, as many as the rest of the page holds."""
    asked = _Column(interface_language())
    lines = int((room - _ROOM_TO_SIGN) / _ROOM_TO_WRITE)
    made: list[Flowable] = [
        Rule(space=2.0),
        Paragraph(_("What must be corrected"), asked.style(bold=True)),
    ]
    for _line in range(min(lines, _MOST_LINES)):
        made += [Spacer(1, _ROOM_TO_WRITE - 1), Rule(space=0.25)]
    return made


def _to_sign(width: float) -> Grid:
    asked = _Column(interface_language())
    cells: list[list[Flowable]] = [
        [Spacer(1, _ROOM_TO_WRITE), Rule(space=0.5), Paragraph(label, asked.style(SMALL))]
        for label in (_("Name of the native speaker"), _("Signature"), _("Date"))
    ]
    return Grid([cells], [width / 3] * 3, look=_SIDE_BY_SIDE)


def _height(story: Sequence[Flowable], width: float) -> float:
    return float(sum(part.wrap(width, 0.0)[1] + part.getSpaceAfter() for part in story))

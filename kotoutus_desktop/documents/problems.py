"""What stands in the way of printing a paper, found before a page is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kotoutus_desktop.documents.columns import Column
from kotoutus_desktop.documents.rows import Line
from kotoutus_desktop.documents.said import Gap, GapKind, Plain, Said, gaps
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.i18n import N_, _, interface_language, listed
from kotoutus_desktop.phrases.catalog import documents_catalog, phrase_catalog
from kotoutus_desktop.reference.language_names import language_name
from kotoutus_desktop.typesetting import missing_characters

_SHOWN = 10


class ProblemKind(StrEnum):
    """What is wrong. ONE_LANGUAGE and IN_ENGLISH warn: the paper says so, and is printed."""

    NO_TRANSLATION = "no_translation"
    STALE = "stale"  # the original changed after a speaker had read the translation
    NO_PHRASE = "no_phrase"
    NO_VALUE = "no_value"
    NO_LETTER = "no_letter"  # no font has the characters
    ONE_LANGUAGE = "one_language"
    IN_ENGLISH = "in_english"  # chosen by the counsellor


_REASONS = {
    ProblemKind.NO_TRANSLATION: N_("{what}: no translation ({language})."),
    ProblemKind.STALE: N_("{what}: the original changed after the review ({language})."),
    ProblemKind.NO_PHRASE: N_("{what}: there is no such phrase."),
    ProblemKind.NO_VALUE: N_("{what}: the value is missing or cannot be read."),
    ProblemKind.NO_LETTER: N_("{what}: no font has these characters ({language})."),
    ProblemKind.ONE_LANGUAGE: N_("“{what}”: this free text is not in all languages ({language})."),
    ProblemKind.IN_ENGLISH: N_("{what}: stands in English, not in the language: {language}."),
}


@dataclass(frozen=True)
class PrintProblem:
    """One problem. `row` is the number on paper, "" for what has none.

    `what` is a phrase code (with the slot in braces), a fixed text by its id, the characters
    that no font has, or the free text that stays in one language.
    """

    kind: ProblemKind
    row: str
    language: str
    what: str

    @property
    def blocks(self) -> bool:
        """Whether the paper cannot be printed."""
        return self.kind not in (ProblemKind.ONE_LANGUAGE, ProblemKind.IN_ENGLISH)

    def text(self) -> str:
        """Return the problem, with its row first, in the language of the interface."""
        language = language_name(self.language, interface_language()) or self.language
        # a fixed text is named by its id, which the counsellor knows in their own language
        what = documents_catalog(interface_language()).text(self.what) or self.what
        reason = _(_REASONS[self.kind]).format(what=what, language=language)
        return _("Row {row}: {reason}").format(row=self.row, reason=reason) if self.row else reason


class Problems(tuple[PrintProblem, ...]):
    """Problems that become text, in the language of the interface, when they are shown."""

    def __str__(self) -> str:
        """List the first of them, one a line, and say how many more there are."""
        return listed([problem.text() for problem in self], _SHOWN)

    def __format__(self, _spec: str) -> str:
        """Be filled into a message as text."""
        return str(self)


def problems(sheet: Sheet) -> list[PrintProblem]:
    """Return every problem once, in the order of the paper, column by column."""
    found: dict[PrintProblem, None] = {}
    for language in sheet.languages:
        column = Column(sheet, language)
        for row, said in sheet.said():
            found.update(dict.fromkeys(_in_statement(column, row, said)))
    found.update(dict.fromkeys(_in_official_text(sheet)))
    return list(found)


def _in_statement(column: Column, row: str, said: Said) -> Iterator[PrintProblem]:
    open_gaps = list(gaps(said, column.language, column.sheet.library))
    found = [
        PrintProblem(_kind(column, said, gap), row, column.language, gap.what) for gap in open_gaps
    ]
    yield from found
    if any(problem.blocks for problem in found):
        return
    for spoken in column.spoken(Line(said)):
        yield from _letters(spoken.text, row, spoken.language)


def _kind(column: Column, said: Said, gap: Gap) -> ProblemKind:
    """Return what a gap is to the counsellor: English may stand in, a text may be stale."""
    if gap.kind is not GapKind.NO_TRANSLATION:
        return ProblemKind(gap.kind)
    if column.language_of(said) != column.language:
        return ProblemKind.IN_ENGLISH
    phrase = column.sheet.library.get(gap.what)
    catalog = phrase_catalog if phrase else documents_catalog
    key = (phrase.english, phrase.code) if phrase else (gap.what, None)
    return (
        ProblemKind.STALE if catalog(column.language).is_stale(*key) else ProblemKind.NO_TRANSLATION
    )


def _in_official_text(sheet: Sheet) -> Iterator[PrintProblem]:
    """Check what stands in the official language only, and the names."""
    column = Column(sheet, sheet.official)
    for words in sheet.secrecy:
        yield from _in_statement(column, "", words)
    head = sheet.letterhead
    for text in (head.name, head.unit, head.address, head.phone, head.email, *sheet.names):
        yield from _letters(text, "", sheet.official)
    for signature in sheet.signatures:
        yield from _in_statement(column, "", Plain(signature.name))


def _letters(text: str, row: str, language: str) -> Iterator[PrintProblem]:
    missing = missing_characters(text, language)
    if missing:
        yield PrintProblem(ProblemKind.NO_LETTER, row, language, " ".join(sorted(missing)))

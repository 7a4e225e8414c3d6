"""What stands in a column: statements as text, each in the language it is in."""

from dataclasses import dataclass
from typing import TypeGuard

from kotoutus_desktop.documents.rows import Line
from kotoutus_desktop.documents.said import GapKind, Plain, Said, Tongue, Words, gaps, say
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.words import FOOT, HEAD
from kotoutus_desktop.phrases.catalog import documents_catalog
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.typesetting import (
    Run,
    TextStyle,
    isolate_latin_pieces,
    isolated,
    style_for,
)
from kotoutus_desktop.typesetting.scripts import COMMON, script_of

ENGLISH = "en"  # stands in where the client's language lacks a text
_IN_EVERY_COLUMN = {COMMON, "Latn"}
_ONLY_IN = {"fi": FOOT.only_in_finnish, "sv": FOOT.only_in_swedish}


@dataclass(frozen=True)
class Spoken:
    """A paragraph of a cell: text, its language, and what stands before it."""

    text: str
    language: str
    label: str = ""
    strong: bool = False


@dataclass(frozen=True)
class Column:
    """One language of a sheet. Say only what has no gaps in it."""

    sheet: Sheet
    language: str

    @property
    def is_first(self) -> bool:
        """Whether it is the left column, or the only one."""
        return self.language == self.sheet.languages[0]

    def say(self, said: Said) -> str:
        """Return the text of a statement in the language of the column, or in English."""
        language = self.language_of(said)
        text = say(said, language, self.sheet.library)
        if language != self.language:
            return isolated(text)
        return isolate_latin_pieces(text, language)

    def run(self, said: Said, *, bold: bool = False) -> Run:
        """Return a statement that tells its language where English stands in."""
        return Run(self.say(said), bold=bold, language=self.language_of(said))

    def language_of(self, said: Said) -> str:
        """Return the language in which a statement stands: English where it stands in."""
        chosen = self.sheet.in_english and self.language != self.sheet.official
        if chosen and self._lacks(said, self.language) and not self._lacks(said, ENGLISH):
            return ENGLISH
        return self.language

    def words(self, text: str) -> str:
        """Return a fixed text in the language of the column."""
        return self.say(Words(text))

    def named(self, name: str, *, bold: bool = False) -> Run:
        """Return the name of somebody; one in letters of other languages says which."""
        return Run(self.say(Plain(name)), bold=bold, language=self._language_of_name(name))

    def _language_of_name(self, name: str) -> str | None:
        scripts = set(map(script_of, name)) - _IN_EVERY_COLUMN
        if not scripts:
            return None
        for language in (self.language, *self.sheet.languages):
            written = documents_catalog(language).text(HEAD.name) or ""
            if scripts & set(map(script_of, written)):
                return language
        return f"und-{min(scripts)}"  # the letters are known, the language is not

    def style(self, size: float, *, bold: bool = False, language: str | None = None) -> TextStyle:
        """Return the look of text in the size of the edition, and in the column's language."""
        return style_for(language or self.language, size * self.sheet.scale, bold=bold)

    def spoken(self, line: Line) -> list[Spoken]:
        """Return a line as paragraphs.

        Free text stands in its own language, once; the other column says that the interpreter
        explained it. What stands in English says so.
        """
        label = self.words(line.label) if line.label else ""
        if self.language_of(line.said) != self.language:
            return self._in_english(line, label)
        if not self._is_foreign(line.said):
            return [Spoken(self.say(line.said), self.language, label, line.strong)]
        remark = self.words(self._remark(line.said))
        if line.said.language in self.sheet.languages or not self.is_first:
            return [Spoken(remark, self.language, label)]
        language = line.said.language
        text = isolate_latin_pieces(line.said.text, language)
        return [Spoken(text, language, label, line.strong), Spoken(remark, self.language)]

    def _in_english(self, line: Line, label: str) -> list[Spoken]:
        mark = Spoken(f"({self.say(Tongue(ENGLISH))})", self.language, label)
        text = say(line.said, ENGLISH, self.sheet.library)
        return [mark, Spoken(text, ENGLISH, strong=line.strong)]

    def _lacks(self, said: Said, language: str) -> bool:
        found = gaps(said, language, self.sheet.library)
        return any(gap.kind is GapKind.NO_TRANSLATION for gap in found)

    def _is_foreign(self, said: Said) -> TypeGuard[Wording]:
        return isinstance(said, Wording) and not said.phrase and said.language != self.language

    def _remark(self, wording: Wording) -> str:
        remark = _ONLY_IN.get(wording.language)
        if self.sheet.interpreted or remark is None:
            return FOOT.explained_by_interpreter
        return remark

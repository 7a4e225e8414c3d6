"""What stands in a column: statements as text, each in the language it is in."""

from dataclasses import dataclass
from typing import TypeGuard

from kotoutus_desktop.documents.rows import Line
from kotoutus_desktop.documents.said import Said, Words, say
from kotoutus_desktop.documents.sheet import PlanSheet
from kotoutus_desktop.documents.words import FOOT
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.typesetting import isolate_latin_pieces

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

    sheet: PlanSheet
    language: str

    @property
    def is_first(self) -> bool:
        """Whether it is the left column, or the only one."""
        return self.language == self.sheet.languages[0]

    def say(self, said: Said) -> str:
        """Return the text of a statement in the language of the column."""
        return isolate_latin_pieces(say(said, self.language, self.sheet.library), self.language)

    def words(self, text: str) -> str:
        """Return a fixed text in the language of the column."""
        return self.say(Words(text))

    def spoken(self, line: Line) -> list[Spoken]:
        """Return a line as paragraphs.

        Free text stands in its own language, once; the other column says that the interpreter
        explained it.
        """
        label = self.words(line.label) if line.label else ""
        if not self._is_foreign(line.said):
            return [Spoken(self.say(line.said), self.language, label, line.strong)]
        remark = self.words(self._remark(line.said))
        if line.said.language in self.sheet.languages or not self.is_first:
            return [Spoken(remark, self.language, label)]
        text = Spoken(line.said.text, line.said.language, label, line.strong)
        return [text, Spoken(remark, self.language)]

    def _is_foreign(self, said: Said) -> TypeGuard[Wording]:
        return isinstance(said, Wording) and not said.phrase and said.language != self.language

    def _remark(self, wording: Wording) -> str:
        remark = _ONLY_IN.get(wording.language)
        if self.sheet.interpreted or remark is None:
            return FOOT.explained_by_interpreter
        return remark

"""Lists of codes with names, read once from resources/data and searched while typing."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kotoutus_desktop.assets import resource
from kotoutus_desktop.reference.folding import fold

Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A code with its names.

    `aliases` are other spellings that a search accepts. `verified` is False where the source of
    the list leaves a doubt about the entry; `note` says which, and holds other remarks, in English.
    """

    code: str
    fi: str
    sv: str
    en: str
    aliases: tuple[str, ...] = ()
    verified: bool = True
    note: str = ""

    def name(self, language: str) -> str:
        """Return the name in fi, sv or en; in any other language the English one."""
        return {"fi": self.fi, "sv": self.sv}.get(language) or self.en


@dataclass(frozen=True, slots=True)
class _Spelling:
    folded: str
    words: tuple[str, ...]

    def rank(self, typed: str) -> int | None:
        """Return 0 for the same, 1 for a beginning, 2 for a word's, 3 for inside, None for no."""
        if self.folded == typed:
            return 0
        if self.folded.startswith(typed):
            return 1
        if any(word.startswith(typed) for word in self.words):
            return 2
        # two letters are inside of almost everything
        return 3 if len(typed) > 2 and typed in self.folded else None


def _spelling(name: str) -> _Spelling:
    folded = fold(name)
    return _Spelling(folded, tuple(folded.split()[1:]))


E = TypeVar("E", bound=Entry)


class CodeList(Generic[E]):
    """An ordered list of entries; `caveat` tells in English what was not checked about it all."""

    def __init__(self, entries: Sequence[E], *, caveat: str = "") -> None:
        self.entries = tuple(entries)
        self.caveat = caveat
        self._by_code = {entry.code: entry for entry in self.entries}
        self._spellings = [
            (
                entry,
                {language: _spelling(entry.name(language)) for language in ("fi", "sv", "en")},
                [_spelling(other) for other in (*entry.aliases, entry.code)],
            )
            for entry in self.entries
        ]

    def __iter__(self) -> Iterator[E]:
        """Go through the entries in order."""
        return iter(self.entries)

    def __len__(self) -> int:
        """Count the entries."""
        return len(self.entries)

    def get(self, code: str) -> E | None:
        """Return the entry with the code, None if there is none."""
        return self._by_code.get(code)

    def name(self, code: str, language: str) -> str:
        """Return the name of a code; a code that the list lacks is shown as it is."""
        entry = self.get(code)
        return entry.name(language) if entry else code

    def only(self, wanted: Callable[[E], bool]) -> "CodeList[E]":
        """Return the part of the list that a form offers."""
        return CodeList([e for e in self.entries if wanted(e)], caveat=self.caveat)

    def search(self, typed: str, language: str) -> list[E]:
        """Return the entries that a name in any language, an alias or the code fits.

        Names in the given language come before the others, beginnings before insides; the order
        of the list decides the rest. Nothing typed gives the whole list.
        """
        wanted = fold(typed)
        if not wanted:
            return list(self.entries)
        found: list[tuple[int, int, E]] = []
        for place, (entry, names, others) in enumerate(self._spellings):
            first = names.get(language, names["en"]).rank(wanted)
            ranks = [first * 2] if first is not None else []
            for spelling in (*names.values(), *others):
                rank = spelling.rank(wanted)
                if rank is not None:
                    ranks.append(rank * 2 + 1)
            if ranks:
                found.append((min(ranks), place, entry))
        return [entry for _, _, entry in sorted(found, key=lambda hit: hit[:2])]


def read_rows(file_name: str) -> list[Row]:
    """Return the rows of a table in resources/data by their headings, all values as text."""
    with resource("data", file_name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def other_names(row: Row, *columns: str) -> tuple[str, ...]:
    """Return the filled values of columns that hold other spellings, each once."""
    return tuple(dict.fromkeys(row[column] for column in columns if row[column]))


def joined(*remarks: str) -> str:
    """Join remarks that are not empty into one note."""
    return "; ".join(remark for remark in remarks if remark)

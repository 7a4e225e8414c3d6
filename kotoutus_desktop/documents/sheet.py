"""A paper before it is drawn: plain values, made once from the records and never changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NotRequired, TypedDict

from kotoutus_desktop.documents.rows import Letterhead, Part, Signature
from kotoutus_desktop.documents.said import Said, Words
from kotoutus_desktop.documents.words import HEAD, SIGNATURES
from kotoutus_desktop.phrases.library import Library

LARGE_PRINT = 1.6


class Edition(TypedDict):
    """Which paper is wanted.

    official            fi or sv: the language of the left column and of the letterhead
    other               the client's language; None prints the official language alone
    draft               the paper says that it is a draft
    only_other          print the client's language alone; the paper says it is not official
    with_identity_code  print the identity code; False unless asked for
    large               large print
    in_english          let English stand in where the client's language lacks a text
    library             phrases with the office's own; the ones that ship unless given
    """

    official: str
    other: str | None
    draft: NotRequired[bool]
    only_other: NotRequired[bool]
    with_identity_code: NotRequired[bool]
    large: NotRequired[bool]
    in_english: NotRequired[bool]
    library: NotRequired[Library]


@dataclass(frozen=True)
class Sheet:
    """Everything that is printed; nothing is read from the database while drawing.

    `languages` are those of the columns, left to right; `official` is fi or sv; `names` are
    the client's name in Latin letters and in the own script. `interpreted` says that an
    interpreter explains what stands in one language only. `runs_as` stands after the title
    at the head of every page but the first. A notice for everybody has neither `names` nor
    `secrecy`. `scale` makes everything larger: 1.0 or LARGE_PRINT. `in_english`
    lets English stand in where the client's language lacks a text.
    """

    languages: tuple[str, ...]
    official: str
    draft: bool
    interpreted: bool
    letterhead: Letterhead
    secrecy: tuple[Words, ...]
    title: Said
    names: tuple[str, ...]
    facts: tuple[Said, ...]
    parts: tuple[Part, ...]
    statements: tuple[Said, ...]
    signatures: tuple[Signature, ...]
    notes: tuple[Words, ...]
    library: Library
    runs_as: tuple[Said, ...] = ()
    scale: float = 1.0
    in_english: bool = False

    def said(self) -> Iterator[tuple[str, Said]]:
        """Yield everything that every column says, with the number of its row."""
        unnumbered: list[Said] = [self.title, *self.facts, *self.statements, *self.notes]
        if self.signatures:
            unnumbered += [Words(SIGNATURES.heading), Words(SIGNATURES.place_and_date)]
            unnumbered += [signature.role for signature in self.signatures]
        unnumbered += [Words(HEAD.draft)] if self.draft else []
        for said in unnumbered:
            yield "", said
        for part in self.parts:
            yield "", part.title
            for row in part.rows:
                for line in row.lines:
                    yield row.number, line.said
                    if line.label is not None:
                        yield row.number, Words(line.label)

"""The plan as it is printed: plain values, made once from the records and never changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NotRequired, TypedDict, Unpack

from kotoutus_desktop.documents import plan_frame
from kotoutus_desktop.documents.own_words import spelled_out
from kotoutus_desktop.documents.plan_rows import plan_parts
from kotoutus_desktop.documents.plan_source import PlanSource
from kotoutus_desktop.documents.rows import Letterhead, Part, Signature
from kotoutus_desktop.documents.said import Said, Words
from kotoutus_desktop.documents.words import FOOT, HEAD, SIGNATURES
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.phrases.catalog import ReviewState, documents_catalog
from kotoutus_desktop.phrases.library import Library, library
from kotoutus_desktop.phrases.wording import Wording

_NOTES = {
    ReviewState.MACHINE_ASSISTED: FOOT.machine_assisted,
    ReviewState.BY_THE_MAKERS: FOOT.by_the_makers,
}


class Edition(TypedDict):
    """Which paper is wanted.

    official            fi or sv: the language of the left column and of the letterhead
    other               the client's language; None prints the official language alone
    draft               the paper says that it is a draft
    only_other          print the client's language alone; the paper says it is not official
    with_identity_code  print the identity code; False unless asked for
    library             phrases with the office's own; the ones that ship unless given
    """

    official: str
    other: str | None
    draft: bool
    only_other: NotRequired[bool]
    with_identity_code: NotRequired[bool]
    library: NotRequired[Library]


@dataclass(frozen=True)
class PlanSheet:
    """Everything that is printed of a plan; nothing is read from the database while drawing.

    `languages` are those of the columns, left to right; `official` is fi or sv; `names` are
    the client's name in Latin letters and in the own script. `interpreted` says that an
    interpreter explains what stands in one language only.
    """

    languages: tuple[str, ...]
    official: str
    draft: bool
    interpreted: bool
    letterhead: Letterhead
    secrecy: tuple[Words, ...]
    title: Words
    names: tuple[str, ...]
    facts: tuple[Said, ...]
    parts: tuple[Part, ...]
    statements: tuple[Said, ...]
    signatures: tuple[Signature, ...]
    notes: tuple[Words, ...]
    library: Library

    @classmethod
    def of(
        cls,
        office: Office,
        officer: Officer,
        client: Client,
        plan: Plan,
        **edition: Unpack[Edition],
    ) -> "PlanSheet":
        """Copy what is printed from the records; they are not needed any more afterwards."""
        official, other = edition["official"], edition["other"]
        phrases = edition.get("library") or library()
        source = PlanSource(office, officer, client, plan, official, phrases)
        columns = _columns(official, other, only_other=edition.get("only_other", False))
        parts = spelled_out(plan_parts(source), columns, phrases)
        return cls(
            languages=columns,
            official=official,
            draft=edition["draft"],
            interpreted=source.is_interpreted,
            letterhead=plan_frame.letterhead(source),
            secrecy=plan_frame.secrecy(source),
            title=Words(HEAD.title),
            names=plan_frame.names(source),
            facts=plan_frame.facts(
                source, with_identity_code=edition.get("with_identity_code", False)
            ),
            parts=parts,
            statements=plan_frame.statements(source),
            signatures=plan_frame.signatures(source),
            notes=_notes(official, other, parts, phrases),
            library=phrases,
        )

    def said(self) -> Iterator[tuple[str, Said]]:
        """Yield everything that every column says, with the number of its row."""
        unnumbered: list[Said] = [self.title, *self.facts, *self.statements, *self.notes]
        unnumbered += [Words(SIGNATURES.heading), *(sign.role for sign in self.signatures)]
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


def _columns(official: str, other: str | None, *, only_other: bool) -> tuple[str, ...]:
    if other is None or other == official:
        return (official,)
    return (other,) if only_other else (official, other)


def _notes(
    official: str, other: str | None, parts: tuple[Part, ...], phrases: Library
) -> tuple[Words, ...]:
    """Return which text is the official one, and how far the other can be relied on."""
    if other is None or other == official:
        return ()
    note = FOOT.swedish_is_official if official == "sv" else FOOT.finnish_is_official
    said = [line.said for part in parts for row in part.rows for line in row.lines]
    used = [part.phrase for part in said if isinstance(part, Wording) and part.phrase]
    state = min(
        documents_catalog(other).review_state(),
        phrases.review_state(used, other),
    )
    return (Words(note), *([Words(_NOTES[state])] if state in _NOTES else []))

"""From what a paper says to the sheet of an edition: columns, frame and notes."""

from dataclasses import dataclass

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.own_words import spelled_out
from kotoutus_desktop.documents.rows import Part, Signature
from kotoutus_desktop.documents.said import Said, Words
from kotoutus_desktop.documents.sheet import LARGE_PRINT, Edition, Sheet
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.documents.words import FOOT
from kotoutus_desktop.phrases.catalog import ReviewState, documents_catalog
from kotoutus_desktop.phrases.library import Library
from kotoutus_desktop.phrases.wording import Wording

_NOTES = {
    ReviewState.MACHINE_ASSISTED: FOOT.machine_assisted,
    ReviewState.BY_THE_MAKERS: FOOT.by_the_makers,
}


@dataclass(frozen=True)
class Content:
    """What a paper about a client says, whatever its languages. See `Sheet`."""

    title: str
    facts: tuple[Said, ...]
    parts: tuple[Part, ...]
    statements: tuple[Said, ...] = ()
    signatures: tuple[Signature, ...] = ()
    runs_as: tuple[Said, ...] = ()


def client_sheet(source: Source, content: Content, edition: Edition) -> Sheet:
    """Return the sheet of a paper about a client: with name and secrecy."""
    columns = columns_of(edition)
    parts = spelled_out(content.parts, columns, source.library)
    return Sheet(
        languages=columns,
        official=source.official,
        draft=edition.get("draft", False),
        interpreted=source.is_interpreted,
        letterhead=frame.letterhead(source.office, source.official),
        secrecy=frame.secrecy(source.client),
        title=Words(content.title),
        names=frame.names(source.client),
        facts=content.facts,
        parts=parts,
        statements=content.statements,
        signatures=content.signatures,
        notes=notes_of(edition, parts, source.library),
        library=source.library,
        runs_as=content.runs_as,
        scale=scale_of(edition),
        in_english=edition.get("in_english", False),
    )


def columns_of(edition: Edition) -> tuple[str, ...]:
    """Return the languages of the columns, left to right."""
    official, other = edition["official"], edition["other"]
    if other is None or other == official:
        return (official,)
    return (other,) if edition.get("only_other", False) else (official, other)


def scale_of(edition: Edition) -> float:
    """Return how much larger than usual everything is printed."""
    return LARGE_PRINT if edition.get("large", False) else 1.0


def notes_of(edition: Edition, parts: tuple[Part, ...], phrases: Library) -> tuple[Words, ...]:
    """Return which text is the official one, and how far the other can be relied on."""
    official, other = edition["official"], edition["other"]
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

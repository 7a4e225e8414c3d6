"""What came back from a speaker: what it would change, and what cannot be taken.

Nothing is recorded here. A file with one text that would spoil a paper is refused as a whole,
with the names of all such texts, so that the speaker mends them at once.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import N_, _, listed
from kotoutus_desktop.phrases.catalog import MessageKey
from kotoutus_desktop.phrases.originals import Original, slots_of
from kotoutus_desktop.phrases.review_lines import LineState, ReviewLine
from kotoutus_desktop.phrases.reviewed import OfficeTranslations, Reviewed

LONGEST_TEXT, LONGEST_NAME = 2000, 60
_SHOWN = 10
_SPACES = re.compile(r"[ \t\r\n]+")
# marks that turn the direction of a line could hide words, and the typesetting knows the direction
_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = frozenset(_DIRECTION + "\u200b\ufeff")
_FORBIDDEN = frozenset({"Cc", "Cn", "Co", "Cs", "Zl", "Zp"})  # controls, halves, line ends


class FaultKind(StrEnum):
    """Why a text cannot be taken."""

    EMPTY = "empty"
    LONG = "long"
    SLOTS = "slots"
    INVISIBLE = "invisible"
    CHARACTER = "character"
    NO_LETTER = "no_letter"  # no font has the characters


_REASONS = {
    FaultKind.EMPTY: N_("{what}: the translation is empty."),
    FaultKind.LONG: N_("{what}: the translation is too long."),
    FaultKind.SLOTS: N_("{what}: the parts in braces must stay as they are: {detail}"),
    FaultKind.INVISIBLE: N_("{what}: take out the invisible mark {detail}."),
    FaultKind.CHARACTER: N_("{what}: the character {detail} cannot be printed."),
    FaultKind.NO_LETTER: N_("{what}: no font of the program has these characters: {detail}"),
}


@dataclass(frozen=True)
class Fault:
    """One reason. `detail` names slots or characters."""

    kind: FaultKind
    original: Original
    detail: str = ""

    def text(self) -> str:
        """Return the reason, in the language of the interface."""
        what = self.original.context or f"“{self.original.english}”"
        return _(_REASONS[self.kind]).format(what=what, detail=self.detail)


class Faults(tuple[Fault, ...]):
    """Faults that become text when they are shown."""

    def __str__(self) -> str:
        """List the first of them, one a line, and say how many more there are."""
        return listed([fault.text() for fault in self], _SHOWN)

    def __format__(self, _spec: str) -> str:
        """Be filled into a message as text."""
        return str(self)


class RefusedTranslations(KotoutusError):
    """Texts of a file would spoil a paper; `faults` names each of them."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(
            N_("Nothing was taken back. Mend these in the file:\n{faults}"), faults=Faults(faults)
        )
        self.faults = tuple(faults)


@dataclass(frozen=True)
class ReadLine:
    """A line of a file that came back. `source` is the fingerprint that was given along."""

    context: str | None
    english: str
    source: str
    text: str
    is_read: bool

    @property
    def key(self) -> MessageKey:
        """How the catalogs name the message."""
        return (self.context, self.english)


@dataclass(frozen=True)
class Change:
    """A message with its text before and after; `before` is "" where there was none."""

    original: Original
    place: str
    before: str
    after: str


@dataclass(frozen=True)
class Returned:
    """What a file says, compared with what is in use.

    `changes` are other texts, `confirmed` texts that were read and left as they were, `unread`
    those nobody marked as read. `unknown` names lines that are none of today's messages.
    """

    language: str
    changes: tuple[Change, ...]
    confirmed: tuple[Change, ...]
    unread: tuple[Change, ...]
    unknown: tuple[str, ...] = ()

    @property
    def read(self) -> tuple[Change, ...]:
        """Everything that the reviewer answers for."""
        return self.changes + self.confirmed

    def all_read(self) -> "Returned":
        """Return the same where the reviewer has read every line of the file."""
        return replace(self, confirmed=self.confirmed + self.unread, unread=())


def compared(language: str, lines: Iterable[ReviewLine], read: Iterable[ReadLine]) -> Returned:
    """Compare what came back with what is in use; raises RefusedTranslations."""
    known = {line.original.key: line for line in lines}
    changes: list[Change] = []
    confirmed: list[Change] = []
    unread: list[Change] = []
    unknown: list[str] = []
    faults: list[Fault] = []
    for each in {line.key: line for line in read}.values():
        line = known.get(each.key)
        if line is None or line.original.fingerprint != each.source:
            unknown.append(" ".join(filter(None, (each.context, each.english))))
            continue
        change = Change(line.original, line.place, line.text, bare(each.text))
        found = _fault(change)
        if found:
            faults.append(found)
        elif change.after != bare(change.before):
            changes.append(change)
        elif change.after and line.state is not LineState.REVIEWED:
            (confirmed if each.is_read else unread).append(change)
    if faults:
        raise RefusedTranslations(faults)
    return Returned(language, tuple(changes), tuple(confirmed), tuple(unread), tuple(unknown))


def bare(text: str) -> str:
    """Return a text composed, on one line, without the spaces around it."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")


def recorded(
    office: OfficeTranslations, returned: Returned, reviewer: str, day: date
) -> tuple[Reviewed, ...]:
    """Return what the office has once a reviewer answers for a file; raises InvalidInput.

    What has no message any more goes; what was not read stays as it was.
    """
    name = reviewer_name(reviewer)
    new = {
        change.original.key: Reviewed(
            *change.original.key, change.after, name, day, change.original.fingerprint
        )
        for change in returned.read
    }
    return tuple({**office.stale, **office.current, **new}.values())


def reviewer_name(typed: str) -> str:
    """Return the name of a reviewer as it is kept; raises InvalidInput."""
    name = bare(typed)
    if not name:
        raise InvalidInput("reviewer", N_("Write the name of who read the translations."))
    if len(name) > LONGEST_NAME or any(_is_forbidden(sign) for sign in name):
        raise InvalidInput("reviewer", N_("Write the name with letters only, on one line."))
    return name


def _is_forbidden(sign: str) -> bool:
    return sign in _INVISIBLE or unicodedata.category(sign) in _FORBIDDEN


def _fault(change: Change) -> Fault | None:
    text, original = change.after, change.original
    if not text:
        return Fault(FaultKind.EMPTY, original) if change.before else None
    if len(text) > LONGEST_TEXT:
        return Fault(FaultKind.LONG, original)
    for sign in text:
        if _is_forbidden(sign):
            kind = FaultKind.INVISIBLE if sign in _INVISIBLE else FaultKind.CHARACTER
            return Fault(kind, original, f"U+{ord(sign):04X}")
    if slots_of(text) != original.slots or text.count("{") + text.count("}") != 2 * len(
        original.slots
    ):
        return Fault(FaultKind.SLOTS, original, " ".join(original.slots) or "–")
    return None

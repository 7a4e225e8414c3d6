"""What a speaker is given to read: every message of a language, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.phrases.catalog import (
    MessageKey,
    ReviewState,
    Translation,
    documents_catalog,
    phrase_catalog,
)
from kotoutus_desktop.phrases.library import PhraseKind, library
from kotoutus_desktop.phrases.originals import Original, originals
from kotoutus_desktop.phrases.reviewed import OfficeTranslations

_KINDS: Mapping[PhraseKind, str] = MappingProxyType(
    {
        PhraseKind.FINDING: N_("Assessment: what came up"),
        PhraseKind.NEED: N_("Assessment and plan: a need"),
        PhraseKind.GOAL: N_("Plan: a goal"),
        PhraseKind.MEASURE: N_("Plan: a service or measure"),
        PhraseKind.SUITABILITY: N_("Plan: why a service suits the goal"),
        PhraseKind.FOLLOW_UP: N_("Plan: follow-up"),
        PhraseKind.RIGHT: N_("Plan: a right"),
        PhraseKind.DUTY: N_("Plan: a duty"),
        PhraseKind.GUIDANCE: N_("Assessment and plan: guidance to other services"),
        PhraseKind.DEPARTURE: N_("Plan: reason for another goal or content than usual"),
        PhraseKind.PLACE: N_("Plan: reason for another place of study"),
        PhraseKind.OUTCOME: N_("Assessment: reason for the outcome"),
        PhraseKind.PROGRESS: N_("Review of the plan: progress"),
        PhraseKind.HINDRANCE: N_("Review of the plan: what hinders"),
        PhraseKind.CHANGE: N_("Review of the plan: a change"),
    }
)


class LineState(StrEnum):
    """How far the translation of one message is."""

    REVIEWED = "reviewed"
    NOT_REVIEWED = "not_reviewed"
    STALE = "stale"  # reviewed, and then the original changed
    MISSING = "missing"


@dataclass(frozen=True)
class ReviewLine:
    """One message as it is given to a speaker.

    `text` is "" where there is no translation. `said` tells the state in words, with the name
    of who read it. `place` tells where the message stands.
    """

    original: Original
    text: str
    state: LineState
    said: str
    place: str

    @property
    def is_read(self) -> bool:
        """Whether a speaker has read it as it is today."""
        return self.state is LineState.REVIEWED


def review_lines(
    language: str, office: OfficeTranslations, places: Mapping[str, str] = MappingProxyType({})
) -> tuple[ReviewLine, ...]:
    """Return every message of a language in the order of the papers.

    `places` tells in words where a fixed text stands, by the text.
    """
    return tuple(
        _line(original, language, office, places.get(original.english, ""))
        for original in originals()
    )


def _line(original: Original, language: str, office: OfficeTranslations, place: str) -> ReviewLine:
    own, place = office.of(original.key), place or _place(original)
    if own is None:
        shipped = _in_use(original.key, language)
        state, said = _shipped_state(shipped)
        return ReviewLine(original, shipped.text if shipped else "", state, said, place)
    stale = original.key in office.stale
    said = f"reviewed by {own.reviewer}, {own.day.isoformat()}"
    said = f"{said}; the original has changed since" if stale else said
    state = LineState.STALE if stale else LineState.REVIEWED
    return ReviewLine(original, own.text, state, said, place)


def _shipped_state(shipped: Translation | None) -> tuple[LineState, str]:
    if shipped is None:
        return LineState.MISSING, "not translated"
    if shipped.review is ReviewState.REVIEWED:
        return LineState.REVIEWED, "reviewed"
    said = {
        ReviewState.MACHINE_ASSISTED: "machine-assisted, not reviewed",
        ReviewState.BY_THE_MAKERS: "written by the makers",
    }[shipped.review]
    return LineState.NOT_REVIEWED, said


def _in_use(key: MessageKey, language: str) -> Translation | None:
    catalog = documents_catalog(language) if key[0] is None else phrase_catalog(language)
    return catalog.messages.get(key)


def _place(original: Original) -> str:
    phrase = library().get(original.context) if original.context else None
    return _(_KINDS[phrase.kind]) if phrase else _("Papers of the client")

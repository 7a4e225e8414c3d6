"""The words of an agreed plan, so that its paper is the same for ever.

A plan names its phrases by their codes. A later version of the program may word a phrase
otherwise or translate it better; what the client was given says what it said that day.
"""

from collections.abc import Collection
from typing import Any

from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES, ReviewState
from kotoutus_desktop.phrases.library import (
    FrozenTexts,
    Library,
    Phrase,
    PhraseKind,
    Slot,
    SlotKind,
)


def frozen_phrases(codes: Collection[str], phrases: Library) -> list[Phrase]:
    """Return the phrases of these codes with the texts that they have now, by code.

    What is no phrase of the library is left out, and so are the office's own phrases: a case
    file holds their texts already.
    """
    found = [phrases.get(code) for code in sorted(set(codes))]
    return [_frozen(phrase) for phrase in found if phrase is not None and not phrase.is_own]


def phrase_values(phrase: Phrase) -> dict[str, Any]:
    """Return a frozen phrase as it is written in a case file."""
    frozen = phrase.frozen or FrozenTexts({})
    return {
        "code": phrase.code,
        "kind": phrase.kind.value,
        "slots": {slot.name: slot.kind.value for slot in phrase.slots},
        "texts": dict(frozen.texts),
        "review": {language: state.name.lower() for language, state in frozen.review.items()},
    }


def read_phrase(values: dict[str, Any]) -> Phrase:
    """Return the frozen phrase that a case file holds."""
    states = values.get("review", {})
    return Phrase(
        code=values["code"],
        kind=PhraseKind(values["kind"]),
        slots=tuple(Slot(name, SlotKind(kind)) for name, kind in values.get("slots", {}).items()),
        english=values["texts"].get("en", ""),
        frozen=FrozenTexts(
            dict(values["texts"]),
            {language: ReviewState[state.upper()] for language, state in states.items()},
        ),
    )


def _frozen(phrase: Phrase) -> Phrase:
    texts = {language: phrase.pattern(language) for language in CLIENT_LANGUAGES}
    known = {language: text for language, text in texts.items() if text is not None}
    states = {language: phrase.review_state(language) for language in known}
    read = {name: state for name, state in states.items() if state != ReviewState.MACHINE_ASSISTED}
    return Phrase(
        phrase.code, phrase.kind, phrase.slots, phrase.english, frozen=FrozenTexts(known, read)
    )

"""A case as plain values and as text."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, TypedDict, Unpack

from kotoutus_desktop.casefile.case import FORMAT
from kotoutus_desktop.casefile.fields import CHILDREN, fields_of
from kotoutus_desktop.casefile.frozen import frozen_phrases, phrase_values
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.circumstances import Guardian
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.issued import OwnPhrase
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Measure, Plan
from kotoutus_desktop.phrases.library import Library, Phrase, library
from kotoutus_desktop.phrases.wording import Wording

# what would tell where a person under non-disclosure is found (661/2009 § 36)
_WHEREABOUTS: dict[type[Model], frozenset[str]] = {
    Client: frozenset(
        {
            "home_municipality",
            "street",
            "postal_code",
            "town",
            "phone",
            "email",
            "safe_contact",
        }
    ),
    Guardian: frozenset({"phone", "email"}),
    Measure: frozenset({"provider"}),
}


class Choices(TypedDict, total=False):
    """What a case file may have beside the case itself.

    own_phrases         the office's own phrases; those that the case uses are written
    phrases             phrases that are frozen already, written as they are
    freezing            the library whose texts of the plan's phrases are frozen now, so that
                        the plan reads the same for ever; without it they are not written
    with_identity_code  whether the identity code is written; False unless asked for
    """

    own_phrases: Sequence[OwnPhrase]
    phrases: Sequence[Phrase]
    freezing: Library
    with_identity_code: bool


def write_case(
    office: Office,
    officer: Officer,
    client: Client,
    assessment: Assessment | None,
    plan: Plan | None,
    **choices: Unpack[Choices],
) -> dict[str, Any]:
    """Return the case as plain values that JSON can hold, every field named.

    For a client whose case is restricted everything that tells a place or a contact is left out.
    """
    hidden = client.hides_place
    values: dict[str, Any] = {
        "format": FORMAT,
        "office": _plain(office, hidden=False),
        "officer": _plain(officer, hidden=False),
        "client": _plain(client, hidden=hidden),
        "assessment": _plain(assessment, hidden=hidden) if assessment else None,
        "plan": _plain(plan, hidden=hidden) if plan else None,
    }
    if not choices.get("with_identity_code", False):
        values["client"].pop("identity_code")
    used = set(_phrase_codes(values))
    values["own_phrases"] = [
        _plain(phrase, hidden=False)
        for phrase in sorted(choices.get("own_phrases", ()), key=lambda phrase: phrase.code)
        if phrase.code in used
    ]
    values |= _frozen_words(values["plan"], choices)
    return values


def case_text(
    office: Office,
    officer: Officer,
    client: Client,
    assessment: Assessment | None,
    plan: Plan | None,
    **choices: Unpack[Choices],
) -> str:
    """Return the case as JSON: the same case always gives the same text."""
    values = write_case(office, officer, client, assessment, plan, **choices)
    return json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _frozen_words(plan: Any, choices: Choices) -> dict[str, Any]:
    phrases = choices.get("phrases", ())
    if "freezing" in choices:
        phrases = frozen_phrases(set(_phrase_codes(plan)), choices["freezing"])
    return {"phrases": [phrase_values(phrase) for phrase in phrases]} if phrases else {}


def _plain(row: Model, *, hidden: bool) -> dict[str, Any]:
    left_out = _WHEREABOUTS.get(type(row), frozenset()) if hidden else frozenset()
    values: dict[str, Any] = {}
    for field in fields_of(type(row)):
        if field.name in left_out:
            continue
        value = getattr(row, field.name)
        if hidden and isinstance(value, Wording):
            value = _without_places(value)
        values[field.name] = None if value is None else field.write(value)
    for name in CHILDREN.get(type(row), {}):
        children = sorted(getattr(row, name), key=lambda child: _order(child))
        values[name] = [_plain(child, hidden=hidden) for child in children]
    return values


def _order(row: Model) -> tuple[int, bytes]:
    return getattr(row, "position", 0), row.id.bytes


def _without_places(wording: Wording) -> Wording:
    phrase = library().get(wording.phrase)
    if phrase is None:
        return wording
    places = {slot.name for slot in phrase.slots if slot.kind == "place"}
    kept = {name: value for name, value in wording.slots.items() if name not in places}
    return Wording(phrase=wording.phrase, slots=kept)


def _phrase_codes(values: Any) -> Iterator[str]:
    """Yield every phrase that is named anywhere in the values."""
    if isinstance(values, list):
        for value in values:
            yield from [value] if isinstance(value, str) else _phrase_codes(value)
    elif isinstance(values, dict):
        if isinstance(values.get("phrase"), str):
            yield values["phrase"]
        for value in values.values():
            yield from _phrase_codes(value)

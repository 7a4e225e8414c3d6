"""What a plan says: a numbered phrase with its slots, or free text in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Wording:
    """A phrase of the library, or free text.

    phrase    code such as "T-041"; "" for free text
    slots     raw values of the phrase's slots: ISO dates, codes, names
    text      free text, as it was written
    language  language that the free text is written in
    """

    phrase: str = ""
    slots: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    language: str = "fi"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not self.phrase and not self.text.strip()

    @classmethod
    def free(cls, text: str, language: str) -> Wording:
        """Return free text."""
        return cls(text=text, language=language)

    @classmethod
    def of(cls, code: str, **slots: str) -> Wording:
        """Return a phrase with its slots filled."""
        return cls(phrase=code, slots=slots)

    def to_json(self) -> dict[str, Any]:
        """Return plain values, without what is empty."""
        if self.phrase:
            return {"phrase": self.phrase, "slots": dict(self.slots)}
        return {"text": self.text, "language": self.language} if self.text else {}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Wording:
        """Return the wording that `to_json` described."""
        return cls(
            phrase=values.get("phrase", ""),
            slots=dict(values.get("slots", {})),
            text=values.get("text", ""),
            language=values.get("language", "fi"),
        )

"""What a counsellor wrote into a field: a numbered phrase with its slots, or free text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Wording:
    """A phrase of the library with the values of its slots, or text in one language.

    Slot values are kept raw, so that every language can write them its own way: dates as ISO
    8601, levels and languages as codes, names as they are. `language` is that of `text`.
    """

    phrase: str = ""
    slots: Mapping[str, str] = field(default_factory=dict, hash=False)
    text: str = ""
    language: str = "fi"

    def __post_init__(self) -> None:
        """Keep slots of one's own: a caller's dictionary may change later."""
        object.__setattr__(self, "slots", dict(self.slots))

    @classmethod
    def of(cls, code: str, **slots: str) -> "Wording":
        """Return the phrase of this code with its slots filled."""
        return cls(phrase=code, slots=slots)

    @classmethod
    def free(cls, text: str, language: str) -> "Wording":
        """Return text that stays in the language it was written in."""
        return cls(text=text, language=language)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not self.phrase and not self.text.strip()

    @property
    def is_free(self) -> bool:
        """Whether it is text that no catalog can translate."""
        return not self.phrase and not self.is_empty

    def to_json(self) -> dict[str, Any]:
        """Return plain values, without what is not used: nothing written is {}."""
        if self.phrase:
            return {"phrase": self.phrase, "slots": dict(self.slots)}
        return {"text": self.text, "language": self.language} if self.text else {}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Wording":
        """Return the wording of plain values that `to_json` gave."""
        return cls(
            phrase=str(values.get("phrase", "")),
            slots={str(name): str(value) for name, value in values.get("slots", {}).items()},
            text=str(values.get("text", "")),
            language=str(values.get("language", "fi")),
        )

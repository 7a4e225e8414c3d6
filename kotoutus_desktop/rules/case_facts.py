"""Reading the facts of a law case: what is missing, misspelt or impossible is refused."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NoReturn, TypeVar

Choice = TypeVar("Choice", bound=StrEnum)

EARLIEST = date(1850, 1, 1)
LATEST = date(2200, 1, 1)
LARGEST_COUNT = 1_000_000


class ImpossibleFact(ValueError):
    """A fact of a case is missing, misspelt or impossible.

    `case` is the case's name ("" where that is what is missing), `key` the place of the fact
    in it, as in `plans[0].ends`.
    """

    def __init__(self, case: str, key: str) -> None:
        super().__init__(f"{case}: {key}")
        self.case = case
        self.key = key


@dataclass(frozen=True)
class Facts:
    """Facts of one case, or of one part of it; `path` says which part."""

    case: str
    values: Mapping[str, object]
    path: str = ""

    def refuse(self, key: str) -> NoReturn:
        """Raise ImpossibleFact for the fact `key` of this part."""
        raise ImpossibleFact(self.case, self.path + key)

    def only(self, *known: str) -> "Facts":
        """Refuse a key that is not known, and return these facts."""
        for key in self.values:
            if key not in known:
                self.refuse(str(key))
        return self

    def require(self, *keys: str) -> "Facts":
        """Refuse a key that is absent or null, and return these facts."""
        for key in keys:
            if self.values.get(key) is None:
                self.refuse(key)
        return self

    def text(self, key: str) -> str:
        """Return a text that must be there and not be empty."""
        value = self.values.get(key)
        return value if isinstance(value, str) and value.strip() else self.refuse(key)

    def day(self, key: str) -> date:
        """Return a day that must be there."""
        return self._day(key, self.values.get(key))

    def day_or_none(self, key: str) -> date | None:
        """Return a day, or None where it is absent or null."""
        value = self.values.get(key)
        return None if value is None else self._day(key, value)

    def days(self, key: str) -> tuple[date, ...]:
        """Return a list of days; an absent list is empty."""
        found = enumerate(self._list(key))
        return tuple(self._day(f"{key}[{index}]", value) for index, value in found)

    def flag(self, key: str) -> bool:
        """Return true or false; absent is false."""
        return self.flag_or_none(key) is True

    def flag_or_none(self, key: str) -> bool | None:
        """Return true or false, or None where it is absent or null."""
        value = self.values.get(key)
        return value if value is None or isinstance(value, bool) else self.refuse(key)

    def ground(self, key: str) -> bool:
        """Tell whether a ground is given: a text that names it, or true."""
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return value is True
        return bool(value.strip()) if isinstance(value, str) else self.refuse(key)

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """Return one of the choices, or None where it is absent or null."""
        value = self.values.get(key)
        return None if value is None else self._choice(key, value, choices)

    def choices(self, key: str, choices: type[Choice]) -> frozenset[Choice]:
        """Return a list of choices that must be there."""
        self.require(key)
        found = enumerate(self._list(key))
        return frozenset(self._choice(f"{key}[{index}]", value, choices) for index, value in found)

    def count(self, key: str) -> int:
        """Return a whole number from 0 to a million that must be there."""
        value = self.values.get(key)
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not whole or not isinstance(value, int) or not 0 <= value <= LARGEST_COUNT:
            self.refuse(key)
        return value

    def euros_or_none(self, key: str) -> Decimal | None:
        """Return an amount written as text ("88.00"), or None where it is absent or null."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,2})?", value):
            return Decimal(value)
        return self.refuse(key)

    def part(self, key: str) -> "Facts":
        """Return the facts under `key`; an absent part is empty."""
        return self._part(key, self.values.get(key, {}))

    def parts(self, key: str) -> tuple["Facts", ...]:
        """Return a list of parts; an absent list is empty."""
        found = enumerate(self._list(key))
        return tuple(self._part(f"{key}[{index}]", value) for index, value in found)

    def _part(self, key: str, value: object) -> "Facts":
        if not isinstance(value, Mapping):
            self.refuse(key)
        return replace(self, values=value, path=f"{self.path}{key}.")

    def _list(self, key: str) -> Sequence[object]:
        value = self.values.get(key)
        if value is None:
            return ()
        return value if isinstance(value, list | tuple) else self.refuse(key)

    def _day(self, key: str, value: object) -> date:
        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            self.refuse(key)
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise ImpossibleFact(self.case, self.path + key) from None
        return day if EARLIEST <= day <= LATEST else self.refuse(key)

    def _choice(self, key: str, value: object, choices: type[Choice]) -> Choice:
        for choice in choices:
            if choice.value == value:
                return choice
        return self.refuse(key)

"""The Unicode bidirectional algorithm (UAX #9): which way each character is written.

Even levels run left to right, odd levels right to left. The paragraph is one line of
text without line ends; isolates, embeddings and bracket pairs are honoured. The
resolution of weak and neutral characters is in `bidi_resolution`.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from kotoutus_desktop.typesetting.bidi_resolution import IsolatingRun, resolve

DEEPEST_LEVEL = 125

_ISOLATE_STARTS = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
_REMOVED = _EMBEDDINGS | {"PDF", "BN"}
_RESET_AT_LINE_END = _REMOVED | _ISOLATE_STARTS | {"WS", "PDI"}
_NEEDS_ALGORITHM = _EMBEDDINGS | _ISOLATE_STARTS | {"R", "AL", "AN", "PDF", "PDI"}
_OVERRIDE = {"RLO": "R", "LRO": "L"}


@cache
def bidi_class(character: str) -> str:
    """Return the Bidi_Class of a character; unassigned characters count as L."""
    return unicodedata.bidirectional(character) or "L"


def embedding_levels(text: str, base: int | None = None) -> tuple[list[int], int]:
    """Return the level of every character and the level of the paragraph.

    `base` is 0 or 1, or None to take it from the first strong character (P2, P3).
    """
    return levels_of_classes([bidi_class(character) for character in text], text, base)


def levels_of_classes(
    classes: Sequence[str], text: str | None, base: int | None
) -> tuple[list[int], int]:
    """Return levels for bidi classes alone; `text` is needed only for bracket pairs."""
    if base is None:
        base = _first_strong(classes, 0, len(classes)) or 0
    if base == 0 and not _NEEDS_ALGORITHM.intersection(classes):
        return [0] * len(classes), 0
    explicit = _Explicit(classes, base)
    explicit.run()
    levels = list(explicit.levels)
    for run in _isolating_runs(explicit, text):
        resolve(run, levels)
    _fill_removed(explicit, levels)
    _reset_whitespace(classes, levels, base)
    return levels, base


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices of the items of one line from left to right (rule L2)."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level & 1), default=None)
    if lowest_odd is None:
        return order
    for level in range(max(levels), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return order


def _first_strong(classes: Sequence[str], start: int, end: int) -> int | None:
    """Return 0 or 1 for the first strong class outside isolates, None if there is none."""
    depth = 0
    for kind in classes[start:end]:
        if kind in _ISOLATE_STARTS:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif kind == "B":
            return None
        elif depth == 0 and kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
    return None


def _matching_isolates(classes: Sequence[str]) -> dict[int, int]:
    """Return which isolate initiator is closed by which PDI (BD9)."""
    matches: dict[int, int] = {}
    waiting: list[int] = []
    for position, kind in enumerate(classes):
        if kind in _ISOLATE_STARTS:
            waiting.append(position)
        elif kind == "PDI" and waiting:
            matches[waiting.pop()] = position
    return matches


@dataclass(frozen=True)
class _Status:
    """One entry of the directional status stack of X1."""

    level: int
    override: str | None
    isolate: bool


def _next_level(level: int, right_to_left: bool) -> int:
    return (level + 1) | 1 if right_to_left else (level + 2) & ~1


@dataclass
class _Explicit:
    """Rules X1-X8: levels and overrides that the text asks for itself."""

    original: Sequence[str]
    base: int
    levels: list[int] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    matches: dict[int, int] = field(default_factory=dict)

    def run(self) -> None:
        """Walk the text once and fill in levels and classes."""
        self.matches = _matching_isolates(self.original)
        self.classes = list(self.original)
        self.levels = [self.base] * len(self.classes)
        self._stack = [_Status(self.base, None, False)]
        self._overflow_isolates = self._overflow_embeddings = self._valid_isolates = 0
        for position, kind in enumerate(self.original):
            self._visit(position, kind)

    def _visit(self, position: int, kind: str) -> None:
        if kind in _EMBEDDINGS:
            self.levels[position] = self._stack[-1].level
            self._embed(kind)
        elif kind in _ISOLATE_STARTS:
            self._take_status(position)
            self._isolate(position, kind)
        elif kind == "PDI":
            self._end_isolate()
            self._take_status(position)
        elif kind == "PDF":
            self.levels[position] = self._stack[-1].level
            self._end_embedding()
        elif kind == "BN":
            self.levels[position] = self._stack[-1].level
        elif kind != "B":
            self._take_status(position)

    def _take_status(self, position: int) -> None:
        status = self._stack[-1]
        self.levels[position] = status.level
        if status.override:
            self.classes[position] = status.override

    def _embed(self, kind: str) -> None:
        level = _next_level(self._stack[-1].level, kind[0] == "R")
        overflow = self._overflow_isolates or self._overflow_embeddings
        if level <= DEEPEST_LEVEL and not overflow:
            self._stack.append(_Status(level, _OVERRIDE.get(kind), False))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _isolate(self, position: int, kind: str) -> None:
        right_to_left = kind == "RLI"
        if kind == "FSI":
            end = self.matches.get(position, len(self.original))
            right_to_left = _first_strong(self.original, position + 1, end) == 1
        level = _next_level(self._stack[-1].level, right_to_left)
        overflow = self._overflow_isolates or self._overflow_embeddings
        if level <= DEEPEST_LEVEL and not overflow:
            self._valid_isolates += 1
            self._stack.append(_Status(level, None, True))
        else:
            self._overflow_isolates += 1

    def _end_isolate(self) -> None:
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._stack[-1].isolate:
                self._stack.pop()
            self._stack.pop()
            self._valid_isolates -= 1

    def _end_embedding(self) -> None:
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()


def _level_runs(kept: Sequence[int], levels: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for position in kept:
        if runs and levels[position] == levels[runs[-1][-1]]:
            runs[-1].append(position)
        else:
            runs.append([position])
    return runs


def _isolating_runs(explicit: _Explicit, text: str | None) -> list[IsolatingRun]:
    """Join level runs across isolates and find what is on either side (X10)."""
    original, levels, matches = explicit.original, explicit.levels, explicit.matches
    kept = [place for place, kind in enumerate(original) if kind not in _REMOVED]
    rank = {place: index for index, place in enumerate(kept)}
    runs = _level_runs(kept, levels)
    by_first = {run[0]: run for run in runs}
    closers = set(matches.values())
    result = []
    for run in runs:
        if run[0] in closers:
            continue
        places = list(run)
        while (closer := matches.get(places[-1])) is not None and closer in by_first:
            places += by_first[closer]
        before = rank[places[0]] - 1
        after = rank[places[-1]] + 1
        open_ended = original[places[-1]] in _ISOLATE_STARTS and places[-1] not in matches
        level_before = levels[kept[before]] if before >= 0 else explicit.base
        level_after = explicit.base if open_ended or after >= len(kept) else levels[kept[after]]
        level = levels[places[0]]
        result.append(
            IsolatingRun(
                places=places,
                level=level,
                classes=[explicit.classes[place] for place in places],
                original=[original[place] for place in places],
                characters=None if text is None else [text[place] for place in places],
                start="R" if max(level, level_before) & 1 else "L",
                end="R" if max(level, level_after) & 1 else "L",
            )
        )
    return result


def _fill_removed(explicit: _Explicit, levels: list[int]) -> None:
    """Give characters without a direction of their own the level of the one before."""
    for place, kind in enumerate(explicit.original):
        if kind in _REMOVED:
            levels[place] = levels[place - 1] if place else explicit.base


def _reset_whitespace(classes: Sequence[str], levels: list[int], base: int) -> None:
    """Put separators and the blanks before them or at the end on the base level (L1)."""
    resetting = True
    for place in range(len(classes) - 1, -1, -1):
        if classes[place] in ("B", "S"):
            resetting = True
            levels[place] = base
        elif resetting and classes[place] in _RESET_AT_LINE_END:
            levels[place] = base
        else:
            resetting = False

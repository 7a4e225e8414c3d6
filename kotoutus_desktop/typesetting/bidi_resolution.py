"""Rules W1-W7, N0-N2, I1 and I2 of UAX #9 on one isolating run sequence."""

from collections.abc import Sequence
from dataclasses import dataclass

DEEPEST_BRACKET_STACK = 63

_ISOLATES = frozenset({"LRI", "RLI", "FSI", "PDI"})
_NEUTRAL = _ISOLATES | {"B", "S", "WS", "ON"}
_AS_RIGHT = frozenset({"R", "EN", "AN"})

_OPENERS = (
    "([{\u0f3a\u0f3c\u169b\u2045\u207d\u208d\u2308\u230a\u2329"
    "\u2768\u276a\u276c\u276e\u2770\u2772\u2774\u27c5\u27e6\u27e8\u27ea\u27ec"
    "\u27ee\u2983\u2985\u2987\u2989\u298b\u298d\u298f\u2991\u2993\u2995\u2997"
    "\u29d8\u29da\u29fc\u2e22\u2e24\u2e26\u2e28\u2e55\u2e57\u2e59\u2e5b\u3008"
    "\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\ufe59\ufe5b\ufe5d\uff08"
    "\uff3b\uff5b\uff5f\uff62"
)
_IRREGULAR_CLOSERS = {
    "[": "]",
    "{": "}",
    "\u298d": "\u2990",
    "\u298f": "\u298e",
    "\uff3b": "\uff3d",
    "\uff5b": "\uff5d",
    "\uff5f": "\uff60",
    "\uff62": "\uff63",
}
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_CLOSER_OF = {opener: _IRREGULAR_CLOSERS.get(opener, chr(ord(opener) + 1)) for opener in _OPENERS}
_CLOSERS = frozenset(_CLOSER_OF.values())


@dataclass
class IsolatingRun:
    """Characters that are resolved together, and the directions on either side of them."""

    places: list[int]
    level: int
    classes: list[str]
    original: list[str]
    characters: Sequence[str] | None
    start: str
    end: str

    @property
    def embedding(self) -> str:
        """The direction of the run's own level."""
        return "R" if self.level & 1 else "L"


def resolve(run: IsolatingRun, levels: list[int]) -> None:
    """Resolve the classes of a run and write the final levels of its characters."""
    _marks(run)
    _numbers(run)
    _separators(run)
    _terminators(run)
    _left_over(run)
    if run.characters is not None:
        _brackets(run, run.characters)
    _neutrals(run)
    for place, kind in zip(run.places, run.classes, strict=True):
        levels[place] = run.level + _implicit(run.level, kind)


def _implicit(level: int, kind: str) -> int:
    """I1, I2."""
    if level & 1:
        return 0 if kind == "R" else 1
    return {"L": 0, "R": 1}.get(kind, 2)


def _marks(run: IsolatingRun) -> None:
    """W1: a mark takes the class of what it stands on."""
    previous = run.start
    for index, kind in enumerate(run.classes):
        if kind == "NSM":
            run.classes[index] = "ON" if previous in _ISOLATES else previous
        previous = run.classes[index]


def _numbers(run: IsolatingRun) -> None:
    """W2, W3: European digits after an Arabic letter are Arabic numbers."""
    strong = run.start
    for index, kind in enumerate(run.classes):
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "AL":
            run.classes[index] = "R"
        elif kind == "EN" and strong == "AL":
            run.classes[index] = "AN"


def _separators(run: IsolatingRun) -> None:
    """W4: one separator between two numbers of a kind belongs to them."""
    classes = run.classes
    for index in range(1, len(classes) - 1):
        before, kind, after = classes[index - 1 : index + 2]
        if before != after:
            continue
        if (kind == "ES" and before == "EN") or (kind == "CS" and before in ("EN", "AN")):
            classes[index] = before


def _terminators(run: IsolatingRun) -> None:
    """W5: signs such as % beside a European number belong to it."""
    classes, index = run.classes, 0
    while index < len(classes):
        end = _end_of(classes, index, frozenset({"ET"}))
        touches = (index > 0 and classes[index - 1] == "EN") or (
            end < len(classes) and classes[end] == "EN"
        )
        if touches:
            classes[index:end] = ["EN"] * (end - index)
        index = max(end, index + 1)


def _end_of(classes: Sequence[str], start: int, kinds: frozenset[str]) -> int:
    end = start
    while end < len(classes) and classes[end] in kinds:
        end += 1
    return end


def _left_over(run: IsolatingRun) -> None:
    """W6, W7: other signs are neutral; European numbers after Latin are Latin."""
    strong = run.start
    for index, kind in enumerate(run.classes):
        if kind in ("ES", "ET", "CS"):
            run.classes[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            run.classes[index] = "L"


def _bracket_pairs(run: IsolatingRun, characters: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: which brackets belong together, in the order of the openers."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for index, kind in enumerate(run.classes):
        character = characters[index]
        if kind != "ON":
            continue
        if character in _CLOSER_OF:
            if len(waiting) >= DEEPEST_BRACKET_STACK:
                break
            closer = _CLOSER_OF[character]
            waiting.append((_CANONICAL.get(closer, closer), index))
        elif character in _CLOSERS:
            _close(waiting, _CANONICAL.get(character, character), index, pairs)
    return sorted(pairs)


def _close(
    waiting: list[tuple[str, int]], closer: str, index: int, pairs: list[tuple[int, int]]
) -> None:
    for depth in range(len(waiting) - 1, -1, -1):
        if waiting[depth][0] == closer:
            pairs.append((waiting[depth][1], index))
            del waiting[depth:]
            return


def _direction(kind: str) -> str | None:
    if kind in _AS_RIGHT:
        return "R"
    return "L" if kind == "L" else None


def _brackets(run: IsolatingRun, characters: Sequence[str]) -> None:
    """N0: both brackets of a pair take one direction."""
    for opener, closer in _bracket_pairs(run, characters):
        found = {_direction(kind) for kind in run.classes[opener + 1 : closer]} - {None}
        if not found:
            continue
        direction = run.embedding
        if direction not in found:
            direction = _context(run, opener)
        for bracket in (opener, closer):
            _set_bracket(run, bracket, direction)


def _context(run: IsolatingRun, index: int) -> str:
    for kind in reversed(run.classes[:index]):
        direction = _direction(kind)
        if direction:
            return direction
    return run.start


def _set_bracket(run: IsolatingRun, index: int, direction: str) -> None:
    run.classes[index] = direction
    following = index + 1
    while following < len(run.classes) and run.original[following] == "NSM":
        run.classes[following] = direction
        following += 1


def _neutrals(run: IsolatingRun) -> None:
    """N1, N2: neutrals between two equal directions follow them, others the run."""
    classes, index = run.classes, 0
    while index < len(classes):
        end = _end_of(classes, index, _NEUTRAL)
        if end > index:
            before = run.start if index == 0 else _direction(classes[index - 1])
            after = run.end if end == len(classes) else _direction(classes[end])
            chosen = before if before == after and before else run.embedding
            classes[index:end] = [chosen] * (end - index)
        index = max(end, index + 1)

"""Finding a phrase by a few letters of it, as one types."""

from collections.abc import Mapping

from kotoutus_desktop.reference.folding import fold

_START_OF_TEXT, _START_OF_WORD, _INSIDE = 0, 1, 3


class SearchIndex:
    """Texts by code, folded once: a keystroke only compares strings."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._folded = [
            (code, fold(code).replace(" ", ""), f" {fold(text)}") for code, text in texts.items()
        ]

    def matches(self, typed: str) -> list[str]:
        """Return the codes whose code or text has every word typed, the closest first.

        Finnish joins words: what stands inside a word is found too, after word beginnings.
        """
        words = fold(typed).split()
        whole = "".join(words)
        ranked = []
        for place, (code, folded_code, text) in enumerate(self._folded):
            if whole and folded_code.startswith(whole):
                ranked.append((-1, place, code))
                continue
            distances = [_distance(word, text) for word in words]
            if None not in distances:
                ranked.append((sum(d for d in distances if d is not None), place, code))
        return [code for _rank, _place, code in sorted(ranked)]


def _distance(word: str, text: str) -> int | None:
    """Return how far a word is from the text, None where it is not in it."""
    at = text.find(f" {word}")
    if at == 0:
        return _START_OF_TEXT
    if at > 0:
        return _START_OF_WORD
    return _INSIDE if word in text else None

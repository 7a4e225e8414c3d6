"""The office's own phrases on paper: where one is not translated it stands as free text.

The phrases that ship exist in every language, so a gap there is a fault that blocks. An own
phrase may have been written in Finnish only: that is no fault, the interpreter explains it.
"""

from collections.abc import Sequence
from dataclasses import replace

from kotoutus_desktop.documents.rows import Line, Part
from kotoutus_desktop.documents.said import Said
from kotoutus_desktop.phrases.library import Library
from kotoutus_desktop.phrases.render import render
from kotoutus_desktop.phrases.wording import Wording

WRITTEN_IN = ("fi", "sv")


def spelled_out(
    parts: Sequence[Part], languages: Sequence[str], phrases: Library
) -> tuple[Part, ...]:
    """Return the parts with own phrases as free text where a language lacks them."""
    return tuple(
        replace(
            part,
            rows=tuple(
                replace(
                    row,
                    lines=tuple(
                        Line(_spelled(line.said, languages, phrases), line.label, line.strong)
                        for line in row.lines
                    ),
                )
                for row in part.rows
            ),
        )
        for part in parts
    )


def _spelled(said: Said, languages: Sequence[str], phrases: Library) -> Said:
    if not isinstance(said, Wording) or not said.phrase:
        return said
    phrase = phrases.get(said.phrase)
    if phrase is None or not phrase.is_own:
        return said
    if all(phrase.pattern(language) is not None for language in languages):
        return said
    for language in (*languages, *WRITTEN_IN):
        text = render(said, language, phrases)
        if text is not None:
            return Wording.free(text, language)
    return said

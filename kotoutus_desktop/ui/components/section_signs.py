"""A section sign stays on the line of its number: "§" at the end of a line is read twice."""

import re

NO_BREAK = "\u00a0"
_SIGN_FIRST = re.compile(r"(§) (?=\d)")
_NUMBER_FIRST = re.compile(r"(?<=\d) (?=§)|(?<=\d [a-z]) (?=§)|(?<=\d) (?=[a-z] §)")


def kept_together(text: str) -> str:
    """Return the text with spaces that do not break between a section sign and its number."""
    if "§" not in text:
        return text
    return _SIGN_FIRST.sub(rf"\1{NO_BREAK}", _NUMBER_FIRST.sub(NO_BREAK, text))

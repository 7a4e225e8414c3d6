"""Texts that stand by language: what is read where the wanted language has none."""

from collections.abc import Mapping

READ_FIRST = ("fi", "sv", "en")
"""The languages that the office itself writes, in the order in which they stand in."""


def text_in(texts: Mapping[str, str], language: str) -> tuple[str, str]:
    """Return the text of a language with its code; another's where it has none, "" for none."""
    for code in (language, *READ_FIRST, *texts):
        if texts.get(code):
            return texts[code], code
    return "", ""


def kept_texts(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the texts that say something, without spaces around them."""
    trimmed = {language: " ".join(text.split()) for language, text in texts.items()}
    return {language: text for language, text in trimmed.items() if text}

"""What a deleted record is called, and the words by which one knows it again."""

import json
from datetime import date
from typing import Any

from kotoutus_desktop.casework.deleted import Deleted
from kotoutus_desktop.i18n import interface_language
from kotoutus_desktop.phrases.library import Library
from kotoutus_desktop.phrases.render import render
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.keeping.held_sheet import subject_text

LONGEST = 160
_TELLING = (
    *("goal", "what", "text", "family_names", "given_names", "name", "names", "title", "finding"),
    *("subject", "reason", "made_by", "provider", "note", "number"),
)
_DAYS = ("learned_on", "happened_on", "given_on", "held_on", "made_on", "done_on", "starts_on")


def name_text(item: Deleted) -> str:
    """Return the kind of the record, and whose it is."""
    kind = subject_text(item.subject)
    return f"{kind} · {item.number}" if item.number else kind


def about_text(item: Deleted, library: Library) -> str:
    """Return the day and the first words of a record; "" where they may not be shown."""
    day = next((str(item.values[name]) for name in _DAYS if item.values.get(name)), "")
    said = [_day(day)] if day else []
    said += [text for name in _TELLING if (text := _said(item.values.get(name), library))]
    text = " · ".join(said[:3])
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def _said(value: Any, library: Library) -> str:
    """Return a value of the history: a wording, names by language, or text."""
    if not isinstance(value, str):
        return ""
    if not value.startswith("{"):
        return value
    try:
        content = json.loads(value)
    except ValueError:
        return value
    if "phrase" in content or "text" in content:
        wording = Wording.from_json(content)
        return render(wording, interface_language(), library) or wording.text
    return str(content.get(interface_language()) or next(iter(content.values()), ""))


def _day(text: str) -> str:
    return date_text(date.fromisoformat(text))

"""Everything that is held on one person as JSON: the names of the tables and columns as they are.

For whoever reads it by program (Regulation (EU) 2016/679 art. 15(3)); the paper beside it says
the same in words.
"""

import json
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from kotoutus_desktop.casework.held import Held
from kotoutus_desktop.casework.others import Hidden, without_others
from kotoutus_desktop.phrases.wording import Wording

FORMAT = 1
BLACKED = "not given out: {why}"


def held_json(held: Held, made_at: datetime) -> bytes:
    """Return the file; what is not given out says so in the place of its value."""
    content = {
        "format": FORMAT,
        "made": made_at.isoformat(),
        "client": held.number,
        "records": {
            table.name: [_row(dict(row.values)) for row in table.rows] for table in held.tables
        },
        "earlier": [
            {
                "at": each.at.isoformat(),
                "table": each.table,
                "record": str(each.row),
                "column": each.column,
                "value": plain(each.value),
            }
            for each in held.earlier
        ],
        "half_typed": [{"form": form, "content": content} for form, content in held.drafts],
        "log": [
            {"at": each.at.isoformat(), "act": each.act, "subject": each.subject}
            for each in held.acts
        ],
        "mentioned_elsewhere": [
            {"table": each.table, "column": each.column, "records": each.count}
            for each in held.mentions
        ],
        "officers": {str(key): name for key, name in held.officers.items() if _acted(held, key)},
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    match value:
        case Hidden():
            return BLACKED.format(why=value.value)
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case UUID():
            return str(value)
        case Wording():
            return value.to_json()
        case _:
            return value


def frozen_text(text: str) -> Any:
    """Return a case as it was frozen in an agreed plan, without other people's data.

    The words of its phrases in every language are left out: they say nothing of anybody. A
    text that is no case is returned as it is.
    """
    try:
        content = json.loads(text)
    except ValueError:
        return text
    if isinstance(content, dict):
        content.pop("phrases", None)
    return without_others(content)


def _row(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: frozen_text(value) if name == "frozen_case" and value else plain(value)
        for name, value in values.items()
    }


def _acted(held: Held, officer: UUID) -> bool:
    return any(officer in row.values.values() for table in held.tables for row in table.rows)

"""The pack of a client for programs: JSON under the headings of Decree 874/2024.

Not encrypted, like a case file. It holds no identity code.
"""

import json
from datetime import datetime
from typing import Any

from kotoutus_desktop.casework.national.pack import Pack, PackField, PackSection
from kotoutus_desktop.casework.national.words import HEADINGS, RECORDS
from kotoutus_desktop.i18n import interface_catalog
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.section import DATA_DECREE
from kotoutus_desktop.rules.stored_fields import SECTIONS

FORMAT = 1
PACK = "national"
"""The subject of the note that a pack left the program."""


def pack_json(client: Client, pack: Pack, language: str, made_at: datetime) -> bytes:
    """Return the file; `language` is that of the values, the office's own."""
    content = {
        "format": FORMAT,
        "decree": DATA_DECREE,
        "made": made_at.isoformat(),
        "register": pack.register.value,
        "client": {
            "number": client.number,
            "name": "" if client.hides_place else client.full_name,
        },
        "language": language,
        "records": [_section(section) for section in pack.sections],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _section(section: PackSection) -> dict[str, Any]:
    return {
        "record": section.record.value,
        "heading": _both(RECORDS[section.record]),
        "section": SECTIONS[section.record].code,
        "made_on": section.made_on.isoformat(),
        "must_be_stored": section.is_duty,
        "fields": [_field(each) for each in section.fields],
    }


def _field(each: PackField) -> dict[str, Any]:
    entered = each.entered
    return {
        "field": each.field.value,
        "heading": _both(HEADINGS[each.field]),
        "value": each.value,
        "entered": None
        if entered is None
        else {"on": entered.on.isoformat(), "by": entered.by, "register": entered.register.value},
        "changed_since_entered": each.is_changed,
    }


def _both(text: str) -> dict[str, str]:
    return {code: interface_catalog(code).gettext(text) for code in ("fi", "sv")}

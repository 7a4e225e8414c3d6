"""A table as CSV that no spreadsheet runs: what looks like a formula stays text."""

import csv
import json
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

DELIMITER = ";"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def csv_table(names: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Return a table as CSV for spreadsheets: text in UTF-8 with its mark, every cell quoted.

    A text that a spreadsheet would take for a formula stands behind an apostrophe.
    """
    target = StringIO()
    writer = csv.writer(target, delimiter=DELIMITER, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return f"'{value}" if value.lstrip(" \u00a0").startswith(_FORMULA) else value
        case _:
            return json.dumps(value, ensure_ascii=False)

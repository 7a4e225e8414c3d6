"""Everything that is held on one person, in words: what is printed, and what is black on it."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import groupby
from typing import Any

from kotoutus_desktop.casework.held import Held, HeldRow, HeldTable
from kotoutus_desktop.casework.held_file import frozen_text
from kotoutus_desktop.casework.others import Hidden
from kotoutus_desktop.documents.facts_sheet import Blacked, FactsSheet, Table, Value
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.phrases.library import Library
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.keeping.held_words import HANDLING, MORE_FIELDS, MORE_SUBJECTS
from kotoutus_desktop.ui.log.field_words import FIELDS
from kotoutus_desktop.ui.log.subject_words import SUBJECTS
from kotoutus_desktop.ui.log.value_words import (
    LONGEST,
    YES,
    ValueWords,
    day_text,
    moment_text,
)

WHY = {
    Hidden.OTHER_PERSON: N_("Blacked out: about another person"),
    Hidden.WITHHELD: N_("Blacked out: not for the client (621/1999 § 11(2))"),
}
_NOTES = (
    N_(
        "Why it is kept: to arrange the services of the Act, and to follow and direct them "
        "(681/2023 § 72). What may be kept the Act lists (§ 73)."
    ),
    N_(
        "Where it comes from: from the person, unless a source stands beside it (§ 73(2)). To "
        "whom it went: the papers that were printed or saved, the hand-over lists and the "
        "referrals stand above."
    ),
    N_(
        "What is wrong can be corrected: ask the office that made this paper. Whoever finds that "
        "the data is not handled as the law says may turn to the Data Protection Ombudsman. The "
        "program reckons time limits; it decides nothing about anybody."
    ),
    N_(
        "Other people's data is black. What somebody wrote about another person in running text "
        "the program cannot tell: read the paper before it is given out. Papers, copies of the "
        "file and other registers of the authority are not in it."
    ),
)


def held_sheet(held: Held, office: str, made: str, library: Library) -> FactsSheet:
    """Return the paper; `made` says whose it is and of which day."""
    words = ValueWords(interface_language(), held.officers, library)
    tables = [table for each in held.tables for table in _table(each, words)]
    return FactsSheet(
        title=_("All that is held on client {number}").format(number=held.number),
        office=office,
        lines=[made, _("Right of access: Regulation (EU) 2016/679, Article 15")],
        tables=[*tables, *_more(held, words)],
        notes=[_(note) for note in _NOTES],
    )


def field_text(column: str) -> str:
    """Return what a column is called; its own name where no word was given to it yet."""
    known = FIELDS.get(column) or MORE_FIELDS.get(column)
    return _(known) if known else column.removesuffix("_id").replace("_", " ")


def subject_text(table: str) -> str:
    """Return what the records of a table are called."""
    known = SUBJECTS.get(table) or MORE_SUBJECTS.get(table)
    return _(known) if known else table.replace("_", " ")


def _table(table: HeldTable, words: ValueWords) -> Iterator[Table]:
    title = subject_text(table.name)
    if len(table.rows) == 1:
        yield Table(title, _rows(table.rows[0], words))
        return
    yield Table(title, ())
    for number, row in enumerate(table.rows, start=1):
        yield Table(f"{title} {number}", _rows(row, words), inner=True)


def _rows(row: HeldRow, words: ValueWords) -> list[tuple[Value, Value]]:
    return [
        (field_text(name), _value(name, value, words))
        for name, value in row.values.items()
        if _is_told(name, value, words)
    ]


def _is_told(name: str, value: Any, words: ValueWords) -> bool:
    """Leave out what is empty, and the keys that hold the file together."""
    if value in (None, "", [], {}) or (isinstance(value, Wording) and value.is_empty):
        return False
    is_key = name == "id" or type(value).__name__ == "UUID"
    return not is_key or value in words.people


def _value(name: str, value: Any, words: ValueWords) -> Value:
    if isinstance(value, Hidden):
        return Blacked(_(WHY[value]))
    if name == "frozen_case":
        return _frozen(str(value))
    if isinstance(value, Wording):
        return words.wording(value)
    if isinstance(value, str) and len(value) > LONGEST:
        return value
    return words.value(name, value)


def _frozen(text: str) -> str:
    """Return an agreed case line by line: which field, and what stood in it, without keys."""
    content = frozen_text(text)
    return content if isinstance(content, str) else "\n".join(_leaves(content, ""))


def _leaves(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name != "id" and not name.endswith("_id"):
                yield from _leaves(inner, f"{path} · {field_text(name)}".removeprefix(" · "))
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _leaves(inner, f"{path} {number}")
    elif value not in (None, "", False):
        yield f"{path}: {_leaf(value)}"


def _leaf(value: Any) -> str:
    if value is True:
        return _(YES)
    with suppress(ValueError):
        return day_text(date.fromisoformat(str(value)))
    hidden = {str(each): _(WHY[each]) for each in Hidden}
    return hidden.get(str(value), str(value))


def _more(held: Held, words: ValueWords) -> Iterator[Table]:
    earlier = [
        (
            moment_text(each.at),
            f"{subject_text(each.table)}: {field_text(each.column)}",
            _value(each.column, each.value, words),
        )
        for each in held.earlier
        if _is_told(each.column, each.value, words)
    ]
    if earlier:
        head = (_("Recorded at"), _("What"), _("What stood there earlier"))
        yield Table(_("Earlier values"), earlier, head, (0.18, 0.32, 0.5))
    for form, content in held.drafts:
        said = json.dumps(content, ensure_ascii=False, indent=1)
        yield Table(_("Half-typed form"), [(form, said)])
    if held.mentions:
        elsewhere = [
            (subject_text(each.table), Blacked(_(WHY[Hidden.OTHER_PERSON])))
            for each in held.mentions
            for _number in range(each.count)
        ]
        yield Table(_("In cases of others"), elsewhere)
    days = _by_day(held)
    if days:
        heads = (_("Day"), _("What was done with the data"))
        note = _("Who it was stands in the log of the file.")
        yield Table(_("Handling"), days, heads, (0.18, 0.82), note=note)


def _by_day(held: Held) -> list[tuple[str, str]]:
    rows = []
    for day, acts in groupby(held.acts, key=lambda each: each.at.astimezone().date()):
        kinds = dict.fromkeys(each.act for each in acts)
        said = ", ".join(_(HANDLING[kind]) if kind in HANDLING else kind for kind in kinds)
        rows.append((f"{day.day}.{day.month}.{day.year}", said))
    return rows

"""What arrived, in words: a line for each client, not a list of fields."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from kotoutus_desktop.casework.exchange.news import CaseNews, How, News, RowNews
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.log.field_words import FIELDS, INNER
from kotoutus_desktop.ui.log.subject_words import SUBJECTS

COLUMNS = (ListColumn(share=2), ListColumn(share=4), ListColumn(share=2), ListColumn(width=150))
MOST_NAMED = 4


def summary(news: News) -> str:
    """Return one or two sentences about the whole file."""
    if news.is_empty:
        return _("The file from {laptop} holds nothing that is not known here.").format(
            laptop=news.laptop
        )
    new = sum(case.is_new for case in news.cases)
    changed = len(news.cases) - new
    parts = [
        ngettext("{n} new client", "{n} new clients", new).format(n=new) if new else "",
        ngettext("{n} changed", "{n} changed", changed).format(n=changed) if changed else "",
        _erased(len(news.erased)),
        _("the office’s own things") if news.office else "",
        ngettext("{n} scan", "{n} scans", news.scans).format(n=news.scans) if news.scans else "",
        ngettext("{n} thing to be decided", "{n} things to be decided", news.clashes).format(
            n=news.clashes
        )
        if news.clashes
        else "",
    ]
    return f"{news.laptop}: {', '.join(part for part in parts if part)}."


def case_face(case: CaseNews, people: Mapping[UUID, str]) -> RowFace:
    """Return the row of a client: who, what is new, by whom and when, and how it ends."""
    name = _name(case)
    what = _("new client") if case.is_new else what_changed(case.rows)
    by = ", ".join(sorted({people.get(row.actor, "") for row in case.rows if row.actor} - {""}))
    days = sorted({row.at.astimezone().date() for row in case.rows})
    when = " – ".join(date_text(day) for day in dict.fromkeys((days[0], days[-1]))) if days else ""
    state, tone = _state(case)
    number = case.client.number if case.client and name != case.client.number else ""
    cells = (
        Cell(name, number, strong=True),
        Cell(what),
        Cell(by or when, when if by else ""),
        Cell(state, tone=tone, kind=CellKind.CHIP),
    )
    return RowFace(cells, ", ".join(part for part in (name, what, by, when, state) if part))


def what_changed(rows: Sequence[RowNews]) -> str:
    """Return in a few words what changed: records by name, fields of the client by theirs."""
    words = [_(text) for row in rows for text in _texts(row)]
    named = list(dict.fromkeys(word for word in words if word))
    more = len(named) - MOST_NAMED
    shown = ", ".join(named[:MOST_NAMED])
    if more > 0:
        return ngettext("{what} and {n} other", "{what} and {n} others", more).format(
            what=shown, n=more
        )
    return shown or _("what the program keeps for itself")


def _texts(row: RowNews) -> list[str]:
    if row.subject == "client" and row.how is not How.DELETED:
        return [FIELDS[name] for name in row.fields if name in FIELDS and name not in INNER]
    return [SUBJECTS.get(row.subject, "")]


def _name(case: CaseNews) -> str:
    if case.client is None:
        return _("a client who was deleted")
    if case.client.hides_place:
        return case.client.number
    return case.client.full_name or case.client.own_script_name or case.client.number


def _state(case: CaseNews) -> tuple[str, str]:
    if case.clashes:
        count = case.clashes
        return ngettext("{n} to decide", "{n} to decide", count).format(n=count), "warning"
    if case.client is None:
        return _("deleted"), "danger"
    return (_("new"), "success") if case.is_new else (_("changed"), "info")


def _erased(count: int) -> str:
    if not count:
        return ""
    return ngettext("{n} client erased for good", "{n} clients erased for good", count).format(
        n=count
    )

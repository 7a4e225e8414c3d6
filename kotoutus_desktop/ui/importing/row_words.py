"""A row of the spreadsheet in the list: who it is, and what becomes of it."""

from collections.abc import Collection
from dataclasses import dataclass

from kotoutus_desktop.casework.importing.clients import Prepared, Ready
from kotoutus_desktop.casework.importing.columns import FIELDS
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.failures import explain

COLUMNS = (ListColumn(width=80), ListColumn(share=3), ListColumn(share=7), ListColumn(width=120))


@dataclass(frozen=True)
class Line:
    """A row of the file: `ready` None where it is refused, for `faults` in words."""

    number: int
    ready: Ready | None
    faults: tuple[str, ...] = ()
    is_taken: bool = True


def lines(prepared: Prepared, also: Collection[int]) -> list[Line]:
    """Return refused rows first, then those in doubt, then the others, by their numbers."""
    faults: dict[int, list[str]] = {}
    for each in prepared.refused:
        name = _(FIELDS[each.fault.field]) if each.fault.field in FIELDS else ""
        text = explain(each.fault)
        faults.setdefault(each.number, []).append(f"{name}: {text}" if name else text)
    refused = [Line(number, None, tuple(texts)) for number, texts in faults.items()]
    ready = [
        Line(row.number, row, is_taken=not row.is_doubtful or row.number in also)
        for row in prepared.ready
    ]
    doubtful = [line for line in ready if line.ready and line.ready.is_doubtful]
    return [*refused, *doubtful, *(line for line in ready if line not in doubtful)]


def line_face(line: Line) -> RowFace:
    """Return a row of the list."""
    number = _("row {n}").format(n=line.number)
    if line.ready is None:
        what = " ".join(line.faults)
        cells = (
            Cell(number),
            Cell(),
            Cell(line.faults[0], " ".join(line.faults[1:])),
            Cell(_("is refused"), tone="danger", kind=CellKind.CHIP),
        )
        return RowFace(cells, f"{number}, {_('is refused')}, {what}", what)
    client = line.ready.client
    about = _doubt(line.ready)
    state = _("taken") if line.is_taken else _("left out")
    born = _born(client)
    tone = "success" if line.is_taken else "warning"
    cells = (
        Cell(number),
        Cell(client.full_name, born, strong=True),
        Cell(about),
        Cell(state, tone=tone, kind=CellKind.CHIP),
    )
    said = ", ".join(part for part in (number, client.full_name, born, about, state) if part)
    return RowFace(cells, said)


def _born(client: Client) -> str:
    if client.born is None:
        return ""
    return (
        str(client.born.year) if client.born_precision is Precision.YEAR else date_text(client.born)
    )


def _doubt(row: Ready) -> str:
    if row.known is not None:
        return _("{number} may be the same person. Enter takes the row after all.").format(
            number=row.known_number
        )
    if row.twice is not None:
        return _("Row {n} tells of the same person. Enter takes the row after all.").format(
            n=row.twice
        )
    return ""

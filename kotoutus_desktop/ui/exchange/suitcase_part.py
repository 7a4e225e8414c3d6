"""Suitcases: packing one for an outreach point, which are out, unpacking one."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.exchange.packing import suitcase_here, suitcases_out
from kotoutus_desktop.casework.register import officers
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.suitcase import Suitcase
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.layout import Column, ScrollColumn
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.exchange.pack_card import PackCard
from kotoutus_desktop.ui.exchange.unpack_card import UnpackCard
from kotoutus_desktop.ui.log.value_words import moment_text
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace

SHOWN_AT_ONCE = 10
_COLUMNS = (ListColumn(share=3), ListColumn(share=2), ListColumn(share=3), ListColumn(width=150))


class SuitcasePart(Part):
    """At the office three cards; in a suitcase itself, what to do with it."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self._people: dict[UUID, str] = {}
        self.pack, self.unpack = PackCard(workspace), UnpackCard(workspace)
        self.out = RowList(self._face, _COLUMNS, name=_("Suitcases"), fits=True)
        self._out = Card(_("Packed here"))
        self.nothing = EmptyState(
            "briefcase",
            _("This file is a suitcase"),
            _("Take it back to the office when you are done: there it is unpacked and deleted."),
        )
        self.body = ScrollColumn((5, 2, 5, 5))
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Read what is out; the keyboard goes to the clients."""
        self.refresh()
        if self.body.isVisible():
            self.pack.clients.search.take_focus()
        else:
            self.nothing.setFocus()

    def refresh(self) -> None:
        """Read again what is out; what was chosen stays."""
        with self.workspace.database.reading() as session:
            inside = suitcase_here(session) is not None
            found = suitcases_out(session)[:SHOWN_AT_ONCE]
            self._people = {each.id: each.name for each in officers(session)}
        self.nothing.setVisible(inside)
        self.body.setVisible(not inside)
        if inside:
            return
        self.pack.get_ready()
        self.out.set_items(found)
        self._out.setVisible(bool(found))

    def acts(self) -> Sequence[QWidget]:
        """Return nothing: the buttons stand at their cards."""
        return ()

    def primary(self) -> None:
        """Take what was looked into, or pack."""
        if not self.body.isVisible():
            return
        if self.unpack.path is not None:
            self.unpack.take_it()
        else:
            self.pack.choose_where()

    def _face(self, row: Suitcase) -> RowFace:
        clients = ngettext("{n} client", "{n} clients", len(row.cases)).format(n=len(row.cases))
        by = self._people.get(row.packed_by, "") if row.packed_by else ""
        packed = _("packed {moment}").format(moment=moment_text(row.packed_at))
        state, tone = self._state(row)
        end = row.unpacked_at or row.expires_at
        words = _("back {moment}") if row.unpacked_at else _("opens until {moment}")
        until = words.format(moment=moment_text(end))
        cells = (
            Cell(row.name, by, strong=True),
            Cell(clients),
            Cell(packed, until),
            Cell(state, tone=tone, kind=CellKind.CHIP),
        )
        return RowFace(cells, ", ".join(p for p in (row.name, by, clients, packed, until, state)))

    def _state(self, row: Suitcase) -> tuple[str, str]:
        if row.unpacked_at is not None:
            return _("unpacked"), "success"
        if row.expires_at <= self.workspace.now():
            return _("locked, not back"), "danger"
        return _("out"), "warning"

    def _again(self) -> None:
        self.workspace.changed.emit()
        self.refresh()

    def _lay_out(self) -> None:
        for card in (self.pack, self.unpack):
            card.said.connect(self.said)
        self.unpack.navigate.connect(self.navigate)
        self.pack.packed.connect(self.refresh)
        self.unpack.unpacked.connect(self._again)
        self.unpack.looked.connect(lambda looked: self.pack.setVisible(not looked))
        self._out.put(self.out)
        self.body.put(self.pack, self.unpack, self._out, None)
        Column(self, gap=0).put((self.nothing, 1), (self.body, 1))

"""What of all clients is still to be entered in Koto-AJ or A-TMT."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.national.pack_file import PACK
from kotoutus_desktop.casework.national.waiting import Waiting, still_to_enter
from kotoutus_desktop.casework.national.words import REGISTERS
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.facts_sheet import facts_pdf, made_line
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.progress import Report
from kotoutus_desktop.rules.section import STORAGE_DUTY, Section
from kotoutus_desktop.ui.components.buttons import Button, Segments
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.keeping.saving import PaperSaver
from kotoutus_desktop.ui.log.exports import note_export
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.national.pack_sheet import name_text, waiting_sheet, what_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace

DUTY, ALL = "duty", "all"
COLUMNS = (
    ListColumn(share=3),
    ListColumn(share=5),
    ListColumn(width=120, folds=True),
    ListColumn(width=170),
    ListColumn(width=110),
)


class WaitingPart(Part):
    """A row for each client, duties first; opening one leads to the pack."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.waiting: list[Waiting] = []
        self.which = Segments(
            [(DUTY, _("Must be entered")), (ALL, _("Everything"))], DUTY, name=_("Show")
        )
        self.which.chosen.connect(self._filter)
        self.count = wrapped("", "body", "muted")
        self.list = RowList(waiting_face, COLUMNS, name=_("Still to be entered"))
        self.list.opened.connect(self._open)
        self.list.section_clicked.connect(lambda _item: self.section_clicked.emit(STORAGE_DUTY))
        self.nothing = EmptyState("circle-check", _("Nothing is to be entered"), "")
        self.paper = Button(_("Save the list as PDF …"), icon="printer")
        self.paper.clicked.connect(self.primary)
        self.bars = MessageBars()
        self.saver = PaperSaver(self, workspace.preferences, self.bars)
        self.card = ListCard(self.list)
        line = Row(gap=3)
        line.put(self.which, (self.count, 1))
        Column(self, (5, 2, 5, 5), 3).put(line, self.bars, (self.nothing, 1), (self.card, 1))
        self._filter(DUTY)

    def arrive(self, _focus: str) -> None:
        """Read the list; the keyboard goes to it."""
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Read every case again, in the background."""
        database, today = self.workspace.database, self.workspace.today()

        def work(report: Report) -> list[Waiting]:
            with database.reading() as session:
                return still_to_enter(session, today, report)

        job = Job(work)
        job.succeeded.connect(self._show)
        job.start()

    def acts(self) -> Sequence[QWidget]:
        """Return the button that saves the list."""
        return (self.paper,)

    def primary(self) -> None:
        """Save what is shown as a paper."""
        shown = self._shown()
        with self.workspace.database.reading() as session:
            office = the_office(session)
        made = made_line(office.name_fi or office.name_sv, self.workspace.today())
        content = facts_pdf(waiting_sheet(shown, office, made))
        clients = [each.client.id for each in shown]
        note_export(self.workspace, PACK, clients, Act.PRINT)
        self.saver.choose_and_save(content, f"{_('koto-aj')}-{self.workspace.today():%Y%m%d}")

    def section_here(self) -> Section | None:
        """Return the section that makes it a duty."""
        return STORAGE_DUTY

    def _show(self, waiting: list[Waiting]) -> None:
        self.waiting = waiting
        self._filter(self.which.value())

    def _filter(self, _key: str) -> None:
        shown = self._shown()
        self.list.set_items(shown)
        text = ngettext("{n} client", "{n} clients", len(shown)).format(n=len(shown))
        self.count.setText(_("{clients}; a duty from 1.1.2027").format(clients=text))
        self.card.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.paper.setEnabled(bool(shown))

    def _shown(self) -> list[Waiting]:
        everything = self.which.value() == ALL
        return [each for each in self.waiting if everything or each.is_duty]

    def _open(self, each: Waiting) -> None:
        self.navigate.emit(Destination(PageName.NATIONAL, each.client.id))


def waiting_face(each: Waiting) -> RowFace:
    """Return the row of a client: who, what, where, how much, and by which section."""
    name = "" if each.client.hides_place else each.client.full_name or each.client.own_script_name
    number, what = each.client.number, what_text(each)
    count = ngettext("{n} field to enter", "{n} fields to enter", each.fields).format(n=each.fields)
    changed = ""
    if each.changed:
        changed = ngettext("{n} changed since", "{n} changed since", each.changed).format(
            n=each.changed
        )
    register = _(REGISTERS[each.register])
    duty = section_text(STORAGE_DUTY) if each.is_duty else ""
    since = _("since {date}").format(date=date_text(each.since))
    cells = (
        Cell(name or number, number if name else "", strong=True),
        Cell(what, since, small_note=True),
        Cell(register),
        Cell(count, changed),
        Cell(duty, kind=CellKind.SECTION) if duty else Cell(_("voluntary"), tone="muted"),
    )
    said = (name_text(each), what, since, register, count, changed, duty or _("voluntary"))
    return RowFace(cells, ", ".join(part for part in said if part))

"""The programme: its chart, and beside it what § 13 asks for and the catalogue lacks."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.programme.chart import chart_of, gaps_of
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.casework.services.texts import text_in
from kotoutus_desktop.documents.programme_chart import ChartSheet, chart_pdf
from kotoutus_desktop.documents.programme_words import ORGANISERS, capital
from kotoutus_desktop.documents.source import official_text
from kotoutus_desktop.i18n import N_, _, interface_catalog, interface_language, ngettext
from kotoutus_desktop.rules.programme_gaps import ProgrammeGap
from kotoutus_desktop.rules.section import PROGRAMME, REIMBURSEMENT_CONDITION, Section
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.components.section_link import SectionLink, section_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.sheet_view import WIDTH, SheetView
from kotoutus_desktop.ui.services.paper_export import PaperExport, SaveButton
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

SIDE_WIDTH = 390
ARRANGED = N_(
    "The State reimburses a municipality outside Åland only where an integration programme has "
    "been arranged there, and only with the agreement of § 42."
)
NOT_WRITTEN = N_(
    "The Act no longer obliges to write the programme down: Act 1100/2024 took that out of "
    "{section} before it came into force. The content is still laid down, and many municipalities "
    "want the document."
)


WHOLE = Section(PROGRAMME.act, PROGRAMME.number)


class GapRow(NamedTuple):
    """A gap as the list keeps it."""

    gap: ProgrammeGap


def chart_sheet(workspace: Workspace, language: str) -> ChartSheet:
    """Return the chart of today in a language."""
    said = interface_catalog(language).gettext
    with workspace.database.reading() as session:
        office = the_office(session)
        chart = chart_of(session, workspace.today(), language)
    strategy = text_in(chart.strategy.titles, language)[0] if chart.strategy else ""
    parts = [(capital(said(ORGANISERS[who])), names) for who, names in chart.parts.items()]
    name = official_text(language, office.name_fi, office.name_sv)
    return ChartSheet(name, strategy, parts, chart.others, language)


class ChartPart(Part):
    """Enter on a gap begins the service that would close it."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.view = SheetView()
        self.view.set_zoom(WIDTH)
        self.save = SaveButton()
        self.verdict = wrapped("", "strong")
        self.list = RowList(
            gap_face, (ListColumn(share=1),), name=_("What is missing"), row_size="row", fits=True
        )
        self.export = PaperExport(self, workspace, self.said.emit)
        self.gaps: list[ProgrammeGap] = []
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Read the catalogue and draw it."""
        self.refresh()
        (self.list if self.gaps else self.save).setFocus()

    def refresh(self) -> None:
        """Draw the chart again and check it."""
        language = interface_language()
        sheet = chart_sheet(self.workspace, language)
        self.view.show_pdf(chart_pdf(sheet))
        said = [f"{head}: {', '.join(names)}" for head, names in sheet.parts]
        self.view.setAccessibleDescription(". ".join([*said, ", ".join(sheet.others)]))
        with self.workspace.database.reading() as session:
            self.gaps = gaps_of(session, self.workspace.today(), language)
        self.list.set_items([GapRow(gap) for gap in self.gaps])
        self.list.setVisible(bool(self.gaps))
        count = len(self.gaps)
        many = ngettext("{n} thing is missing.", "{n} things are missing.", count)
        whole = _("Every point of the minimum is there.")
        self.verdict.setText(many.format(n=count) if count else whole)
        self.verdict.set_tone("warning" if count else "success")

    def acts(self) -> Sequence[QWidget]:
        """Return the button that saves the chart."""
        return (self.save,)

    def section_here(self) -> Section:
        """Return the section of the minimum."""
        return PROGRAMME

    def _add_service(self, _row: GapRow) -> None:
        self.navigate.emit(Destination(PageName.SERVICE_FORM))

    def _save(self, language: str) -> None:
        self.export.choose_and_save(
            lambda code: chart_pdf(chart_sheet(self.workspace, code)), language, _("programme")
        )

    def _lay_out(self) -> None:
        self.save.chosen.connect(self._save)
        self.list.opened.connect(self._add_service)
        check = Card(_("The minimum of the programme"))
        link = SectionLink(PROGRAMME)
        link.opened.connect(self.section_clicked)
        law = Card(_("What the law says of it"))
        condition = SectionLink(REIMBURSEMENT_CONDITION)
        condition.opened.connect(self.section_clicked)
        check.put(link, self.verdict, self.list)
        law.put(
            wrapped(_(ARRANGED), "body"),
            condition,
            wrapped(_(NOT_WRITTEN).format(section=section_text(WHOLE)), "small", "muted"),
        )
        side = ScrollColumn((0, 0, 2, 0), 3)
        side.put(check, law, None)
        self.side = side
        shown = Row(gap=3)
        shown.put((self.view, 1), self.side)
        column = Column(self, (5, 1, 5, 4), 2)
        column.addLayout(shown, 1)
        theme().changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        self.side.setFixedWidth(theme().px(SIDE_WIDTH))


def gap_face(row: GapRow) -> RowFace:
    """Return a gap as a row: what no service covers, with its place in the Act."""
    gap = row.gap
    text = enum_text(gap.aim) if gap.aim else enum_text(gap.point)
    note = _("no training or service promotes it") if gap.aim else _("no service covers it")
    place = section_text(gap.section)
    cell = Cell(capital(text), f"{note} · {place}", icon="alert-triangle", tone="warning",
                small_note=True, kind=CellKind.TEXT)  # fmt: skip
    return RowFace((cell,), f"{text}, {note}, {place}")

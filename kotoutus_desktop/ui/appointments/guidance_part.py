"""Guidance (§ 10): one conversation counted in a moment, and the counts of each month."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.guidance import (
    GuidanceMonth,
    guidance_by_month,
    record_guidance,
)
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.guidance_sheet import GuidanceSheet, guidance_tables
from kotoutus_desktop.documents.ledger_sheet import Scope
from kotoutus_desktop.documents.ledger_words import month_text
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.guidance import GuidanceReferral, GuidanceTopic
from kotoutus_desktop.rules.section import GUIDANCE, Section
from kotoutus_desktop.ui.appointments.guidance_card import GuidanceCard
from kotoutus_desktop.ui.appointments.report_saving import ReportSaving
from kotoutus_desktop.ui.clients.client_list_filters import Counted, MenuChip
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.dates import period_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.orientation.times import hours_text
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.words import enum_text, language_name
from kotoutus_desktop.ui.workspace import Workspace

YEARS, MOST_NAMED = 5, 4
_COLUMNS = (ListColumn(width=110), ListColumn(share=3), ListColumn(share=3))


class GuidancePart(Part):
    """The card to count with, above the months of a year."""

    def __init__(self, workspace: Workspace, _course_id: UUID | None = None) -> None:
        super().__init__(workspace)
        self.months: list[GuidanceMonth] = []
        self.card = GuidanceCard(workspace)
        self.year = MenuChip(_("Year"), self._years, str)
        self.year.set_value(str(workspace.today().year))
        self.sums = wrapped("", "body", "muted")
        self.list = RowList(self._face, _COLUMNS, name=_("Guidance by month"), fits=True)
        self.saving = ReportSaving(self, self.sheet, _("guidance"))
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Count, and put the keyboard where the next conversation is counted."""
        self.refresh()
        self.card.take_focus()

    def refresh(self) -> None:
        """Count again."""
        with self.workspace.database.reading() as session:
            self.months = guidance_by_month(session, *self._period())
        self.list.set_items(self.months)
        self.list.setVisible(bool(self.months))
        contacts = sum(month.contacts for month in self.months)
        minutes = sum(month.minutes for month in self.months)
        words = ngettext("{n} conversation", "{n} conversations", contacts).format(n=contacts)
        said = f"{words} · {hours_text(minutes)}" if contacts else _("Nothing is counted yet.")
        self.sums.setText(said)
        self.saving.allow(bool(self.months))

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons that save the counts."""
        return self.saving.buttons

    def primary(self) -> None:
        """Count the conversation."""
        try:
            entry = self.card.entry()
            officer, today = self.workspace.officer_id, self.workspace.today()
            with self.workspace.database.transaction(_("guidance recorded")) as session:
                record_guidance(session, entry, officer, today)
        except InvalidInput as error:
            self.card.refuse(error.field, explain(error))
            return
        self.card.begin_anew()
        self.workspace.changed.emit()
        self.refresh()
        self.say_done(_("Counted."))

    def section_here(self) -> Section | None:
        """Return the section of guidance."""
        return GUIDANCE

    def sheet(self) -> GuidanceSheet:
        """Return the counts as they leave the office."""
        with self.workspace.database.reading() as session:
            office = the_office(session)
        period, made = period_text(*self._period()), self.workspace.today()
        head = Scope(office.name_fi or office.name_sv, period, (), made)
        months = [(month_text(each.month), each) for each in reversed(self.months)]
        kinds = (
            (_("By topic"), [(name, _named(each.topics)) for name, each in months]),
            (_("By referral"), [(name, _named(each.referrals)) for name, each in months]),
            (_("By language"), [(name, _languages(each.languages)) for name, each in months]),
        )
        tables = (table for name, rows in kinds for table in guidance_tables(name, rows))
        return GuidanceSheet(head, tuple(tables))

    def _face(self, month: GuidanceMonth) -> RowFace:
        name = month_text(month.month)
        count = ngettext("{n} conversation", "{n} conversations", month.contacts)
        count = count.format(n=month.contacts)
        topics, referrals = _listed(_named(month.topics)), _listed(_named(month.referrals))
        languages = _listed(_languages(month.languages))
        cells = (
            Cell(name, strong=True, note=hours_text(month.minutes), small_note=True),
            Cell(count, note=topics, small_note=True),
            Cell(languages, note=referrals, small_note=True),
        )
        return RowFace(cells, ", ".join((name, count, topics, languages, referrals)))

    def _period(self) -> tuple[date, date]:
        year = int(self.year.value or self.workspace.today().year)
        return date(year, 1, 1), date(year, 12, 31)

    def _years(self) -> Counted:
        last = self.workspace.today().year
        return [(str(year), 0) for year in range(last, last - YEARS, -1)]

    def _lay_out(self) -> None:
        self.year.picked.connect(lambda _value: self.refresh())
        self.card.wanted.connect(self.primary)
        self.card.section_clicked.connect(self.section_clicked)
        filters = Row(gap=2)
        filters.put(self.year, (self.sums, 1))
        body = ScrollColumn((0, 0, 0, 0), 3)
        body.put(self.card, filters, ListCard(self.list), None)
        Column(self, (5, 1, 5, 4), 2).put((body, 1))


def _named(counted: Counter[GuidanceTopic] | Counter[GuidanceReferral]) -> Counter[str]:
    members: list[tuple[StrEnum, int]] = [*counted.items()]
    return Counter({enum_text(member): n for member, n in members})


def _languages(counted: Counter[str]) -> Counter[str]:
    return Counter({language_name(code) or _("not asked"): n for code, n in counted.items()})


def _listed(counted: Counter[str]) -> str:
    """Return the most frequent with their numbers."""
    return ", ".join(f"{name} {n}" for name, n in counted.most_common(MOST_NAMED))

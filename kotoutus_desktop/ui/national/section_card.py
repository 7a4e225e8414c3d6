"""An assessment, plan or review of the pack, field by field in the order of the decree."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.national.pack import PackField, PackSection
from kotoutus_desktop.casework.national.words import RECORDS
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.rules.section import STORAGE_DUTY, STORAGE_START
from kotoutus_desktop.rules.stored_fields import SECTIONS
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import Rule, wrapped
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.national.field_row import FieldRow, both


def state_text(section: PackSection) -> str:
    """Return how much is still to be entered."""
    count = len(section.open_fields)
    if not count:
        return _("all entered")
    return ngettext("{n} field to enter", "{n} fields to enter", count).format(n=count)


class SectionCard(Card):
    """The fields of one record, and the act that ticks all of them."""

    ticked = Signal(object, object, bool)  # section, its fields, whether they were entered
    left = Signal(object)  # the row whose text was copied
    section_clicked = Signal(object)

    def __init__(self, section: PackSection, official: str) -> None:
        heading, other = both(RECORDS[section.record], official)
        super().__init__(f"{heading} {date_text(section.made_on)}", gap=3)
        self.section = section
        self.set_count(state_text(section), "warning" if section.open_fields else "success")
        self.all = Button(_("All of this was entered"), icon="check")
        self.all.setAccessibleName(f"{self.all.accessibleName()}: {heading}")
        self.all.clicked.connect(self.tick_all)
        if not section.open_fields:
            self.all.hide()
        self.put_head(self.all)
        self.put(wrapped(other, "small", "muted"), self._grounds())
        self.rows = [FieldRow(field, official) for field in section.fields]
        for number, row in enumerate(self.rows):
            row.copied.connect(lambda row=row: self.left.emit(row))
            row.ticked.connect(lambda on, row=row: self._tell((row.field,), on))
            self.put(*([Rule()] if number else []), row)

    def tick_all(self) -> None:
        """Record everything that is still open as entered."""
        if self.section.open_fields:
            self._tell(self.section.open_fields, True)

    def _tell(self, fields: tuple[PackField, ...], on: bool) -> None:
        self.ticked.emit(self.section, fields, on)

    def _grounds(self) -> QFrame:
        holder = QFrame()
        holder.setProperty("kind", "plain")
        flow = Flow(holder)
        duty = self.section.is_duty
        words, tone = (_("must be entered"), "info") if duty else (_("voluntary"), "")
        flow.addWidget(Chip(words, tone))
        of_law = (STORAGE_DUTY, STORAGE_START, SECTIONS[self.section.record])
        for each in of_law:
            link = SectionLink(each)
            link.opened.connect(self.section_clicked)
            flow.addWidget(link)
        return holder

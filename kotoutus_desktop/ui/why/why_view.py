"""Everything the panel says of one or more dates: sums, who says so, the law, the fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame

from kotoutus_desktop.casework.statutes import faults
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.reference.holidays import is_day_off
from kotoutus_desktop.rules.due import Basis
from kotoutus_desktop.rules.reason import Doubt, Reason
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.labels import IconLabel, Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.missing_list import RowButton
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.why.fields import FORMS, GovernedField, fields_under
from kotoutus_desktop.ui.why.reason_words import BASES, CHANGES, DOUBTS, basis_text, sentence
from kotoutus_desktop.ui.why.section_card import SectionCard
from kotoutus_desktop.ui.why.statute_facts import edition_text
from kotoutus_desktop.ui.why.statute_view import FaultyFiles
from kotoutus_desktop.ui.why.sum_card import SumCard
from kotoutus_desktop.ui.why.why import Why

_BASIS_CHIPS = {
    Basis.STATUTORY: ("accent", "gavel"),
    Basis.OWN_TARGET: ("warning", "target"),
    Basis.SUGGESTION: ("info", "bulb"),
}
COPY_GROUNDS = N_("Copy the grounds")


@dataclass(frozen=True)
class Around:
    """What the panel knows beside the reasons: the day, the forms that can be opened, files."""

    today: date
    forms: Mapping[PageName, Destination] = field(default_factory=dict)
    statutes: Sequence[Path] = ()


class WhyView(QFrame):
    """Asks for a page by `navigate` when a governed field is chosen."""

    navigate = Signal(object)  # a Destination

    def __init__(self, whys: Sequence[Why], around: Around) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._around = around
        self.column = Column(self, gap=3)
        for number, why in enumerate(whys):
            if number:
                self.column.put(Rule())
            self.column.put(_block(why, around.today))
        sections = _sections([why.reason for why in whys])
        for section in sections:
            self.column.put(SectionCard(section, around.statutes))
        self._put_faults()
        self._put_fields(sections)
        self._put_foot(whys, sections)

    def _put_faults(self) -> None:
        found = faults(self._around.statutes)
        if found:
            files = FaultyFiles(found)
            files.settings_wanted.connect(self._open_settings)
            self.column.put(files)

    def _open_settings(self) -> None:
        self.navigate.emit(Destination(PageName.SETTINGS, focus="statutes"))

    def _put_fields(self, sections: Sequence[Section]) -> None:
        found = list(dict.fromkeys(each for s in sections for each in fields_under(s)))
        if not found:
            return
        lines = Column(gap=0)
        for each in found:
            lines.addWidget(self._field_line(each))
        heading = fields_heading(len(sections))
        part = Column(gap=1)
        part.put(wrapped(heading, "strong"))
        part.addLayout(lines)
        self.column.addLayout(part)

    def _field_line(self, place: GovernedField) -> QFrame | Button:
        text = f"{_(FORMS[place.page])}: {place.label}"
        form = self._around.forms.get(place.page)
        if form is None:
            return _bullet("circle-dot", text)
        button = RowButton(text, "arrow-right", "accent_text", "small")
        button.clicked.connect(partial(self._go, replace(form, focus=place.key)))
        return button

    def _go(self, target: Destination, _checked: bool = False) -> None:
        self.navigate.emit(target)

    def _put_foot(self, whys: Sequence[Why], sections: Sequence[Section]) -> None:
        editions = list(dict.fromkeys(edition_text(section) for section in sections))
        for text in editions:
            self.column.put(_bullet("scale", text))
        self.copy_button = Button(_(COPY_GROUNDS), icon="copy", bulk="small")
        self.copy_button.clicked.connect(partial(self._copy, grounds_text(whys)))
        foot = Row(gap=0)
        foot.put(self.copy_button, None)
        self.column.addLayout(foot)

    def _copy(self, text: str, _checked: bool = False) -> None:
        QApplication.clipboard().setText(text)
        self.copy_button.set_label(_("Copied"))


def fields_heading(sections: int) -> str:
    """Return the heading over the fields, for one section or for more."""
    if sections == 1:
        return _("Fields that this section governs")
    return _("Fields that these sections govern")


def grounds_text(whys: Sequence[Why]) -> str:
    """Return what is copied: each sum on a line, then the editions. Nobody is named in it."""
    lines = [f"{why.title}: {sentence(why.reason)}".removeprefix(": ") for why in whys]
    sections = _sections([why.reason for why in whys])
    return "\n".join([*lines, *dict.fromkeys(edition_text(section) for section in sections)])


def _sections(reasons: Sequence[Reason]) -> list[Section]:
    return list(dict.fromkeys(section for reason in reasons for section in reason.sections))


def _block(why: Why, today: date) -> QFrame:
    """Return one thing that is explained: its name, its sum, who says so, what changes it."""
    reason = why.reason
    frame = QFrame()
    frame.setProperty("kind", "plain")
    block = Column(frame, gap=2)
    if why.title:
        block.put(wrapped(why.title, "body", "muted"))
    if reason.event or reason.result:
        block.put(SumCard(reason, today))
    block.addLayout(_who_says(reason))
    if reason.changed_by:
        changes = Column(gap=1)
        changes.put(Label(_("What would change it"), "strong"))
        for change in reason.changed_by:
            changes.addWidget(_bullet("arrow-right", _(CHANGES[change]), "body"))
        block.addLayout(changes)
    return frame


def _who_says(reason: Reason) -> Column:
    tone, icon = _BASIS_CHIPS[reason.basis]
    says = Row(gap=2)
    says.put(Label(_("Who says so"), "small", "muted"), Chip(_(BASES[reason.basis]), tone, icon))
    says.put(None)
    part = Column(gap=1)
    part.addLayout(says)
    if basis_text(reason):
        part.addWidget(wrapped(basis_text(reason)))
    for doubt in doubts_shown(reason):
        line = Row(gap=2)
        line.put(Chip(_("uncertain"), "warning", "help"), None)
        part.addLayout(line)
        part.addWidget(wrapped(_(DOUBTS[doubt]), "small", "muted"))
    return part


def doubts_shown(reason: Reason) -> list[Doubt]:
    """Return what is uncertain of this day: a working day has no question of moving."""
    moves = reason.result is not None and is_day_off(reason.result)
    return [each for each in reason.doubts if each is not Doubt.COUNTING or moves]


def _bullet(icon: str, text: str, role: str = "small") -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", "plain")
    sign = Column(gap=0)
    sign.put(IconLabel(icon, "text_muted", 16), None)
    line = Row(frame, gap=2)
    line.addLayout(sign)
    line.addWidget(wrapped(text, role, "muted" if role == "small" else ""), 1)
    return frame

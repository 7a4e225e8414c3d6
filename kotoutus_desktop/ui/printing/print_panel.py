"""Beside the page: languages, what was checked, printer, copies, print and save."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame

from kotoutus_desktop.documents.problems import PrintProblem, ProblemKind
from kotoutus_desktop.i18n import _
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.ui.components.buttons import Button, Segments
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear, column, row
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.text_field import NumberField, TextField
from kotoutus_desktop.ui.printing.appointment_fields import AppointmentFields
from kotoutus_desktop.ui.printing.paper_checks import PaperChecks
from kotoutus_desktop.ui.printing.paper_kinds import (
    OFFICIAL_ALONE,
    TIMED,
    WITH_CODE,
    PaperKind,
    paper_name,
)
from kotoutus_desktop.ui.printing.plan_paper import BOTH, OFFICIAL, OTHER, PaperChoice
from kotoutus_desktop.ui.printing.printer import printer_names
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import language_name

PANEL_WIDTH, NARROW_WIDTH = 350, 330
MOST_COPIES = 20
_LACKING = (ProblemKind.NO_TRANSLATION, ProblemKind.STALE, ProblemKind.IN_ENGLISH)
_NAMED_AS = {"ku": "kmr"}  # those who read Sorani must not take it for theirs


class PrintPanel(QFrame):
    """What the counsellor chooses about a paper, and what the program has checked."""

    changed = Signal()
    checked = Signal()  # what was checked is shown
    print_asked = Signal(str, int)  # printer, copies
    save_asked = Signal()
    given = Signal()

    def __init__(
        self, choice: PaperChoice, papers: Sequence[PaperKind], appointment: AppointmentFields
    ) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._choice, self._narrow = choice, False
        self.paper = ChoiceField(
            _("Paper"), [Choice(kind.value, paper_name(kind)) for kind in papers]
        )
        self.paper.set_value(papers[0].value)
        self.appointment = appointment
        self.appointment.hide()
        self.official = Segments(
            [("fi", language_name("fi")), ("sv", language_name("sv"))],
            choice.official,
            name=_("Official text"),
            bulk="small",
        )
        self.other = ChoiceField(_("Beside it, for the client"), self._languages())
        self.columns = Segments(
            [(BOTH, _("both")), (OFFICIAL, _("official")), (OTHER, _("client’s"))],
            choice.columns,
            name=_("Columns"),
            bulk="small",
        )
        self.identity_code = CheckField(_("Print the identity code"))
        self.large = CheckField(_("Large print"))
        self.in_english = CheckField(_("Print these rows in English"))
        self.in_english.hide()
        self._checks = PaperChecks()
        self.printer = QComboBox()
        self.printer.setAccessibleName(_("Printer"))
        self.copies = NumberField(
            _("Copies"), 1, MOST_COPIES, hint=_("client and archive"), width=64
        )
        self.copies.set_value(2)
        self.print = Button(_("Print"), "primary", "printer", key="Ctrl+P")
        self.save = Button(_("Save as PDF"), icon="file-type-pdf")
        self.password = TextField(
            _("Password, if the PDF is sent"), hint=_("Tell it by another way than the file.")
        )
        self.give = Button(_("Mark as given to the client"), "link", "check")
        self._build()
        self._connect()
        self.other.set_value(choice.other)
        self._kind = papers[0]
        self._fit_paper()
        theme().changed.connect(self._size)
        self._size()

    def choice(self) -> PaperChoice:
        """Return which paper is wanted now."""
        other = "" if self.other.fault() else str(self.other.value())
        return PaperChoice(
            official=self.official.value(),
            other="" if other == self.official.value() else other,
            columns=OFFICIAL if self.kind() in OFFICIAL_ALONE else self.columns.value(),
            with_identity_code=self.identity_code.value() and self.kind() in WITH_CODE,
            large=self.large.value(),
            in_english=self.in_english.value(),
        )

    def kind(self) -> PaperKind:
        """Return which paper is chosen, the last one while something else is being typed."""
        if not self.paper.fault() and self.paper.value():
            self._kind = PaperKind(self.paper.value())
        return self._kind

    def wait(self) -> None:
        """Let nothing leave while another paper than the one shown is being made."""
        for button in (self.print, self.save):
            button.setEnabled(False)

    def show_checks(self, phrases: int, problems: Sequence[PrintProblem]) -> None:
        """Say what was checked: what is right, what stays in one language, what blocks."""
        blocking = any(problem.blocks for problem in problems)
        self._checks.show(self.choice(), phrases, problems)
        self._offer_english(problems)
        for button in (self.print, self.save):
            button.setEnabled(not blocking)
        self.print.setEnabled(not blocking and self.printer.count() > 0)
        self.checked.emit()

    def _offer_english(self, problems: Sequence[PrintProblem]) -> None:
        """Offer English where the client's language lacks a text or it is out of date."""
        official = self.official.value()
        lacking = [each for each in problems if each.kind in _LACKING and each.language != official]
        self.in_english.setVisible(bool(lacking))

    def take_focus(self) -> None:
        """Put the keyboard where the paper is decided: on the day, or on the language."""
        if self.kind() in OFFICIAL_ALONE:
            self.official.first_button().setFocus()
            return
        invites = self.kind() in TIMED
        (self.appointment.day if invites else self.other).take_focus()

    def forbid(self) -> None:
        """Offer neither print nor save: there is no paper yet."""
        clear(self._checks)
        self.wait()

    def offer_given(self, offered: bool) -> None:
        """Offer to record that the client was given the paper."""
        self.give.setVisible(offered)

    def set_narrow(self, narrow: bool) -> None:
        """Take less room where there is little."""
        self._narrow = narrow
        self._size()

    def _number_of_copies(self) -> int:
        return 1 if self.copies.fault() else self.copies.value() or 1

    def _languages(self) -> list[Choice]:
        return [
            Choice(code, language_name(_NAMED_AS.get(code, code)), code)
            for code in CLIENT_LANGUAGES
            if code != self._choice.official
        ]

    def _build(self) -> None:
        self._columns_part = self._labelled(_("Columns"), self.columns)
        self.area = ScrollColumn((4, 4, 4, 3), 3, kind="surface")
        self.area.put(
            self.paper,
            self.appointment,
            Label(_("Languages"), "heading"),
            self._labelled(_("Official text"), self.official),
            self.other,
            self._columns_part,
            self.large,
            self.identity_code,
            2,
            Label(_("Checked before printing"), "heading"),
            self._checks,
            self.in_english,
            2,
            self.password,
        )
        foot = Column(margins=(4, 2, 4, 4), gap=2)
        buttons = Row(gap=2)
        buttons.put(self.print, self.save, None)
        heading = Label(_("Printer"), "strong")
        foot.put(heading, self.printer, self.copies)
        names = printer_names()
        self.printer.addItems(names)
        if not names:
            for part in (heading, self.printer, self.copies, self.print):
                part.hide()
            self.save.set_kind("primary")
            hint = _("No printer is installed on this laptop. Save the PDF and print it elsewhere.")
            self.area.put(2, Label(_("Printer"), "heading"), wrapped(hint, "small", "muted"))
        self.area.put(None)
        foot.addLayout(buttons)
        foot.put(self.give)
        Column(self, gap=0).put((self.area, 1), foot)

    def _labelled(self, text: str, segments: Segments) -> QFrame:
        return column(Label(text, "strong"), row(segments, None, gap=0), gap=1)

    def _connect(self) -> None:
        self.official.chosen.connect(lambda _value: self.changed.emit())
        self.columns.chosen.connect(lambda _value: self.changed.emit())
        self.other.changed.connect(self.changed)
        self.identity_code.changed.connect(self.changed)
        self.large.changed.connect(self.changed)
        self.appointment.changed.connect(self.changed)
        self.paper.changed.connect(self._fit_paper)
        self.paper.changed.connect(self.changed)
        self.in_english.changed.connect(self.changed)
        self.save.clicked.connect(self.save_asked)
        self.give.clicked.connect(self.given)
        self.print.clicked.connect(
            lambda: self.print_asked.emit(self.printer.currentText(), self._number_of_copies())
        )

    def _fit_paper(self) -> None:
        """Ask for what the chosen paper needs, and for nothing else."""
        kind = self.kind()
        self.appointment.setVisible(kind in TIMED)
        self.identity_code.setVisible(kind in WITH_CODE)
        for part in (self.other, self._columns_part):
            part.setVisible(kind not in OFFICIAL_ALONE)

    def _size(self) -> None:
        self.setFixedWidth(theme().px(NARROW_WIDTH if self._narrow else PANEL_WIDTH))

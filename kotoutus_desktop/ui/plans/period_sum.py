"""The sum behind the last day of a plan, in words: one line for each part, with its section."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.plan_period import PeriodNote, PlanPeriod
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.plan_sum import LimitTerm, TermKind
from kotoutus_desktop.rules.section import (
    ACT,
    PLANS_BEFORE_2025,
    STUDIES_FROM_25,
    Section,
)
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, clear, row
from kotoutus_desktop.ui.components.section_link import SectionLink, section_text
from kotoutus_desktop.ui.dates import date_text, days_text, length_text
from kotoutus_desktop.ui.words import enum_text

WORDS = {
    TermKind.FIRST_PLAN: N_("at most for the first plan"),
    TermKind.ALL_PLANS: N_("at most for all plans together"),
    TermKind.EXTENSION: N_("extension"),
    TermKind.OBSTACLES: N_("for times of obstacle"),
    TermKind.STUDIES: N_("to finish studies begun before the age of 25"),
}
NOTES = {
    PeriodNote.OLDER_ACT: N_(
        "The first plan was made before 2025: how long plans may last follows the older Act."
    ),
    PeriodNote.UNKNOWN_GROUND: N_(
        "The older Act does not know home care as a ground: it gives no more time. "
        "Choose the other ground, or shorten the plan."
    ),
    PeriodNote.OVERLAP: N_(
        "Times of obstacle overlap. They were joined: a day that lies in two of them counts once."
    ),
    PeriodNote.NOT_COUNTED: N_(
        "A time of obstacle before the first plan or after the maximum gives no more time."
    ),
    PeriodNote.STUDIES_GO_ON: N_(
        "The client is 25 when the maximum is reached: for the studies the plan stays valid "
        "until an employment plan replaces it, without undue delay."
    ),
    PeriodNote.AGE_UNKNOWN: N_(
        "The date of birth is not known: whether studies lengthen the plan depends on it. "
        "Until it is recorded, they are not counted."
    ),
    PeriodNote.AGE_DOUBTFUL: N_(
        "The day of birth is not known, and the client turns 25 about when the maximum is "
        "reached. It is reckoned from {date}; find out the day."
    ),
    PeriodNote.NO_JOBSEEKER: N_(
        "Studies lengthen the plan of a registered jobseeker only. No job search is valid today."
    ),
}
SECTIONS = {
    PeriodNote.OLDER_ACT: PLANS_BEFORE_2025,
    PeriodNote.STUDIES_GO_ON: STUDIES_FROM_25,
    PeriodNote.NO_JOBSEEKER: Section(ACT, "23", 5),
}
WARNINGS = {PeriodNote.UNKNOWN_GROUND, PeriodNote.AGE_UNKNOWN, PeriodNote.NO_JOBSEEKER}


class PeriodSum(QFrame):
    """Start + months + days = latest day. What changes is said to a screen reader."""

    section_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._column = Column(self, gap=1)
        self._shown: tuple[PlanPeriod, str] | None = None

    def show_period(self, period: PlanPeriod, reckoned_from: str = "") -> None:
        """Show the sum; `reckoned_from` is the birthday that a doubtful age is counted from."""
        if self._shown == (period, reckoned_from):
            return
        before, self._shown = self._shown, (period, reckoned_from)
        clear(self._column)
        start = wrapped(start_text(period), "small", "muted")
        self._column.addWidget(start)
        for term in period.terms:
            self._column.addWidget(self._line(term_text(term, period), term.section))
        for note in period.notes:
            text = _(NOTES[note]).format(date=reckoned_from)
            tone = "warning" if note in WARNINGS else "muted"
            self._column.addWidget(self._line(text, SECTIONS.get(note), tone))
        self.setAccessibleName(sentence(period))
        if before is not None and before[0].latest != period.latest:
            announce(self, sentence(period))

    def _line(self, text: str, section: Section | None, tone: str = "") -> QFrame:
        words = wrapped(text, "small", tone)
        if section is None:
            return row((words, 1))
        link = SectionLink(section)
        link.opened.connect(self.section_clicked)
        return row((words, 1), link)


def start_text(period: PlanPeriod) -> str:
    """Return the day that the sum begins with."""
    what = _("The plan is made on {date}") if period.is_first else _("First plan made on {date}")
    return what.format(date=date_text(period.counted_from))


def term_text(term: LimitTerm, period: PlanPeriod) -> str:
    """Return a part of the sum: + 2 years, at most for all plans together = 24.11.2028."""
    what = _(WORDS[term.kind])
    if term.kind is TermKind.EXTENSION and period.extension is not None:
        what = enum_text(period.extension)
    length = length_text(term.months) if term.months else days_text(term.days)
    return f"+ {length}, {what} = {date_text(term.until)}"


def sentence(period: PlanPeriod) -> str:
    """Return the whole sum, to be spoken."""
    terms = (f"{term_text(t, period)} ({section_text(t.section)})" for t in period.terms)
    return " ".join((start_text(period), *terms))

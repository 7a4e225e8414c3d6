"""The sum of a date as it can be read aloud: the event, what is added, the day."""

from datetime import date

from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.due import Basis
from kotoutus_desktop.rules.reason import Reason
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.labels import IconLabel, Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.dates import date_text, distance_text
from kotoutus_desktop.ui.why.reason_words import TERMS, event_text, sentence, sign, term_text


class SumCard(QFrame):
    """A line for the event and for each term, then the day with how far it is."""

    def __init__(self, reason: Reason, today: date) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._column = Column(self, (3, 2, 3, 2), 1)
        if reason.event:
            day = date_text(reason.event.day)
            self._line("calendar-event", event_text(reason.event), day)
        for term in reason.terms:
            self._rule()
            icon = "minus" if term.days < 0 else "plus"
            self._line(icon, _(TERMS[term.kind]), f"{sign(term)} {term_text(term)}")
        if reason.result and (reason.terms or not reason.event):
            if reason.event:
                self._rule()
            self._result(reason, reason.result, today)
        self.setAccessibleName(sentence(reason))

    def _rule(self) -> None:
        self._column.addWidget(Rule())

    def _line(self, icon: str, what: str, value: str) -> None:
        words = Column(gap=0)
        words.put(wrapped(what, "small", "muted"), Label(value, "strong"))
        line = Row(gap=2)
        line.addWidget(IconLabel(icon, "accent_text", 18))
        line.addLayout(words, 1)
        self._column.addLayout(line)

    def _result(self, reason: Reason, result: date, today: date) -> None:
        late = result < today
        danger = "danger" if reason.basis is Basis.STATUTORY else "warning"
        tone = danger if late else ""
        words = Column(gap=0)
        words.put(
            wrapped(_result_words(reason), "small", "muted"),
            Label(f"= {date_text(result)}" if reason.terms else date_text(result), "heading", tone),
        )
        line = Row(gap=2)
        line.addWidget(IconLabel("calendar-due", tone or "accent_text", 18))
        line.addLayout(words, 1)
        chip = Chip(distance_text(result, today), tone, "alert-circle" if late else "")
        line.addWidget(chip)
        self._column.addLayout(line)


def _result_words(reason: Reason) -> str:
    if reason.basis is Basis.OWN_TARGET:
        return _("own target")
    return _("at the latest") if reason.basis is Basis.STATUTORY else _("suggested day")

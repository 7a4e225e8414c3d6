"""The answers of the responsibility guide: who, where it is kept, what follows, the county."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.responsibility import Guide
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.responsibility import Bearing, Keeping, Responsibility
from kotoutus_desktop.rules.section import ASSESSMENT_COUNTY, PLAN_COUNTY, Section
from kotoutus_desktop.ui.clients.responsibility_words import (
    bearing_text,
    bodies_text,
    force_text,
    keeping_text,
    step_text,
    task_text,
)
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import IconLabel, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.words import enum_text

ICON = 18


class AnswerLine(QFrame):
    """An icon, a heading, what is said of it, and the sections that say so."""

    section_clicked = Signal(object)

    def __init__(self, icon: str, title: str, texts: list[str], sections: list[Section]) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        words = Column(gap=0)
        words.addWidget(wrapped(title, "strong"))
        for text in texts:
            words.addWidget(wrapped(text, "body", "muted"))
        links = QFrame()
        links.setProperty("kind", "plain")
        flow = Flow(links)
        for section in sections:
            link = SectionLink(section)
            link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # nothing else of a line has the keys
            link.opened.connect(self.section_clicked)
            flow.addWidget(link)
        words.addWidget(links)
        mark = Column(gap=0)
        mark.put(IconLabel(icon, "text_muted", ICON), None)
        line = Row(self, gap=2)
        line.addLayout(mark)
        line.addLayout(words, 1)


class AnswerCards(QFrame):
    """The cards of the answers, filled anew with every change of a fact."""

    section_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.who = Card(_("Who is responsible"), gap=3)
        self.kept = Card(_("Where it is kept"), gap=3)
        self.steps = Card(_("What follows"), gap=3)
        self.county = Card(_("Wellbeing services county"), gap=3)
        self._bodies = {card: Column(gap=3) for card in self._cards()}
        for card, body in self._bodies.items():
            card.put(body)
        Column(self, gap=4).put(*self._cards(), None)

    def show_guide(self, guide: Guide) -> None:
        """Show the answers to one situation and no others."""
        self._fill(self.who, [_who(each) for each in guide.responsible])
        self._fill(self.kept, [_where(each) for each in guide.kept])
        self._fill(self.steps, list(_steps(guide)))
        self._fill(self.county, list(_county(guide)))
        self.county.setVisible(bool(guide.county))

    def _cards(self) -> tuple[Card, ...]:
        return (self.who, self.kept, self.steps, self.county)

    def _fill(self, card: Card, lines: list[AnswerLine]) -> None:
        body = self._bodies[card]
        clear(body)
        for number, line in enumerate(lines):
            if number:
                body.addWidget(Rule())
            line.section_clicked.connect(self.section_clicked)
            body.addWidget(line)


def _who(found: Responsibility) -> AnswerLine:
    icon = "circle-dashed" if found.bearing is Bearing.NOT else "gavel"
    title = f"{task_text(found.task)}: {bodies_text(found)}"
    sections = [found.section, *([found.also] if found.also else [])]
    return AnswerLine(icon, title, [text for text in [bearing_text(found)] if text], sections)


def _where(kept: Keeping) -> AnswerLine:
    icon = "eye-off" if kept.register is None else "database-import"
    return AnswerLine(icon, keeping_text(kept), [force_text(kept)], [kept.section])


def _steps(guide: Guide) -> Iterator[AnswerLine]:
    for step in guide.steps:
        done = step.kind in guide.done
        texts = [_("Done, as recorded.")] if done else []
        icon = "circle-check" if done else "circle"
        yield AnswerLine(icon, step_text(step), texts, [step.section])


def _county(guide: Guide) -> Iterator[AnswerLine]:
    if guide.county:
        reasons = ", ".join(enum_text(prompt) for prompt in guide.county)
        text = _("Worth asking: {reasons}").format(reasons=reasons)
        why = _("It takes part where its services must be co-ordinated with the municipality's.")
        judged = _("That is the counsellor's judgement; nothing is forced.")
        yield AnswerLine(
            "building-community", text, [f"{why} {judged}"], [ASSESSMENT_COUNTY, PLAN_COUNTY]
        )

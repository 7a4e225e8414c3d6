"""A completed assessment as a page to read: nothing in it can be typed over by mistake."""

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.assess import ON_PREMISES
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.assessment import Assessment, HeadEntry
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.rules.facts import InterviewHead, ToldItem
from kotoutus_desktop.ui.assessment.part import WIDEST
from kotoutus_desktop.ui.assessment.places import CLARIFYING, HEADS, INTERVIEW, OUTCOME, TOLD
from kotoutus_desktop.ui.assessment.record import Case
from kotoutus_desktop.ui.assessment.step_list import part_text
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.dates import EN_DASH, date_text
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import enum_text, language_name

Line = tuple[str, str]  # what it is, what was said


class Summary(QFrame):
    """A card for each part, with what was recorded."""

    def __init__(self, case: Case, phrasebook: Phrasebook) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setMaximumWidth(theme().px(WIDEST))
        self.cards: dict[str, Card] = {}
        column = Column(self, gap=3)
        column.put(wrapped(_completed(case), "body", "muted"))
        for key, lines in _parts(case, phrasebook):
            card = Card(part_text(key), margins=(4, 3, 4, 4))
            for name, said in lines:
                card.put(_line(name, said))
            self.cards[key] = card
            column.put(card)


def _completed(case: Case) -> str:
    officer = case.officer()
    return _("Completed {date}, {name}").format(
        date=date_text(case.assessment.completed_on), name=officer.name if officer else EN_DASH
    )


def _line(name: str, said: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", "plain")
    row = Row(frame, gap=3)
    if name:
        label = wrapped(name, "body", "muted")
        label.setFixedWidth(theme().px(170))
        row.addWidget(label)
    row.addWidget(Label(said, wrap=True), 1)
    return frame


def _parts(case: Case, phrasebook: Phrasebook) -> Iterator[tuple[str, list[Line]]]:
    assessment = case.assessment
    for key, head in zip(HEADS, InterviewHead, strict=True):
        yield key, list(_head(assessment.head(head), phrasebook))
    yield TOLD, list(_told(assessment))
    yield CLARIFYING, list(_clarifying(assessment)) or [("", _("No clarifying measures."))]
    yield INTERVIEW, _filled(_interview(case, phrasebook))
    yield OUTCOME, _filled(_outcome(assessment, phrasebook))


def _filled(lines: Iterator[Line]) -> list[Line]:
    return [(name, said) for name, said in lines if said]


def _head(entry: HeadEntry | None, phrasebook: Phrasebook) -> Iterator[Line]:
    if entry is None or (entry.nothing_found and not entry.finding and entry.need.is_empty):
        yield "", _("Nothing came up about this")
        return
    if entry.finding:
        yield _("What came up"), entry.finding
    for name, wording in ((_("Service need"), entry.need), (_("Goal of the client"), entry.goal)):
        if not wording.is_empty:
            yield name, phrasebook.text(wording)
    if entry.goal_kind:
        yield _("Kind of goal"), enum_text(entry.goal_kind)
    if entry.source is not SourceKind.CLIENT:
        yield _("Learned"), f"{enum_text(entry.source)}, {entry.source_detail}"


def _told(assessment: Assessment) -> Iterator[Line]:
    by_item = {told.item: told for told in assessment.told}
    for item in ToldItem:
        told = by_item.get(item)
        if told is not None:
            day, language = date_text(told.told_on), language_name(told.language)
            yield f"{day}, {language}", enum_text(item)


def _clarifying(assessment: Assessment) -> Iterator[Line]:
    for measure in assessment.clarifying:
        parts = (enum_text(measure.kind), measure.provider, measure.result)
        yield date_text(measure.done_on or measure.ordered_on), ". ".join(p for p in parts if p)


def _interview(case: Case, phrasebook: Phrasebook) -> Iterator[Line]:
    assessment = case.assessment
    yield _("Interview held"), date_text(assessment.interviewed_on)
    if assessment.place:
        yield _("Place"), enum_text(assessment.place)
        if assessment.place not in ON_PREMISES:
            yield _("Weighty reason"), phrasebook.text(assessment.place_reason)
    yield _("Language of the interview"), language_name(assessment.language)
    if assessment.interpretation:
        parts = (enum_text(assessment.interpretation), assessment.interpreter)
        yield _("Interpretation"), ", ".join(part for part in parts if part)
    for person in assessment.participants:
        named = ", ".join(part for part in (person.name, person.organisation) if part)
        yield enum_text(person.role), named or EN_DASH
    if assessment.county_joined:
        yield _("Wellbeing services county"), _("The county took part in the assessment")
        yield _("Needs for social and health services"), assessment.county_findings


def _outcome(assessment: Assessment, phrasebook: Phrasebook) -> Iterator[Line]:
    yield _("Wishes of the client"), phrasebook.text(assessment.wishes)
    if assessment.outcome:
        yield _("Outcome"), enum_text(assessment.outcome)
    yield _("Reason for the outcome"), phrasebook.text(assessment.outcome_reason)
    if assessment.plan_planned_on:
        yield _("Planned date of the plan"), date_text(assessment.plan_planned_on)
    yield _("Guidance to other services"), phrasebook.text(assessment.guidance)

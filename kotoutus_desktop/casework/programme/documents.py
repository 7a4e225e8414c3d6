"""The programme document and the strategic document: written, checked, followed up."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.programme.chart import the_document
from kotoutus_desktop.casework.services.catalogue import LONGEST_NAME, LONGEST_TEXT, NOT_OVER
from kotoutus_desktop.casework.services.texts import kept_texts
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.programme import (
    DocumentKind,
    GoalFollowUp,
    GoalState,
    ProgrammeDocument,
    ProgrammeGoal,
    ProgrammePartner,
)
from kotoutus_desktop.rules.programme import TargetGroup
from kotoutus_desktop.rules.programme_gaps import PlanningPoint, planning_gaps
from kotoutus_desktop.rules.section import Section

ABOUT = "about"
RESPONSIBILITIES = "responsibilities"
CO_OPERATION = "co_operation"
FOLLOW_UP = "follow_up"
BY_GOALS = (PlanningPoint.INTEGRATION, PlanningPoint.GOOD_RELATIONS)
HEADS: Mapping[DocumentKind, tuple[str, ...]] = {
    DocumentKind.PROGRAMME: (ABOUT, RESPONSIBILITIES, CO_OPERATION, FOLLOW_UP),
    DocumentKind.STRATEGY: (
        ABOUT,
        *(point.value for point in PlanningPoint if point not in BY_GOALS),
        FOLLOW_UP,
    ),
}
"""What is written in words; of § 45 goals deal with the first two points."""

TITLES: Mapping[DocumentKind, Mapping[str, str]] = {
    DocumentKind.PROGRAMME: {
        "fi": "Kotoutumisohjelma",
        "sv": "Integrationsprogram",
        "en": "Integration programme",
    },
    DocumentKind.STRATEGY: {
        "fi": "Kotoutumisen ja hyvien väestösuhteiden edistäminen",
        "sv": "Främjande av integration och goda befolkningsrelationer",
        "en": "Promotion of integration and good relations between population groups",
    },
}
LONGEST_PASSAGE = 6000


def open_document(session: Session, kind: DocumentKind) -> ProgrammeDocument:
    """Return the document of a kind, begun where none is written yet."""
    found = the_document(session, kind)
    if found is None:
        found = ProgrammeDocument(kind=kind, titles=dict(TITLES[kind]))
        session.add(found)
        session.flush()
    return found


def store_document(session: Session, document: ProgrammeDocument) -> None:
    """Store the texts of a document.

    Raises InvalidInput, naming the field, when something cannot be right.
    """
    document.titles = kept_texts(document.titles)
    document.heads = _passages(document.heads, HEADS[document.kind])
    document.groups = _passages(document.groups, [group.value for group in TargetGroup])
    for fault in faults_of(document):
        raise fault
    session.add(document)


def faults_of(document: ProgrammeDocument) -> Iterator[InvalidInput]:
    """Yield everything that cannot be right about the texts of a document."""
    if not document.titles.keys() & {"fi", "sv"}:
        yield InvalidInput("title_fi", N_("Write the title in Finnish or Swedish at least."))
    yield from _too_long("title", document.titles, LONGEST_NAME)
    for name, passages in (("head", document.heads), ("group", document.groups)):
        for code, texts in passages.items():
            yield from _too_long(f"{name}_{code}", texts, LONGEST_PASSAGE)
    yield from _backwards(document)


def store_goal(session: Session, document: ProgrammeDocument, goal: ProgrammeGoal) -> None:
    """Store a goal, new or changed; a new one stands last.

    Raises InvalidInput, naming the field, when something cannot be right.
    """
    for name in ("goal", "indicator", "measures"):
        setattr(goal, name, kept_texts(getattr(goal, name)))
        for fault in _too_long(name, getattr(goal, name), LONGEST_TEXT):
            raise fault
    if not goal.goal.keys() & {"fi", "sv"}:
        raise InvalidInput("goal_fi", N_("Write the goal in Finnish or Swedish at least."))
    for fault in _backwards(goal):
        raise fault
    if goal not in document.goals:
        goal.position = max((each.position for each in document.goals), default=-1) + 1
        document.goals.append(goal)
    session.flush()


def follow_up(goal: ProgrammeGoal, found: GoalFollowUp, today: date) -> None:
    """Record how far a goal is.

    Raises InvalidInput for a day to come, and for a goal that is late or given up without
    a word of why.
    """
    if found.followed_on > today:
        raise InvalidInput("followed_on", N_("This day is still to come."))
    if found.state in (GoalState.LATE, GoalState.GIVEN_UP) and not found.found.strip():
        raise InvalidInput("found", N_("Write why the goal is late or given up."))
    goal.follow_ups = sorted(
        [*goal.follow_ups, found], key=lambda each: (each.followed_on, each.id)
    )


def store_partner(session: Session, document: ProgrammeDocument, partner: ProgrammePartner) -> None:
    """Store a partner, new or changed; raises InvalidInput where there is no name."""
    partner.part = kept_texts(partner.part)
    if not partner.name.strip():
        raise InvalidInput("name", N_("Write the name of the partner."))
    if partner not in document.partners:
        partner.position = max((each.position for each in document.partners), default=-1) + 1
        document.partners.append(partner)
    session.flush()


def find_goal(document: ProgrammeDocument, goal_id: UUID) -> ProgrammeGoal:
    """Return a goal of a document."""
    return next(goal for goal in document.goals if goal.id == goal_id)


def find_partner(document: ProgrammeDocument, partner_id: UUID) -> ProgrammePartner:
    """Return a partner of a document."""
    return next(partner for partner in document.partners if partner.id == partner_id)


def planning_gaps_of(document: ProgrammeDocument) -> dict[PlanningPoint, Section]:
    """Return what a strategic document does not deal with of § 45; nothing of a programme."""
    if document.kind is DocumentKind.PROGRAMME:
        return {}
    written = [PlanningPoint(code) for code in PlanningPoint if document.heads.get(code)]
    return planning_gaps([goal.area for goal in document.goals], written)


def unfinished_goals(document: ProgrammeDocument) -> list[ProgrammeGoal]:
    """Return the goals without indicator, measures, responsible party or schedule.

    The Act does not ask for these any more; without them nobody can follow a goal up.
    """
    return [
        goal
        for goal in document.goals
        if not (goal.indicator and goal.measures and goal.responsible and goal.ends_on)
    ]


def _passages(given: Mapping[str, Any], codes: Any) -> dict[str, Any]:
    """Return the passages of known codes that say something; lines stay as they are."""
    kept = {
        code: {lang: text.strip() for lang, text in given.get(code, {}).items() if text.strip()}
        for code in codes
    }
    return {code: texts for code, texts in kept.items() if texts}


def _too_long(name: str, texts: Mapping[str, str], most: int) -> Iterator[InvalidInput]:
    for language, text in texts.items():
        if len(text) > most:
            yield InvalidInput(f"{name}_{language}", NOT_OVER, most=most)


def _backwards(record: ProgrammeDocument | ProgrammeGoal) -> Iterator[InvalidInput]:
    if record.starts_on and record.ends_on and record.ends_on < record.starts_on:
        yield InvalidInput("ends_on", N_("It would end before it begins. Check the two days."))

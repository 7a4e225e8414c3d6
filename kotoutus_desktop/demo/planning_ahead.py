"""The demo municipality's programme and strategic document, with a version given out."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.programme.documents import (
    follow_up,
    open_document,
    store_document,
    store_goal,
    store_partner,
)
from kotoutus_desktop.casework.programme.versions import give_out
from kotoutus_desktop.demo.municipal_texts import GOALS, GROUPS, PARTNERS, PROGRAMME, STRATEGY
from kotoutus_desktop.models.programme import (
    DocumentKind,
    GoalFollowUp,
    GoalState,
    ProgrammeGoal,
    ProgrammePartner,
)


def write_documents(session: Session, officer_id: UUID, today: date, now: datetime) -> None:
    """Write both documents, follow two goals up, and give out a version of each."""
    first = date(today.year, 1, 1)
    for kind, heads in ((DocumentKind.PROGRAMME, PROGRAMME), (DocumentKind.STRATEGY, STRATEGY)):
        document = open_document(session, kind)
        document.heads, document.groups = dict(heads), dict(GROUPS)
        document.starts_on, document.ends_on = first, date(today.year + 3, 12, 31)
        document.approved_by = "Utajärven kunnanhallitus"
        document.approved_on = today - timedelta(days=200)
        store_document(session, document)
        for name, organiser, part in PARTNERS:
            partner = ProgrammePartner(name=name, kind=organiser, part=part)
            store_partner(session, document, partner)
    document = open_document(session, DocumentKind.STRATEGY)
    for number, (area, goal, indicator, measures, responsible) in enumerate(GOALS):
        made = ProgrammeGoal(
            area=area,
            goal=goal,
            indicator=indicator,
            measures=measures,
            responsible=responsible,
            starts_on=first,
            ends_on=date(today.year + 1 + number % 2, 12, 31),
        )
        store_goal(session, document, made)
    _follow_up(document.goals, officer_id, today)
    for kind in DocumentKind:
        give_out(session, open_document(session, kind), officer_id, now - timedelta(days=150))


def _follow_up(goals: list[ProgrammeGoal], officer_id: UUID, today: date) -> None:
    for goal, state, found in (
        (goals[0], GoalState.RUNNING, "Ensimmäinen puolivuosi on koottu."),
        (goals[1], GoalState.LATE, "Ryhmälle ei ole saatu opettajaa."),
    ):
        day = today - timedelta(days=30)
        entry = GoalFollowUp(followed_on=day, state=state, found=found, officer_id=officer_id)
        follow_up(goal, entry, today)

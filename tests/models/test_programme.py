from datetime import UTC, date, datetime

from sqlalchemy import select

from kotoutus_desktop.models.programme import (
    DocumentKind,
    GoalFollowUp,
    GoalState,
    ProgrammeDocument,
    ProgrammeGoal,
    ProgrammePartner,
    ProgrammeVersion,
)


def test_a_goal_stands_where_it_was_last_followed_up(database):
    goal = ProgrammeGoal(goal={"fi": "Työllisyys kasvaa."})
    assert goal.state is GoalState.NOT_STARTED
    goal.follow_ups = [
        GoalFollowUp(followed_on=date(2026, 6, 1), state=GoalState.REACHED),
        GoalFollowUp(followed_on=date(2026, 3, 1), state=GoalState.RUNNING),
    ]
    document = ProgrammeDocument(kind=DocumentKind.STRATEGY, goals=[goal])
    with database.transaction() as session:
        session.add(document)
    with database.reading() as session:
        assert session.scalars(select(ProgrammeGoal)).one().state is GoalState.REACHED


def test_goals_and_partners_go_with_the_document_and_versions_stay(database):
    document = ProgrammeDocument(
        kind=DocumentKind.PROGRAMME, goals=[ProgrammeGoal()], partners=[ProgrammePartner()]
    )
    version = ProgrammeVersion(
        document_id=document.id,
        kind=DocumentKind.PROGRAMME,
        number=1,
        issued_at=datetime(2026, 11, 24, tzinfo=UTC),
        content="{}",
    )
    with database.transaction() as session:
        session.add(document)
        session.flush()
        session.add(version)
    with database.transaction() as session:
        session.delete(session.get(ProgrammeDocument, document.id))
    with database.reading() as session:
        assert session.scalars(select(ProgrammeGoal)).all() == []
        assert session.scalars(select(ProgrammePartner)).all() == []
        kept = session.scalars(select(ProgrammeVersion)).one()
        assert (kept.document_id, kept.number, kept.content) == (None, 1, "{}")

from datetime import UTC, date, datetime

from kotoutus_desktop.casework.programme.documents import (
    open_document,
    planning_gaps_of,
    unfinished_goals,
)
from kotoutus_desktop.casework.programme.versions import versions_of
from kotoutus_desktop.demo.municipal_texts import GOALS, GROUPS, PROGRAMME, STRATEGY
from kotoutus_desktop.demo.planning_ahead import write_documents
from kotoutus_desktop.models.programme import DocumentKind
from kotoutus_desktop.rules.programme import TargetGroup

TODAY = date(2026, 11, 24)


def test_the_demo_has_both_documents_whole_with_a_version(database, office, officer):
    with database.transaction() as session:
        write_documents(session, officer.id, TODAY, datetime(2026, 11, 24, 9, tzinfo=UTC))
    with database.transaction() as session:
        strategy = open_document(session, DocumentKind.STRATEGY)
        assert planning_gaps_of(strategy) == {}
        assert unfinished_goals(strategy) == []
        assert set(strategy.groups) == set(TargetGroup)
        for kind in DocumentKind:
            assert [version.number for version in versions_of(session, kind)] == [1]


def test_every_text_of_the_demo_stands_in_three_languages():
    texts = [*PROGRAMME.values(), *STRATEGY.values(), *GROUPS.values()]
    texts += [text for goal in GOALS for text in goal[1:4]]
    assert {frozenset(each) for each in texts} == {frozenset({"fi", "sv", "en"})}

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.programme.documents import open_document, store_goal
from kotoutus_desktop.casework.programme.versions import (
    content_of,
    give_out,
    kept_content,
    versions_of,
)
from kotoutus_desktop.casework.services.ready_made import ReadySet, add_set
from kotoutus_desktop.models.programme import DocumentKind, ProgrammeGoal
from kotoutus_desktop.models.service import Service

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def issued(database, office, officer):
    with database.transaction() as session:
        add_set(session, ReadySet.MUNICIPALITY)
        document = open_document(session, DocumentKind.PROGRAMME)
        store_goal(session, document, ProgrammeGoal(goal={"fi": "Kielitaito paranee."}))
        give_out(session, document, officer.id, NOW)


def test_a_version_says_what_the_document_and_the_catalogue_said_that_day(database, issued):
    with database.transaction() as session:
        session.scalars(select(ProgrammeGoal)).one().goal = {"fi": "Muuttunut."}
        for service in session.scalars(select(Service)):
            session.delete(service)
    with database.reading() as session:
        content = kept_content(versions_of(session, DocumentKind.PROGRAMME)[0])
        today = content_of(session, open_document(session, DocumentKind.PROGRAMME), NOW.date())
    assert content["goals"][0]["goal"] == {"fi": "Kielitaito paranee."}
    assert len(content["services"]) == 8
    assert today["goals"][0]["goal"] == {"fi": "Muuttunut."}
    assert today["services"] == []


def test_versions_are_numbered_by_kind_the_latest_first(database, issued, officer):
    with database.transaction() as session:
        give_out(session, open_document(session, DocumentKind.PROGRAMME), officer.id, NOW)
        give_out(session, open_document(session, DocumentKind.STRATEGY), officer.id, NOW)
    with database.reading() as session:
        assert [v.number for v in versions_of(session, DocumentKind.PROGRAMME)] == [2, 1]
        assert [v.number for v in versions_of(session, DocumentKind.STRATEGY)] == [1]


def test_a_version_that_was_changed_is_not_passed_off_as_the_one_given_out(database, issued):
    with database.transaction() as session:
        version = versions_of(session, DocumentKind.PROGRAMME)[0]
        version.content = version.content.replace("paranee", "huononee")
        with pytest.raises(ValueError, match="changed after"):
            kept_content(version)

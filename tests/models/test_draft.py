from datetime import UTC, datetime

from sqlalchemy import select

from kotoutus_desktop.models.draft import Draft


def test_typing_in_any_script_is_kept_as_it_is(database):
    content = {"own_script_name": {"text": "ሰሚራ ‏أمل"}, "born": "31.2.", "citizenships": ["760"]}
    with database.transaction() as session:
        session.add(
            Draft(form="intake", content=content, saved_at=datetime(2026, 11, 24, tzinfo=UTC))
        )

    with database.reading() as session:
        draft = session.scalars(select(Draft)).one()
    assert draft.content == content
    assert draft.subject is None

from datetime import UTC, datetime, timedelta

from kotoutus_desktop.casework.drafts import discard_draft, draft_of, drafts, keep_draft
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.office import Officer

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def test_what_was_typed_comes_back(database):
    client = uuid7()
    with database.transaction() as session:
        keep_draft(session, "client", client, {"born": "31.2.2001", "phone": ""}, NOW)

    with database.reading() as session:
        draft = draft_of(session, "client", client)

    assert draft.content == {"born": "31.2.2001", "phone": ""}
    assert draft.saved_at == NOW


def test_a_form_has_one_draft_with_the_latest_typing(database):
    for minute, name in enumerate(["H", "Ho", "Hodan"]):
        with database.transaction() as session:
            moment = NOW + timedelta(minutes=minute)
            keep_draft(session, "client", None, {"given_names": name}, moment)

    with database.reading() as session:
        kept = drafts(session)

    assert [draft.content for draft in kept] == [{"given_names": "Hodan"}]
    assert kept[0].saved_at == NOW + timedelta(minutes=2)


def test_forms_and_records_have_drafts_of_their_own(database):
    first, second = uuid7(), uuid7()
    with database.transaction() as session:
        keep_draft(session, "client", first, {"a": 1}, NOW)
        keep_draft(session, "client", second, {"a": 2}, NOW)
        keep_draft(session, "client", None, {"a": 3}, NOW)
        keep_draft(session, "plan", first, {"a": 4}, NOW)

    with database.reading() as session:
        assert draft_of(session, "client", second).content == {"a": 2}
        assert draft_of(session, "client", None).content == {"a": 3}
        assert draft_of(session, "review", first) is None


def test_the_latest_draft_comes_first(database):
    with database.transaction() as session:
        keep_draft(session, "plan", uuid7(), {}, NOW)
        keep_draft(session, "client", uuid7(), {}, NOW + timedelta(hours=1))

    with database.reading() as session:
        assert [draft.form for draft in drafts(session)] == ["client", "plan"]


def test_a_discarded_draft_is_gone_and_others_are_not(database):
    client = uuid7()
    with database.transaction() as session:
        keep_draft(session, "client", client, {}, NOW)
        keep_draft(session, "client", None, {}, NOW)

    with database.transaction() as session:
        discard_draft(session, "client", client)
        discard_draft(session, "plan", client)

    with database.reading() as session:
        assert [draft.subject for draft in drafts(session)] == [None]


def test_a_draft_can_be_discarded_in_a_change_that_can_be_undone(database):
    with database.transaction() as session:
        keep_draft(session, "client", None, {"a": 1}, NOW)
    with database.transaction("Save the client") as session:
        discard_draft(session, "client", None)

    database.undo()

    with database.reading() as session:
        assert draft_of(session, "client", None).content == {"a": 1}


def test_nobody_is_shown_what_a_colleague_has_half_typed(database, officer):
    colleague = Officer(name="Pekka Esimerkki")
    with database.transaction() as session:
        session.add(colleague)
    database.act_as(officer.id)
    with database.transaction() as session:
        keep_draft(session, "intake", None, {"note": "Maija's"}, NOW)
    database.act_as(colleague.id)
    with database.transaction() as session:
        assert draft_of(session, "intake", None) is None
        assert drafts(session) == []
        discard_draft(session, "intake", None)

    database.act_as(officer.id)
    with database.reading() as session:
        assert draft_of(session, "intake", None).content == {"note": "Maija's"}

from datetime import UTC, datetime

from sqlalchemy import select

from kotoutus_desktop.models.issued import IssuedPaper, IssuedWay, OwnPhrase


def test_a_paper_is_remembered_with_its_languages(database, make_client):
    client = make_client()
    paper = IssuedPaper(
        client_id=client.id,
        way=IssuedWay.PRINTED,
        languages=["fi", "ar"],
        issued_at=datetime(2026, 11, 24, tzinfo=UTC),
    )
    with database.transaction() as session:
        session.add(client)
        session.flush()
        session.add(paper)

    with database.reading() as session:
        kept = session.scalars(select(IssuedPaper)).one()
    assert (kept.languages, kept.way, kept.given_on) == (["fi", "ar"], IssuedWay.PRINTED, None)


def test_an_own_phrase_is_in_use_until_it_is_retired(database):
    with database.transaction() as session:
        session.add(OwnPhrase(code="U-001", kind="measure", texts={"fi": "Äitikerho."}))

    with database.reading() as session:
        phrase = session.scalars(select(OwnPhrase)).one()
    assert phrase.active
    assert phrase.texts == {"fi": "Äitikerho."}

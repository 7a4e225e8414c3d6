import pytest

from kotoutus_desktop.casework.exchange.news import How, bring
from kotoutus_desktop.models.history.merging import OtherIdentity, bundle_of


def test_news_tell_whose_case_what_and_how(library, centre, make_client):
    client = library.store(make_client(number="U7-0001"))
    with library.database.reading() as session:
        bundle = bundle_of(session.connection())

    with centre.database.transaction() as session:
        news = bring(session, "Kirjasto", bundle)

    (case,) = news.cases
    assert (news.laptop, case.case_id, case.is_new) == ("Kirjasto", client.id, True)
    assert {row.how for row in case.rows} == {How.NEW}
    assert centre.read(client.id).number == "U7-0001"
    with centre.database.transaction() as session:
        assert bring(session, "Kirjasto", bundle).is_empty


def test_what_contradicts_the_log_is_not_taken(library, centre, make_client):
    client = library.store(make_client())
    with library.database.reading() as session:
        bundle = bundle_of(session.connection())
    with centre.database.transaction() as session:
        bring(session, "Kirjasto", bundle)
    forged = bundle.operations[-1]._replace(fields="{}")

    with pytest.raises(OtherIdentity), centre.database.transaction() as session:
        bring(session, "Kirjasto", type(bundle)((forged,), ()))

    assert centre.read(client.id) is not None

from sqlalchemy import select

from kotoutus_desktop.casework.own_phrases import office_library, retired_codes
from kotoutus_desktop.casework.services.choosing import fill_measure, wording_of
from kotoutus_desktop.models.issued import OwnPhrase
from kotoutus_desktop.models.plan import Measure
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.phrases.render import render
from kotoutus_desktop.rules.facts import MeasureKind


def chosen(database, service):
    with database.transaction() as session:
        return wording_of(session, service)


def said(database, wording, language):
    with database.reading() as session:
        return render(wording, language, office_library(session))


def test_a_chosen_service_is_said_in_every_language_that_it_has(database):
    service = Service(names={"fi": "Äitien kielikerho", "ar": "نادي اللغة للأمهات"})
    wording = chosen(database, service)
    assert said(database, wording, "fi") == "Äitien kielikerho"
    assert said(database, wording, "ar") == "نادي اللغة للأمهات"
    assert said(database, wording, "sv") is None


def test_what_a_plan_says_stays_when_the_service_gets_another_name(database):
    service = Service(names={"fi": "Kielikerho"})
    before = chosen(database, service)
    service.names = {"fi": "Kaakkurin kielikerho"}
    after = chosen(database, service)
    assert said(database, before, "fi") == "Kielikerho"
    assert said(database, after, "fi") == "Kaakkurin kielikerho"


def test_the_same_name_is_kept_once_and_not_offered_among_the_phrases(database):
    service = Service(names={"fi": "Kielikerho"})
    first, second = chosen(database, service), chosen(database, service)
    assert first == second
    with database.reading() as session:
        assert len(session.scalars(select(OwnPhrase)).all()) == 1
        assert first.phrase in retired_codes(session)


def test_a_measure_takes_over_what_the_catalogue_knows(make_client):
    service = Service(
        kind=MeasureKind.ASSOCIATION, organiser_name="", times="ke 10–12", languages=["fi"]
    )
    measure = Measure(client_id=make_client().id)
    fill_measure(measure, service, "yhdistys")
    assert measure.kind is MeasureKind.ASSOCIATION
    assert (measure.provider, measure.extent, measure.language) == ("yhdistys", "ke 10–12", "fi")
    assert measure.service_id == service.id


def test_a_service_in_several_languages_leaves_the_language_open(make_client):
    measure = Measure(client_id=make_client().id)
    fill_measure(measure, Service(languages=["fi", "sv"], organiser_name="MLL"), "yhdistys")
    assert (measure.provider, measure.language) == ("MLL", "")

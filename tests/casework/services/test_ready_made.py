from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.services.catalogue import as_offered, faults_of
from kotoutus_desktop.casework.services.ready_made import (
    ReadySet,
    add_set,
    ready_services,
)
from kotoutus_desktop.models.service import Service, ServicePath
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.rules.programme import ProgrammePoint, TargetGroup, TrainingAim
from kotoutus_desktop.rules.programme_gaps import programme_gaps

DAY = date(2026, 11, 24)
READY = {ready.key: ready for ready in ready_services()}


@pytest.mark.parametrize("chosen", [ReadySet.MUNICIPALITY])
def test_what_the_municipality_arranges_holds_every_point_and_aim_of_the_section(database, chosen):
    with database.transaction() as session:
        assert add_set(session, chosen) == 8
    with database.reading() as session:
        services = session.scalars(select(Service)).all()
    assert programme_gaps([as_offered(service) for service in services], DAY) == []


@pytest.mark.parametrize("key", READY)
def test_a_ready_made_service_is_right_and_written_in_three_languages(key):
    service = READY[key].made()
    assert list(faults_of(service)) == []
    assert {"fi", "sv", "en"} <= service.names.keys()
    assert service.sentences.keys() == {"fi", "sv", "en"}
    assert set(service.points) <= set(ProgrammePoint)
    assert set(service.aims) <= set(TrainingAim)
    assert set(service.groups) <= set(TargetGroup)


def test_a_name_that_the_papers_know_comes_in_every_language():
    names = READY["training"].names()
    assert set(names) == set(CLIENT_LANGUAGES)
    assert names["en"] == "Integration training"
    assert names["ru"]
    assert not READY["final_test"].names()["ru"].endswith(".")


def test_a_name_that_no_catalog_has_stays_in_the_three():
    assert READY["mothers_club"].names().keys() == {"fi", "sv", "en"}


def test_adding_a_list_again_adds_nothing(database):
    for _again in range(2):
        with database.transaction() as session:
            added = add_set(session, ReadySet.OTHER)
    assert added == 0
    with database.reading() as session:
        assert len(session.scalars(select(Service)).all()) == 6


def test_what_the_office_changed_is_left_alone(database):
    with database.transaction() as session:
        add_set(session, ReadySet.OTHER)
        session.scalars(select(Service).where(Service.template == "mothers_club")).one().names = {
            "fi": "Kaakkurin kielikerho"
        }
    with database.transaction() as session:
        add_set(session, ReadySet.PATHS)
    with database.reading() as session:
        club = session.scalars(select(Service).where(Service.template == "mothers_club")).one()
    assert club.names == {"fi": "Kaakkurin kielikerho"}


def test_the_paths_bring_the_services_that_they_lead_through(database):
    with database.transaction() as session:
        assert add_set(session, ReadySet.PATHS) == 3
    with database.reading() as session:
        paths = session.scalars(select(ServicePath)).all()
        services = {service.id: service for service in session.scalars(select(Service))}
        client = next(path for path in paths if path.template == "client")
        keys = [services[step.service_id].template for step in client.steps if step.service_id]
        last = client.steps[-1]
    assert keys == ["guidance", "assessment", "plan", "orientation", "training", "final_test"]
    assert last.texts["sv"] == "Vägledning till arbete, studier eller andra tjänster"

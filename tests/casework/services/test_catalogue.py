from datetime import date, timedelta

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.services.catalogue import (
    HIGHEST_PRICE,
    ServiceFilter,
    as_offered,
    end_service,
    get_service,
    list_services,
    offered_services,
    remove_service,
    revive_service,
    store_service,
    yesterday,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.service import Organiser, PathStep, Service, ServicePath
from kotoutus_desktop.rules.programme import ProgrammePoint, TargetGroup, TrainingAim

DAY = date(2026, 11, 24)


def club(**fields):
    return Service(**({"names": {"fi": "Äitien kielikerho"}} | fields))


@pytest.fixture
def stored(database):
    """Return a function that stores services."""

    def store(*services):
        with database.transaction() as session:
            for service in services:
                store_service(session, service)

    return store


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"names": {"en": "Club"}}, "name_fi"),
        ({"names": {"fi": "x" * 121}}, "name_fi"),
        ({"sentences": {"ar": "x" * 601}}, "sentence_ar"),
        ({"valid_from": DAY, "valid_to": DAY - timedelta(1)}, "valid_to"),
        ({"price": -1}, "price"),
        ({"price": HIGHEST_PRICE + 1}, "price"),
        ({"places": -1}, "places"),
        ({"waiting_weeks": 261}, "waiting_weeks"),
        ({"email": "kerho.example"}, "email"),
        ({"place": "x" * 601}, "place"),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(database, fields, field):
    with pytest.raises(InvalidInput) as refused, database.transaction() as session:
        store_service(session, club(**fields))
    assert refused.value.field == field
    with database.reading() as session:
        assert session.scalars(select(Service)).all() == []


def test_a_service_of_one_day_and_free_of_charge_is_right(database, stored):
    service = club(valid_from=DAY, valid_to=DAY, price=0, places=0, waiting_weeks=0)
    stored(service)
    with database.reading() as session:
        assert get_service(session, service.id).price == 0


def test_aims_are_kept_only_with_the_point_that_has_them(stored):
    service = club(points=["guidance"], aims=["literacy"])
    stored(service)
    assert service.aims == []


def test_a_service_that_has_ended_or_not_begun_is_not_offered(database, stored):
    ended = club(names={"fi": "Päättynyt"}, valid_to=DAY - timedelta(1))
    coming = club(names={"fi": "Tuleva"}, valid_from=DAY + timedelta(1))
    stored(club(), ended, coming)
    with database.reading() as session:
        listed = [each.names["fi"] for each in list_services(session, DAY, "fi")]
        offered = [each.names["fi"] for each in offered_services(session, DAY, "fi")]
        every = list_services(session, DAY, "fi", ServiceFilter(ended=True))
    assert listed == ["Tuleva", "Äitien kielikerho"]
    assert offered == ["Äitien kielikerho"]
    assert len(every) == 3


def test_the_services_of_the_law_come_first_in_its_order(database, stored):
    stored(
        club(names={"fi": "Arvoitus"}),
        club(names={"fi": "Testi"}, statutory=True, points=["final_test"]),
        club(names={"fi": "Ohjaus"}, statutory=True, points=["guidance", "plan"]),
    )
    with database.reading() as session:
        listed = [each.names["fi"] for each in list_services(session, DAY, "fi")]
    assert listed == ["Ohjaus", "Testi", "Arvoitus"]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (ServiceFilter(organiser=Organiser.COUNTY), ["Perhekeskus"]),
        (ServiceFilter(group=TargetGroup.HOME_CARE), ["Äitien kielikerho", "Perhekeskus"]),
        (ServiceFilter(group=TargetGroup.UNACCOMPANIED), ["Perhekeskus"]),
        (ServiceFilter(statutory=True), ["Perhekeskus"]),
        (ServiceFilter(typed="kieli kerho"), ["Äitien kielikerho"]),
    ],
)
def test_a_list_shows_what_is_asked_for(database, stored, chosen, found):
    stored(
        club(organiser=Organiser.ASSOCIATION, groups=["home_care"]),
        club(names={"fi": "Perhekeskus"}, organiser=Organiser.COUNTY, statutory=True),
    )
    with database.reading() as session:
        listed = {each.names["fi"] for each in list_services(session, DAY, "fi", chosen)}
    assert listed == set(found)


def test_a_service_is_ended_and_offered_again(database, stored):
    service = club(valid_from=DAY - timedelta(9))
    stored(service)
    with database.transaction() as session:
        end_service(session, get_service(session, service.id), yesterday(DAY))
    with database.reading() as session:
        assert offered_services(session, DAY, "fi") == []
    with database.transaction() as session:
        revive_service(session, get_service(session, service.id))
    with database.reading() as session:
        assert len(offered_services(session, DAY, "fi")) == 1


def test_a_service_that_begins_today_cannot_have_ended_yesterday(database, stored):
    service = club(valid_from=DAY)
    stored(service)
    with pytest.raises(InvalidInput, match="before it begins"), database.transaction() as session:
        end_service(session, get_service(session, service.id), yesterday(DAY))


def test_the_box_of_a_service_that_was_deleted_keeps_its_name(database, stored):
    service = club()
    stored(service)
    path = ServicePath(names={"fi": "Polku"}, steps=[PathStep(service_id=service.id)])
    with database.transaction() as session:
        session.add(path)
    with database.transaction() as session:
        remove_service(session, get_service(session, service.id))
    with database.reading() as session:
        step = session.scalars(select(PathStep)).one()
        assert (step.service_id, step.texts) == (None, {"fi": "Äitien kielikerho"})


def test_the_check_sees_points_aims_and_days():
    service = club(points=["training"], aims=["literacy"], valid_from=DAY)
    seen = as_offered(service)
    assert seen.points == {ProgrammePoint.TRAINING}
    assert seen.aims == {TrainingAim.LITERACY}
    assert not seen.is_on(yesterday(DAY))

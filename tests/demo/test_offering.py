from datetime import date

from sqlalchemy import select

from kotoutus_desktop.casework.services.catalogue import (
    as_offered,
    list_services,
    offered_services,
)
from kotoutus_desktop.casework.services.ready_made import ready_services
from kotoutus_desktop.demo.offering import EVERYDAY, offer_services
from kotoutus_desktop.models.service import Service, ServicePath
from kotoutus_desktop.rules.programme_gaps import programme_gaps

TODAY = date(2026, 11, 24)


def test_the_demo_offers_the_ready_made_lists_and_the_paths(database):
    with database.transaction() as session:
        offer_services(session, TODAY)
    with database.reading() as session:
        services = list_services(session, TODAY, "fi")
        assert {each.template for each in services} == {each.key for each in ready_services()}
        assert len(session.scalars(select(ServicePath)).all()) == 3
        assert programme_gaps([as_offered(each) for each in services], TODAY) == []


def test_one_service_of_the_demo_has_ended(database):
    with database.transaction() as session:
        offer_services(session, TODAY)
    with database.reading() as session:
        ended = [each for each in session.scalars(select(Service)) if not each.is_offered(TODAY)]
        assert [each.names["fi"] for each in ended] == ["Kesän keskusteluryhmä"]
        assert ended[0] not in offered_services(session, TODAY, "fi")


def test_the_details_are_written_into_services_that_there_are():
    assert set(EVERYDAY) <= {each.key for each in ready_services()}
